"""The parts of the proof, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainguide.proof.data import prove_bytes, prove_json
from plainguide.proof.paper import prove_paper
from plainguide.proof.words import differences
from plainguide.read.html import shown
from support.compiling import check_with

RUNNING = "Calm tea · Tea Guide · edition 2.1, 1 March 2026"


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        ("it helps 39 of 100", "it helps 39 of 100", []),
        (
            "it helps 39 of 100",
            "it helps 93 of 100",
            ['after "it helps" it says "93" instead of "39"'],
        ),
        ("it helps 39", "it helps", ['after "it helps" it lacks "39"']),
        ("it helps", "it helps all", ['after "it helps" it says "all", which should not be there']),
        ("see example.org/long/address", "see example.org/ long/address", []),
        ("", "it", ['it says "it", which should not be there']),
    ],
)
def test_differences_are_told_with_what_comes_before(
    expected: str, found: str, told: list[str]
) -> None:
    assert [str(d) for d in differences(expected.split(), found.split())] == told


@given(st.lists(st.sampled_from(["tea", "39", "of", "100", "cups"])))
def test_the_same_words_never_differ(words: list[str]) -> None:
    assert list(differences(words, words)) == []


@given(st.lists(st.sampled_from(["tea", "of", "cups"]), min_size=1), st.integers(0, 99), st.data())
def test_one_number_among_the_words_is_always_found(
    words: list[str], number: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(words)))
    assert list(differences(words, [*words[:at], str(number), *words[at:]]))


@given(st.lists(st.tuples(st.integers(0, 1999), st.sampled_from("+-~")), max_size=8))
def test_in_a_long_text_each_difference_is_found_and_nothing_else(
    changes: list[tuple[int, str]],
) -> None:
    """Few words that come again and again, as in a book, and more than are compared at once."""
    words = [f"{'tea' if at % 3 else 'cups'}{at % 7}" for at in range(2000)]
    found = words.copy()
    for at, kind in sorted(changes, reverse=True):
        found[at : at + (kind != "+")] = [] if kind == "-" else [f"new{at}"]
    told = list(differences(words, found))
    added = " ".join(difference.found for difference in told).split()
    assert [w for w in added if w.startswith("new")] == [w for w in found if w.startswith("new")]
    lost = sum(len(difference.expected.split()) for difference in told)
    assert lost - len(added) == len(words) - len(found)


def test_two_long_texts_that_have_nothing_in_common_are_one_difference() -> None:
    one, other = ([f"{name}{at}" for at in range(900)] for name in ("a", "b"))
    (difference,) = differences(one, other)
    assert (difference.expected, difference.found) == (" ".join(one), " ".join(other))


@pytest.mark.parametrize(
    ("pages", "faults"),
    [
        (["Sleep\r\n• 39 out of\r\nPage 1 of 2", f"{RUNNING}\r\n100 people\r\nPage 2 of 2"], 0),
        (["Sleep 39 out of 100\r\n1.\r\npeople"], 0),
        (["Sleep 93 out of 100 people"], 1),
        (["Sleep 39 out of 100 people", "and more"], 1),
        ([], 1),
    ],
)
def test_paper_is_read_without_its_margins(pages: list[str], faults: int) -> None:
    words = ["Sleep", "39", "out", "of", "100", "people"]
    assert len(list(prove_paper("a.pdf", pages, words, {RUNNING}))) == faults


def test_html_is_read_as_its_readers_do() -> None:
    page = shown(
        '<nav>Menu</nav>\n<article><h1>Tea</h1><p>It helps <data value="39.3" '
        'data-figure="calm.final.slept">about 39</data> in 100<sup class="cite">1</sup>.</p>'
        "<script>let a = 12</script><svg><title>None</title><text>8<tspan "
        'data-figure="calm.final.asleep" data-value="8.1">about 8 hours</tspan></text></svg>'
        '<h2 id="sources">Sources</h2><p>2025;3(1)</p><div class="foot">12%</div></article>',
        "a.html",
        within="article",
        without="foot",
    )
    assert " ".join(page.words) == "Tea It helps about 39 in 1001. 8about 8 hours Sources 2025;3(1)"
    assert [(m.ref, m.value, m.text) for m in page.marks] == [
        ("calm.final.slept", "39.3", "about 39"),
        ("calm.final.asleep", "8.1", "about 8 hours"),
    ]
    assert str(page.marks[0].place) == "a.html:2:34"
    assert [" ".join(loose.text.split()) for loose in page.loose] == [
        "Tea",
        "It helps in 100 .",
        "8",
    ]


def test_an_exported_ledger_is_compared_figure_by_figure() -> None:
    guide = check_with({}).guide
    assert guide is not None
    found = prove_json(
        "a.json", b'{"figures": [{"ref": "no.such.one", "value": "1"}]}', guide.ledger
    )
    assert len(list(found)) == 1 + len(list(guide.ledger.figures()))
    for broken in (b"", b"[]", b"{}", b'{"figures": 3}', b'{"figures": [{}]}', b"\xff"):
        (fault,) = prove_json("a.json", broken, guide.ledger)
        assert "no export" in fault.message


@pytest.mark.parametrize(
    ("data", "line"), [(b"a\nb\n", None), (b"a\nc\n", 2), (b"a\n", 2), (b"a\nb\nc\n", 3)]
)
def test_the_first_line_that_differs_is_told(data: bytes, line: int | None) -> None:
    found = [f.place.line for f in prove_bytes("a.csv", data, b"a\nb\n")]
    assert found == ([line] if line else [])


def test_a_pictures_words_are_of_the_ledger_and_its_figures_have_marks() -> None:
    text = '<text data-figure="calm.final.slept.of" data-value="84">84</text><text>95% CI</text>'
    seen = shown(f'<figure class="picture"><svg>{text}</svg></figure><p>5.4 mg</p>', "a.html")
    assert [(m.ref, m.value, m.text) for m in seen.marks] == [("calm.final.slept.of", "84", "84")]
    assert [loose.text.strip() for loose in seen.loose if loose.text.strip()] == ["5.4 mg"]
    assert seen.words == ("84", "95%", "CI", "5.4", "mg")
