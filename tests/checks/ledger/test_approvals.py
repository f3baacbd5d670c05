from __future__ import annotations

import pytest

from plainguide.checks.ledger.approvals import ApprovalWords, claims
from support.compiling import HEAD, TOPIC, check_with

WORDS = ApprovalWords(
    regions={"home": ("at home", "Home"), "abroad": ("abroad",)},
    approved=("approved",),
    denied=("not", "whether"),
    others=("cats",),
    own=("people",),
    unless=("approved cup",),
    stand_ins=("it",),
    breaks=("but",),
    sites=("study",),
)
MORE = "\ndusk:\n  kind: therapy\n  name: Dusk tea\n  medicines: [dusk tea]\n"


def _claims(body: str, about: str = "") -> list[tuple[int, int, str, str, list[str]]]:
    """Line, column, region, its words, and the therapies of what the patient reading tells."""
    head = HEAD.replace("evidence: [calm]", f"evidence: [calm]\nabout: [{about}]")
    checked = check_with({TOPIC: f"{head}## A {{#a}}\n\n{body}", "content/evidence/d.yml": MORE})
    assert checked.guide is not None
    found = claims(checked.readings["case"]["patient"], checked.guide, WORDS)
    return [(c.place.line, c.place.column, c.region, c.said, sorted(c.therapies)) for c in found]


def test_finds_a_therapy_and_its_regions_in_one_clause() -> None:
    assert _claims("Dusk tea is approved\nabroad and at home.\n") == [
        (13, 1, "abroad", "abroad", ["dusk"]),
        (13, 12, "home", "at home", ["dusk"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dusk tea is not approved abroad.",
        "Is dusk tea approved abroad?",
        "Dusk tea is approved for cats abroad.",
        "The approved cup of dusk tea is known abroad.",
        "Dusk tea is approved, as in a study abroad.",
        "It is approved abroad.",
    ],
)
def test_leaves_what_tells_no_approval(text: str) -> None:
    assert _claims(f"{text}\n") == []


def test_a_stand_in_is_for_what_was_named_before_or_what_the_page_is_about() -> None:
    before = _claims("Dusk tea is good. It is approved abroad.\n")
    assert [therapies for *_, therapies in before] == [["dusk"]]
    assert [t for *_, t in _claims("It is approved abroad.\n", about="dusk")] == [["dusk"]]


def test_a_clause_denies_for_itself() -> None:
    found = _claims("Dusk tea is approved at home, but it is not approved abroad.\n")
    assert [region for _, _, region, *_ in found] == ["home"]


def test_reads_the_rows_of_a_table() -> None:
    rows = "| Where | Dusk tea |\n|---|---|\n| Home | approved |\n| abroad | not approved |\n"
    body = f"Dusk tea:\n\n{rows}"
    assert _claims(body) == [(16, 3, "home", "Home", ["dusk"])]


def test_a_region_alone_holds_for_the_list_below_it() -> None:
    body = "Abroad:\n\n- Dusk tea: approved\n"
    words = [(region, said) for _, _, region, said, _ in _claims(body.replace("Abr", "abr"))]
    assert words == [("abroad", "abroad")]
