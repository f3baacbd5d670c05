from __future__ import annotations

import pytest

from plainguide.checks.text.prose import prose, prose_of, sentences_of
from plainguide.checks.wording.phrases import Phrases, in_prose, in_reading
from plainguide.model.place import Place
from plainguide.model.reading import Written
from support.compiling import compile_body

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


def test_looks_at_headings_too_and_not_at_code() -> None:
    reading = compile_body("## Is it a cure? {#a}\n\nYes.\n\n```\na cure\n```\n")["patient"]
    assert [str(m.place) for m in in_reading(reading, LISTED)] == [f"{reading.topic.path}:9:12"]


def test_an_empty_list_finds_nothing() -> None:
    text = prose_of((Written(Place("a.md"), "cure"),))
    assert list(in_prose(text, Phrases(phrases={}))) == []


BODY = """## Text {#a}

First here. It slept
in {{ calm.final.slept }}. **Then** it
woke. {{ calm.final.slept }} slept well.

- Now a list. And more.
- Then a list again.
"""


def test_knows_where_each_sentence_begins() -> None:
    blocks = compile_body(BODY)["patient"].blocks
    found = [(s.place.line, s.place.column, s.text[:9]) for b in blocks for s in sentences_of(b)]
    assert found[:3] == [(11, 1, "First her"), (11, 13, "It slept "), (12, 30, "Then it w")]
    assert [place for *place, _ in found[4:]] == [[15, 3], [15, 15], [16, 3]]


def test_prose_keeps_columns() -> None:
    block = compile_body("## T {#a}\n\n- One *two* {{ calm.final.slept }} three.\n")[
        "patient"
    ].blocks[0]
    text = prose(block)
    assert text.text.split() == ["One", "two", "three."]
    assert str(text.place(text.text.index("three"))).endswith(":11:36")


def test_finds_phrases_that_begin_alike_or_with_no_letter() -> None:
    phrases = ("safe", "safe for all", "sale", "100% safe", "*ish", "a", "a sale")
    listed = Phrases(phrases=dict.fromkeys(phrases, "ask"))
    text = prose_of(
        (Written(Place("a.md"), "A sale, Safe for all: 100% safe, saleable, newish, a."),)
    )
    found = [match.said for match in in_prose(text, listed)]
    assert found == ["A sale", "Safe for all", "100% safe", "newish", "a"]
