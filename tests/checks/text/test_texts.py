from __future__ import annotations

from plainguide.checks.text.texts import front_of, headings_of, texts_in, texts_of, title_of
from support.compiling import compile_body

BODY = """A start.

## What is next? {#next}

A text.

| a | b |
|---|---|
| c | d |

```
code
```
"""


def test_gives_title_and_summary_where_they_stand() -> None:
    reading = compile_body(BODY)["professional"]
    found = [(line.text, line.place.line, line.place.column) for line in front_of(reading)]
    assert found == [("A case", 3, 26), ("A case.", 4, 29)]


def test_gives_titles_behind_their_marks() -> None:
    before, section = compile_body(BODY)["patient"].sections
    assert list(title_of(before)) == []
    (line,) = title_of(section)
    assert (line.text, line.place.line, line.place.column) == ("What is next?", 11, 4)


def test_gives_headings_only() -> None:
    texts = [text.text for text in headings_of(compile_body(BODY)["patient"])]
    assert texts == ["A case", "A case.", "What is next?"]


def test_gives_a_section_with_or_without_its_tables_and_never_its_code() -> None:
    section = compile_body(BODY)["patient"].sections[1]
    title, text, table = texts_in(section)
    assert (title.text, text.text) == ("What is next?", "A text.")
    assert table.text.split() == ["a", "b", "---", "---", "c", "d"]
    assert list(texts_in(section, tables=False)) == [title, text]


def test_gives_every_text_of_a_reading_in_order() -> None:
    texts = [text.text for text in texts_of(compile_body(BODY)["patient"])]
    assert texts[:5] == ["A case", "A case.", "A start.", "What is next?", "A text."]
