"""The words around a figure: its sentence, or its row and column, and what introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.text.passages import ITEM
from plainguide.checks.text.prose import prose
from plainguide.model.reading import Block, Section, Use

_END = re.compile(r"[.!?][”’\"')*_]*(?=\s)|\n\s*\n")
_CELL = re.compile(r"(?<!\\)\|")


def around(section: Section, index: int, use: Use) -> Iterator[str]:
    """The words in which a figure stands, the nearest first.

    They are its sentence, or in a table its row and the head of its column; then the paragraph that
    leads up to a list or a table with a colon; then the headings above it.

    Args:
        section: where it is shown.
        index: which of its blocks shows it.
        use: the figure there.
    """
    block = section.blocks[index]
    yield from _in_table(block, use) if block.kind == "table" else [_sentence(block, use)]
    before = section.blocks[index - 1] if index else None
    if before and before.kind != "heading" and block.kind in {"table", "list"}:
        lead = prose(before).text.strip()
        if block.kind == "table" or lead.endswith(":"):
            yield lead
    headings = [b for b in section.blocks[:index] if b.kind == "heading"]
    if headings:
        yield prose(headings[-1]).text.strip()
    yield section.title


def _sentence(block: Block, use: Use) -> str:
    """The sentence in which a figure stands."""
    text = prose(block)
    offset = 0
    for line in block.written:
        if line.place.line == use.place.line:
            offset += use.place.column - line.place.column
            break
        offset += len(line.text) + 1
    ends = [*(match.end() for match in _END.finditer(text.text)), *_items(block)]
    start = max((end for end in ends if end <= offset), default=0)
    end = min((end for end in ends if end > offset), default=len(text.text))
    return text.text[start:end]


def _items(block: Block) -> Iterator[int]:
    """Where the items of a list begin, whose marks are no longer in its text."""
    offset = 0
    for line in block.written:
        if block.kind == "list" and ITEM.match(line.text):
            yield offset
        offset += len(line.text) + 1


def _in_table(block: Block, use: Use) -> Iterator[str]:
    """The row in which a figure stands, and the head of its column."""
    row = next(line for line in block.written if line.place.line == use.place.line)
    yield row.text
    column = len(_CELL.findall(row.text[: use.place.column - row.place.column]))
    cells = _CELL.split(block.written[0].text)
    if column < len(cells):
        yield cells[column]
