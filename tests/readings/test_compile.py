from __future__ import annotations

import pytest

from plainguide.model.reading import Reading
from support.compiling import compile_body, findings_of


def _text(reading: Reading) -> str:
    return "\n\n".join(block.markdown for block in reading.blocks)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{ calm.final.slept.short }} slept.", "About 39 out of 100 slept."),
        ("In all, {{ calm.final.slept.short }} slept.", "In all, about 39 out of 100 slept."),
        ("Good. {{ calm.final.slept.short }} slept.", "Good. About 39 out of 100 slept."),
        ("**Good.** {{ calm.final.slept.short }} slept.", "Good. About 39 out of 100 slept."),
        ("Good:\n{{ calm.final.slept.short }} slept.", "Good: about 39 out of 100 slept."),
        ("Good.\n{{ calm.final.slept.short }} slept.", "Good. About 39 out of 100 slept."),
        ("- {{ calm.final.slept.short }} slept", "About 39 out of 100 slept"),
        ("Slept: {{ calm.final.slept.short }}", "Slept: about 39 out of 100"),
    ],
)
def test_a_figure_starts_a_sentence_with_a_capital_and_no_other(written: str, said: str) -> None:
    patient = compile_body(f"## A {{#a}}\n\n{written}\n")["patient"]
    assert patient.blocks[0].plain == (said,)


def test_a_figure_carries_its_address_and_exact_value() -> None:
    readings = compile_body("## A {#a}\n\nIn {{ calm.final.slept }}.\n")
    assert _text(readings["patient"]) == (
        'In <data value="39.3" data-figure="calm.final.slept">about 39 out of 100 people</data>.'
    )
    assert _text(readings["professional"]) == (
        'In <data value="39.3" data-figure="calm.final.slept">'
        "39.3% (95% CI 28.8–50.5; 33 of 84)</data>."
    )


def test_a_citation_stands_close_to_its_text_and_is_no_word() -> None:
    reading = compile_body('## A {#a}\n\nGood {{ cite("leaf-2025") }}.\n')["professional"]
    assert _text(reading) == (
        'Good<sup class="cite"><a href="#source-leaf-2025">leaf-2025</a></sup>.'
    )
    assert reading.blocks[0].plain == ("Good.",)


def test_expressions_in_code_are_only_shown() -> None:
    reading = compile_body("## A {#a}\n\nWrite `{{ calm.final.slept }}`.\n\n```\n{{ no }}\n```\n")
    assert _text(reading["patient"]) == "Write `{{ calm.final.slept }}`.\n\n```\n{{ no }}\n```"
    assert reading["patient"].findings == ()


@pytest.mark.parametrize(
    "inside",
    [
        "1 + 1",
        "range(9)",
        "calm | upper",
        "calm['final']",
        "calm.final.slept()",
        'cite("leaf-2025", 1)',
        'cite("leaf" + "-2025")',
        "cite(calm)",
        "cite",
        "lipsum",
        "'a' * 9",
        "",
        "calm.final.slept calm",
        "a" * 300,
        "(" * 100,
    ],
)
def test_content_holds_no_code(inside: str) -> None:
    (finding,) = findings_of(f"## A {{#a}}\n\nIn {{{{ {inside} }}}}.\n")
    assert finding[:2] == (11, "unknown-name")


@pytest.mark.parametrize(
    ("inside", "hint"),
    [
        ("calm.final.slpet", "did you mean {{ calm.final.slept }}?"),
        ("clam.final.slept", "did you mean {{ calm.final.slept }}?"),
        ("calm.final.slept.off", "did you mean {{ calm.final.slept.of }}?"),
        ("calm.final.slept.__class__", "did you mean {{ calm.final.slept }}?"),
        ("zzz.qqq.xxx", "add it to the ledger"),
    ],
)
def test_an_unknown_name_comes_with_the_nearest_one(inside: str, hint: str) -> None:
    (finding,) = findings_of(f"## A {{#a}}\n\nIn {{{{ {inside} }}}}.\n")
    assert finding == (11, "unknown-name", f"the ledger has no {inside}; {hint}")


@pytest.mark.parametrize("name", ["calm.final.against_water", "calm_tea.home_label.cup"])
def test_ratios_and_doses_are_not_for_patients(name: str) -> None:
    body = (
        f"## A {{#a}}\n\n/// patient\nIt was {{{{ {name} }}}}.\n///\n\n/// professional\nB.\n///\n"
    )
    (finding,) = findings_of(body)
    assert finding[:2] == (12, "unknown-name")
    assert "which this reading does not show" in finding[2]


def test_headings_may_differ_and_pair_by_id() -> None:
    body = "/// patient\n## Plain {#a}\n\nA.\n///\n\n/// professional\n## Full {#a}\n\nB.\n///\n"
    readings = compile_body(body)
    assert [(s.id, s.title) for s in readings["patient"].sections] == [("a", "Plain")]
    assert [(s.id, s.title) for s in readings["professional"].sections] == [("a", "Full")]
    assert findings_of(body) == []


def test_a_section_for_one_reading_is_not_in_the_other() -> None:
    body = "## A {#a}\n\nA.\n\n## Dose {#dose only=professional}\n\n/// professional\nB.\n///\n"
    readings = compile_body(body)
    assert readings["patient"].anchors == {"a"}
    assert readings["professional"].anchors == {"a", "dose"}
    assert findings_of(body) == []


def test_text_for_the_wrong_reading_is_told() -> None:
    (finding,) = findings_of("## Dose {#dose only=professional}\n\nFor both.\n")
    assert finding[:2] == (11, "section-id")
    assert "only for `professional`, and here is text for `patient`" in finding[2]


def test_only_must_name_a_reading() -> None:
    (finding,) = findings_of("## Dose {#dose only=doctors}\n\nFor both.\n")
    assert finding == (
        9,
        "section-id",
        "no reading is called `doctors`; use patient or professional",
    )


def test_boxes_keep_the_lists_inside_them() -> None:
    body = '## A {#a}\n\n!!! danger "Call at once:"\n\n    - a cough\n    - a fever\n\nAfter.\n'
    blocks = compile_body(body)["patient"].blocks
    assert [block.kind for block in blocks] == ["box", "paragraph"]
    assert blocks[0].plain == ("Call at once:", "a cough", "a fever")


def test_the_fingerprint_is_of_the_words_and_of_one_reading() -> None:
    body = "## A {#a}\n\nA.\n\n/// professional\nB.\n///\n"
    same = compile_body(body + "\n<!-- a remark -->\n")
    other = compile_body(body.replace("B.", "C."))
    assert compile_body(body)["patient"].fingerprint == same["patient"].fingerprint
    assert compile_body(body)["patient"].fingerprint == other["patient"].fingerprint
    assert compile_body(body)["professional"].fingerprint != other["professional"].fingerprint


def test_a_figure_at_the_start_of_any_item_has_a_capital() -> None:
    body = """## Text {#text}

/// patient
It helped. {{ calm.final.slept.short }} slept, and
{{ calm.final.slept.short }} did so long.

- {{ calm.final.slept.short }} slept.
- {{ calm.final.slept.short }} slept. Of these,
  {{ calm.final.slept.short }} dreamt.
///
"""
    texts = [block.plain for block in compile_body(body)["patient"].blocks]
    assert texts == [
        ("It helped. About 39 out of 100 slept, and about 39 out of 100 did so long.",),
        (
            "About 39 out of 100 slept.",
            "About 39 out of 100 slept. Of these, about 39 out of 100 dreamt.",
        ),
    ]
