"""Tables as lines that can be read one after the other: row – column: value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

Say = Callable[[HtmlElement], str]
"""The words of a cell."""

_BETWEEN = " – "


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell where it stands; the same one at each place that it spans."""

    text: str
    heads_row: bool
    heads: bool
    first: bool


def table_lines(table: HtmlElement, say: Say) -> Iterator[str]:
    """A table's caption, its columns' names, and a line for each value.

    The first cell of a row names the row, where columns have names or the cell is a header. A cell
    without words gives no line.

    Args:
        table: the element.
        say: gives a cell's words.
    """
    for caption in table.iterchildren("caption"):
        if text := say(caption):
            yield text
    rows = _grid(table, say)
    heads: list[str] = []
    while rows and all(cell.heads for cell in rows[0]) and rows[0]:
        names = [cell.text for cell in rows.pop(0)]
        old = [*heads, *[""] * (len(names) - len(heads))]
        new = [*names, *[""] * (len(old) - len(names))]
        heads = [
            _BETWEEN.join(dict.fromkeys(filter(None, pair))) for pair in zip(old, new, strict=True)
        ]
    if any(heads):
        yield _BETWEEN.join(dict.fromkeys(filter(None, heads)))
    for row in rows:
        yield from _row(row, heads)


def _row(row: list[_Cell], heads: list[str]) -> Iterator[str]:
    """The lines of one row."""
    named = 0
    while named < len(row) and row[named].heads_row:
        named += 1
    if not named and any(heads) and len(row) > 1:
        named = 1
    name = _BETWEEN.join(dict.fromkeys(cell.text for cell in row[:named] if cell.text))
    lines = []
    for place, cell in enumerate(row[named:], named):
        column = heads[place] if place < len(heads) else ""
        if cell.text and cell.first:
            before = _BETWEEN.join(filter(None, (name, column)))
            lines.append(f"{before}: {cell.text}" if before else cell.text)
    if lines and not any(heads) and not named:
        yield _BETWEEN.join(lines)
    else:
        yield from lines or filter(None, [name])


def _grid(table: HtmlElement, say: Say) -> list[list[_Cell]]:
    """Every row with a cell for each column, whatever cells span."""
    grid: list[list[_Cell]] = []
    below: dict[int, tuple[int, _Cell]] = {}
    for row in table.iter("tr"):
        line: list[_Cell] = []

        def fill(line: list[_Cell] = line) -> None:
            while len(line) in below:
                place = len(line)
                left, cell = below.pop(place)
                line.append(cell)
                if left > 1:
                    below[place] = (left - 1, cell)

        for element in row.iterchildren("td", "th"):
            fill()
            text, head = say(element), element.tag == "th"
            in_head = next(element.iterancestors("thead", "tbody", "table")).tag == "thead"
            down, across = _span(element, "rowspan"), _span(element, "colspan")
            by_row = head and (element.get("scope") == "row" or (not in_head and not line))
            for n in range(across):
                cell = _Cell(text, by_row, in_head or (head and not by_row), first=n == 0)
                if down > 1:
                    below[len(line)] = (down - 1, cell)
                line.append(cell)
        fill()
        grid.append(line)
    return grid


def _span(element: HtmlElement, name: str) -> int:
    """Over how many rows or columns a cell stretches; one where it says nothing sensible."""
    value = element.get(name, "1")
    return min(max(int(value), 1), 1000) if value.isdecimal() else 1
