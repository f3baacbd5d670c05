from __future__ import annotations

import pytest

from plainguide.checks.text.prose import prose_of
from plainguide.checks.wording.phrases import Phrases, Words, found_in, in_prose, says
from plainguide.model.place import Place
from plainguide.model.reading import Written

LISTED = Phrases(
    phrases={
        "cure": "say what is known",
        "cure for": "say what it does",
        "stop … taking": "ask",
        "ill*": "say which",
        "don't": "do not",
    },
    unless=("not a cure",),
)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["It is a cure."], [(1, 9, "cure", "say what is known")]),
        (["It is a **cure", "for** all."], [(1, 11, "cure for", "say what it does")]),
        (["It is not a *cure*."], []),
        (["It is not", "a cure."], []),
        (["It is secure, a cure-all."], []),
        (["You may stop now", "taking it."], [(1, 9, "stop now taking", "ask")]),
        (["stop taking"], [(1, 1, "stop taking", "ask")]),
        (["stop a b c d taking"], []),
        (["An illness. ILL."], [(1, 4, "illness", "say which"), (1, 13, "ILL", "say which")]),
        (["Please don’t."], [(1, 8, "don’t", "do not")]),
    ],
)
def test_finds_phrases_where_they_stand(
    lines: list[str], found: list[tuple[int, int, str, str]]
) -> None:
    written = tuple(Written(Place("a.md", n), line) for n, line in enumerate(lines, 1))
    matches = in_prose(prose_of(written), LISTED)
    assert [(m.place.line, m.place.column, m.said, m.advice) for m in matches] == found


def test_an_empty_list_finds_nothing() -> None:
    text = prose_of((Written(Place("a.md"), "cure"),))
    assert list(in_prose(text, Phrases(phrases={}))) == []


def test_finds_phrases_that_begin_alike_or_with_no_letter() -> None:
    phrases = ("safe", "safe for all", "sale", "100% safe", "*ish", "a", "a sale")
    listed = Phrases(phrases=dict.fromkeys(phrases, "ask"))
    text = prose_of(
        (Written(Place("a.md"), "A sale, Safe for all: 100% safe, saleable, newish, a."),)
    )
    found = [match.said for match in in_prose(text, listed)]
    assert found == ["A sale", "Safe for all", "100% safe", "newish", "a"]


WORDS = Words(says=("not known", "unclear"), unless=("it is unclear water",))


def test_tells_whether_a_text_has_a_listed_phrase() -> None:
    assert says("That is *not\nknown* yet.", WORDS)
    assert not says("That is known. It is unclear water.", WORDS)


def test_tells_where_a_listed_phrase_stands() -> None:
    (match,) = found_in(prose_of((Written(Place("a.md", 3), "It is unclear."),)), WORDS)
    assert (str(match.place), match.said, match.start) == ("a.md:3:7", "unclear", 6)
