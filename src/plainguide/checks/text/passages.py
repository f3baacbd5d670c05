"""The passages of a reading: its paragraphs, list items and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.text.prose import Prose, prose_of
from plainguide.checks.text.texts import has_prose, headings_of
from plainguide.model.reading import Block, Reading, Written

ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|!!!\s")
"""What begins a passage of its own: the mark of a list item, or of a box."""
RULED = re.compile(r"\s*\|?[\s:|-]+\|?\s*$")
"""The line of a table that parts its head from its rows."""


def passages_of(reading: Reading) -> Iterator[Prose]:
    """Every passage that a reading has: title, summary, headings, and those of its blocks."""
    yield from headings_of(reading)
    for block in reading.blocks:
        yield from passages(block)


def passages(block: Block) -> Iterator[Prose]:
    """The passages of a block: a paragraph, each item of a list, each row of a table."""
    if not has_prose(block):
        return
    gathered: list[Written] = []
    for line in block.written:
        parts = block.kind == "table" or not line.text.strip() or ITEM.match(line.text)
        if parts and gathered:
            yield prose_of(tuple(gathered))
            gathered = []
        if line.text.strip() and not (block.kind == "table" and RULED.match(line.text)):
            gathered.append(line)
    if gathered:
        yield prose_of(tuple(gathered))
