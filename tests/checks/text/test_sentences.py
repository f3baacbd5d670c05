from __future__ import annotations

from plainguide.checks.text.sentences import cells, passages_of, sentences_in, units
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
    reading = compile_body(BODY)["patient"]
    found = [
        (p.place().line, p.place().column, " ".join(p.text.split())) for p in passages_of(reading)
    ]
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
    unit = next(units(block))
    second = list(sentences_in(unit))[1]
    assert str(second.place(second.text.index("in"))).endswith(":12:1")


def test_parts_a_row_into_cells() -> None:
    table = next(b for b in compile_body(BODY)["patient"].blocks if b.kind == "table")
    rows = [[(c.text, c.place().column) for c in row] for row in cells(table)]
    assert rows == [[("A", 3), ("B", 7)], [("one", 3), ("two . Three", 10)]]
