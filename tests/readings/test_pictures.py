from __future__ import annotations

import re
from decimal import Decimal

import pytest
from lxml import html as lxml_html

from plainguide.model.pictures import unworded
from plainguide.model.reading import Block
from plainguide.readings.phrase import hundred
from support.compiling import HEAD, TOPIC, check_with, compile_body, findings_of, tea_files

ICONS = 'picture("icon-array", "calm.final.slept", "they slept", "they did not")'
CUT = "content/evidence/trials.yml"


def _block(expression: str, reading: str = "professional") -> Block:
    readings = compile_body(f"## A {{#a}}\n\n{{{{ {expression} }}}}\n")
    (block,) = next(r for name, r in readings.items() if name == reading).blocks
    return block


def _cells(block: Block) -> list[str]:
    """What the table says, cell by cell, without its heads."""
    body = lxml_html.fromstring(block.markdown).find(".//tbody")
    assert body is not None
    return ["".join(map(str, cell.itertext())) for cell in body.iter("th", "td")]


def _message(expression: str, reading: str = "professional") -> str:
    """What is found wrong with a picture, at its place."""
    other = "patient" if reading == "professional" else "professional"
    body = f"## A {{#a}}\n\n/// {other}\nB.\n///\n\n/// {reading}\n{{{{ {expression} }}}}\n///\n"
    (finding,) = check_with({TOPIC: HEAD + body}).findings
    assert (finding.place.line, finding.place.column, finding.rule) == (16, 1, "unknown-name")
    return finding.message


def test_a_share_is_a_hundred_people_in_words_of_the_author() -> None:
    block = _block(ICONS, "patient")
    assert block.kind == "picture"
    tree = lxml_html.fromstring(block.markdown)
    assert tree.get("class") == "picture picture--icon-array"
    assert tree.xpath("string(.//desc)") == (
        "About 39 out of 100: they slept. About 61 out of 100: they did not."
    )
    assert tree.xpath(".//tbody//data/@data-figure") == [
        "calm.final.slept.hundred",
        "calm.final.slept.others",
    ]
    assert _cells(block) == [
        *("they slept", "about 39 out of 100"),
        *("they did not", "about 61 out of 100"),
    ]


def test_without_words_of_the_author_the_guides_own_are_used() -> None:
    block = _block('picture("icon-array", "calm.final.slept")')
    assert "with it" in block.plain
    assert "without it" in block.plain


def test_a_forest_shows_current_results_with_their_intervals() -> None:
    block = _block('picture("forest", "slept")')
    assert _cells(block) == ["CALM", "Calm tea", "Calm tea", "84", "39.3% (28.8–50.5)", "leaf-2025"]
    assert [use.ref for use in block.uses] == ["calm.final.slept.estimate", "calm.final.slept.of"]


def test_a_timeline_shows_decisions_in_words_of_the_reading() -> None:
    for reading, decision in (("patient", "Early"), ("professional", "Accelerated")):
        block = _block('picture("timeline", "approved_on")', reading)
        assert _cells(block) == [
            "19 January 2025",
            "Home country",
            "Calm tea",
            decision,
            "label-2026",
        ]


def test_a_flow_is_worded_for_each_reading() -> None:
    assert "Look at the cup" in _block('picture("flow", "brewing")', "patient").plain
    assert "Assess the colour" in _block('picture("flow", "brewing")').plain


@pytest.mark.parametrize(
    ("expression", "source"),
    [
        (ICONS, "leaf-2025"),
        ('picture("forest", "slept")', "leaf-2025"),
        ('picture("timeline", "approved_on", "calm_tea")', "label-2026"),
        ('picture("flow", "brewing")', "label-2026"),
    ],
)
def test_a_picture_cites_its_source_and_has_no_empty_line(expression: str, source: str) -> None:
    block = _block(expression)
    assert [citation.source for citation in block.citations] == [source]
    assert f"<figcaption>{block.plain[0]}<sup" in block.markdown
    assert "\n\n" not in block.markdown
    assert block.markdown.count("data-value=") == block.markdown.split("</svg>")[0].count(
        "data-figure="
    )


def test_the_same_picture_twice_has_two_ids() -> None:
    reading = compile_body(f"## A {{#a}}\n\n{{{{ {ICONS} }}}}\n\n{{{{ {ICONS} }}}}\n")["patient"]
    ids = re.findall(r' id="([^"]+)"', "".join(block.markdown for block in reading.blocks))
    assert len(ids) == len(set(ids)) == 6
    assert "picture-icon-array-calm-final-slept-2-title" in ids


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (
            'picture("icons", "calm.final.slept")',
            'did you mean "icon-array"?',
        ),
        ('picture("pie", "calm.final.slept")', 'no picture is called "pie"; use one of'),
        ('picture("forest")', "and the kind is one of icon-array, forest, timeline, flow"),
        ("picture()", "and the kind is one of icon-array, forest, timeline, flow"),
        ("picture(calm)", "more than a name"),
        (
            'picture("icon-array", "calm.final.slpet")',
            'the ledger has no share called calm.final.slpet; did you mean {{ picture("icon-array",'
            ' "calm.final.slept") }}?',
        ),
        ('picture("icon-array", "calm.final.slept.of")', "no share called calm.final.slept.of"),
        (
            'picture("icon-array", "calm.final.asleep")',
            "is a duration; an icon-array shows a share",
        ),
        ('picture("icon-array", "calm.final.slept", "one")', "an icon-array has two groups"),
        ('picture("forest", "slpet")', 'did you mean {{ picture("forest", "slept") }}?'),
        ('picture("forest", "slept", "clam")', "did you mean `calm`?"),
        ('picture("timeline", "aproved_on")', '{{ picture("timeline", "approved_on") }}?'),
        ('picture("timeline", "approved_on", "calm")', "has nothing to show in a timeline"),
        ('picture("flow", "brewin")', 'did you mean {{ picture("flow", "brewing") }}?'),
        ('picture("flow", "calm")', "calm is a trial; a flow shows an entry of kind `flow`"),
        ('picture("flow", "brewing", "more")', "a flow is all there is"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_the_nearest_that_can(
    expression: str, message: str
) -> None:
    assert message in _message(expression)


def test_intervals_are_not_for_patients() -> None:
    assert "a forest shows intervals" in _message('picture("forest", "slept")', "patient")


def test_a_pathway_that_nobody_has_read_is_not_for_patients() -> None:
    path = "content/evidence/more.yml"
    before, brewing, after = tea_files()[path].decode().partition("brewing:")
    unread = before + brewing + re.sub("checked: {.*}", "checked: none", after)
    found = check_with({path: unread}).findings
    assert [f.rule for f in found] == ["unknown-name"]
    assert "brewing was never read at its source" in found[0].message


def test_an_unread_figure_is_not_for_patients_in_a_picture_either() -> None:
    body = '## A {#a}\n\n{{ picture("icon-array", "calm.final.dreams") }}\n'
    assert [rule for _, rule, _ in findings_of(body)] == ["unchecked-figure"]


@pytest.mark.parametrize(
    "body", [f"See {{{{ {ICONS} }}}}.", f"- {{{{ {ICONS} }}}}", f"A\n{{{{ {ICONS} }}}}"]
)
def test_a_picture_stands_on_a_line_of_its_own(body: str) -> None:
    messages = {message for *_, message in findings_of(f"## A {{#a}}\n\n{body}\n")}
    assert messages == {
        "a picture stands on a line of its own, with an empty line before and after"
    }


def test_words_of_the_author_hold_no_typed_numbers_and_are_spelt_right() -> None:
    words = '"93.3%", "tasted ooolong"'
    body = f'## A {{#a}}\n\n{{{{ picture("icon-array", "calm.final.slept", {words}) }}}}\n'
    found = check_with({TOPIC: HEAD + body}).findings
    assert {(f.rule, f.place.line, f.place.column) for f in found} == {
        ("unbound-number", 11, 47),
        ("unknown-word", 11, 1),
    }


@pytest.mark.parametrize(
    ("value", "inside", "partly", "said"),
    [
        ("0", 0, False, ("0 out of 100", "100 out of 100")),
        ("0.4", 0, True, ("fewer than 1 out of 100", "more than 99 out of 100")),
        ("39.5", 40, False, ("about 40 out of 100", "about 60 out of 100")),
        ("50", 50, False, ("about 50 out of 100", "about 50 out of 100")),
        ("99", 99, False, ("about 99 out of 100", "about 1 out of 100")),
        ("99.6", 99, True, ("more than 99 out of 100", "fewer than 1 out of 100")),
        ("100", 100, False, ("100 out of 100", "0 out of 100")),
    ],
)
def test_a_hundred_people_are_rounded_as_in_words(
    value: str, inside: int, partly: object, said: tuple[str, str]
) -> None:
    people = hundred(Decimal(value))
    assert (people.inside, people.partly, people.said) == (inside, partly, said)


def test_pictures_can_be_drawn_without_words_of_a_guide() -> None:
    words = unworded()
    assert words.flow.caption.patient == "caption"
    assert words.forest.axis == "axis"
    assert words.timeline.decisions == {}
