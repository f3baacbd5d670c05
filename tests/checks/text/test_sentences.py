from __future__ import annotations

import pytest

from plainguide.checks.text.passages import passages, passages_of
from plainguide.checks.text.sentences import (
    cells,
    sentence_around,
    sentence_spans,
    sentences_in,
    sentences_of,
)
from support.compiling import compile_body

BODY = """## Is it so? {#a}

First here. It slept
in {{ calm.final.slept }}. **Then** it woke.

- One item. And more
  of it
- **Two**

| A | B |
|---|---|
| one | *two*. Three |

```
Code.
```
"""


def test_parts_all_that_is_written_into_sentences_with_their_places() -> None:
    parts = [s for p in passages_of(compile_body(BODY)["patient"]) for s in sentences_in(p)]
    found = [(p.place().line, p.place().column, " ".join(p.text.split())) for p in parts[2:]]
    assert found == [
        (9, 4, "Is it so?"),
        (11, 1, "First here."),
        (11, 13, "It slept in ."),
        (12, 30, "Then it woke."),
        (14, 3, "One item."),
        (14, 13, "And more of it"),
        (16, 5, "Two"),
        (18, 3, "A B"),
        (20, 3, "one two ."),
        (20, 16, "Three"),
    ]


def test_places_words_inside_a_sentence() -> None:
    block = compile_body(BODY)["patient"].blocks[0]
    unit = next(passages(block))
    second = list(sentences_in(unit))[1]
    assert str(second.place(second.text.index("in"))).endswith(":12:1")


def test_parts_a_row_into_cells() -> None:
    table = next(b for b in compile_body(BODY)["patient"].blocks if b.kind == "table")
    rows = [[(c.text, c.place().column) for c in row] for row in cells(table)]
    assert rows == [[("A", 3), ("B", 7)], [("one", 3), ("two . Three", 10)]]


SAID = """## Text {#a}

First here. It slept
in {{ calm.final.slept }}. **Then** it
woke. {{ calm.final.slept }} slept well.

- Now a list. And more.
- Then a list again.
"""


def test_knows_where_each_sentence_begins() -> None:
    blocks = compile_body(SAID)["patient"].blocks
    found = [(s.place.line, s.place.column, s.text[:9]) for b in blocks for s in sentences_of(b)]
    assert found[:3] == [(11, 1, "First her"), (11, 13, "It slept "), (12, 30, "Then it w")]
    assert [place for *place, _ in found[4:]] == [[15, 3], [15, 15], [16, 3]]


def test_gives_sentences_of_a_text_or_of_a_part_of_it() -> None:
    text = "One. “Two is e.g. this.” Three?"
    assert [text[a:b] for a, b in sentence_spans(text)] == [
        "One. ",
        "“Two is e.g. this.” ",
        "Three?",
    ]
    assert [text[a:b] for a, b in sentence_spans(text, (5, 24))] == ["“Two is e.g. this.”"]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [(0, 0, "Two here. "), (1, 0, "One. Two here. "), (5, 1, "One. Two here. Three?")],
)
def test_finds_the_sentence_around(before: int, after: int, found: str) -> None:
    text = "One. Two here. Three?"
    start, end = sentence_around(text, text.index("here"), before=before, after=after)
    assert text[start:end] == found
