from __future__ import annotations

import pytest

from plainguide.checks.text.prose import prose_of
from plainguide.checks.text.sentences import sentences_in
from plainguide.checks.wording.dosing import DoseWords, advice_in, dose_patterns
from plainguide.model.place import Place
from plainguide.model.reading import Written

WORDS = DoseWords(
    leads=("you can", "please"),
    starts=("if",),
    links=("and", "or"),
    others=("your team may",),
    actions=("skip", "double"),
    between=("the", "next", "your"),
    things=("dose", "tablet*"),
    whole=("stop taking",),
    numbers=("two",),
    measures=("mg",),
    counted=("tablets",),
    times=("twice a day",),
    taken=("tablets",),
    care=("ask your team",),
    against=("no need to ask",),
    negators=("do not",),
    unless=("two tablets of stone",),
)
PATTERNS = dose_patterns(WORDS, ("calm tea",))


def _advice(text: str) -> list[tuple[int, str]]:
    """The column of each hit, and the words that it is about."""
    passage = prose_of((Written(Place("a.md"), text),))
    hits = (hit for sentence in sentences_in(passage) for hit in advice_in(sentence, PATTERNS))
    return [(place.column, message.split("`")[1]) for place, message in hits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has 20 mg in it.", [(8, "20 mg")]),
        ("Eat two tablets.", [(5, "two tablets")]),
        ("The tablets are for twice a day.", [(21, "twice a day")]),
        ("Skip the next dose.", [(1, "Skip the next dose")]),
        ("Well. You can double your dose.", [(15, "double your dose")]),
        ("If it is late, skip calm tea.", [(16, "skip calm tea")]),
        ("You can sleep and stop taking it.", [(19, "stop taking")]),
    ],
)
def test_finds_amounts_times_and_advice(text: str, found: list[tuple[int, str]]) -> None:
    assert _advice(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Do not skip a dose.",
        "Some people skip the dose.",
        "Skip the dose?",
        "Before you skip the dose, ask your team.",
        "They said “you can skip the dose” to us.",
        "It weighs as two tablets of stone.",
        "Wash your hands twice a day.",
    ],
)
def test_leaves_what_warns_asks_quotes_or_sends_on(text: str) -> None:
    assert _advice(text) == []


def test_tells_what_a_list_below_a_line_is_of() -> None:
    assert PATTERNS.warns("Do not:")
    assert PATTERNS.warns("Ask your team before you:")
    assert not PATTERNS.warns("There is no need to ask your team before you:")
    assert not PATTERNS.warns("")


def test_tells_quickly_that_there_is_none() -> None:
    assert PATTERNS.may_be_in("Please skip it.")
    assert not PATTERNS.may_be_in("Please sleep.")
    assert PATTERNS.amount_in("of 20 mg") is not None
    assert PATTERNS.amount_in("of 20 people") is None
