"""A table that cannot be followed by ear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading

_RULER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELLS = re.compile(r"(?:\\.|`[^`\n]*`|<[^>\n]*>|[^|\\`<]|[`<\\])*")
_MARKS = re.compile(r"[*_`\s]|\{[^}]*\}")
_INTRODUCES = frozenset({"paragraph"})


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find tables without headers, with rows that do not fit, or that nothing introduces.

    A table has a header row, above a line of dashes; each of its header cells but the first has
    words; each row has as many cells as the header; and directly before the table stands a
    paragraph that says what it shows.

    Why:    who listens to a table hears the header of each cell before it. Without, "9.3" may be
            months or people.
    Bad:    |  |  |
            |---|---|
            | Diarrhoea | common |
    Good:   How often side effects came:

            | Side effect | How often |
            |---|---|
            | Diarrhoea | common |
    Source: WCAG 2.2, success criterion 1.3.1, with techniques H39, H51 and F91.
    """
    for section in reading.sections:
        before: Block | None = None
        for block in section.blocks:
            rows = block.markdown.split("\n")
            first = 0 if block.kind == "table" else _first(block, rows)
            if first is not None:
                yield from _rows(block, rows, first)
            if first == 0 and (before is None or before.kind not in _INTRODUCES):
                message = "nothing says what this table shows; put a sentence right before it"
                yield block.place, message
            yield from _elements(block)
            before = block


def _first(block: Block, rows: list[str]) -> int | None:
    """The header of a table in a block of another kind: without bars at its edge, or indented."""
    if block.kind in {"heading", "code", "picture"}:
        return None
    rulers = (n for n, row in enumerate(rows) if n and "|" in row and _RULER.fullmatch(row))
    return next((n - 1 for n in rulers if "|" in rows[n - 1]), None)


def _rows(block: Block, rows: list[str], first: int) -> Iterator[Hit]:
    """What is wrong with the rows of a table, whose header is the row `first`."""
    places = [line.place for line in block.written]
    header = _cells(rows[first])
    if first and block.kind == "paragraph":
        yield places[first], "this is no table yet; put an empty line before it"
        return
    if len(rows) == 1 or not _RULER.fullmatch(rows[first + 1]) or _RULER.fullmatch(rows[first]):
        message = "this table has no header row; name its columns, with `|---|` on the line below"
        yield places[first], message
        return
    if len(header) > 1 and not any(words for _, words in header):
        yield places[first], "the header row of this table is empty; name its columns"
    else:
        for number, (start, words) in enumerate(header[1:], 2):
            if not words:
                place = Place(block.place.path, places[first].line, start + 1)
                yield place, f"the header of column {number} is empty; name the column"
    body = takewhile(
        lambda row: "|" in row[0], zip(rows[first + 1 :], places[first + 1 :], strict=True)
    )
    for row, place in body:
        if (number := len(_cells(row))) != len(header):
            many = f"{number} cell" + ("" if number == 1 else "s")
            yield place, f"this row has {many}, the header has {len(header)}; make them alike"


def _cells(row: str) -> list[tuple[int, str]]:
    """Where each cell of a row begins, and its words."""
    text = row.rstrip()
    start = len(text) - len(text.lstrip())
    start += text[start:].startswith("|")
    end = len(text) - (text.endswith("|") and not text.endswith("\\|") and len(text) > start)
    cells = []
    while start <= end:
        match = _CELLS.match(text, start, end)
        stop = match.end() if match else start
        words = text[start:stop]
        inner = start + len(words) - len(words.lstrip()) if words.strip() else start
        cells.append((inner, _MARKS.sub("", words)))
        start = stop + 1
    return cells


def _elements(block: Block) -> Iterator[Hit]:
    """Tables in HTML without a header cell."""
    names = [tag.name for tag in block.tags if not tag.ends]
    for tag in block.tags:
        if tag.name == "table" and not tag.ends and "th" not in names:
            yield tag.place, "this table has no header row; write it as a table of Markdown"
