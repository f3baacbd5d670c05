"""The sentences of a block as their author wrote them, each with the place of every word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plainguide.checks.text.prose import Prose, prose_of
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading, Written

_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_RULED = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
# A sentence ends at its mark before a capital, or before an expression, which is a wide gap here.
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*(?:\s+(?=[\"“‘'(\[]*[A-Z0-9])|[^\S\n]{6,}(?=\S))")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a cell of a table.

    Attributes:
        text: its words, as `Prose` has them.
        start: where in `of` it begins.
    """

    text: str
    start: int
    of: Prose

    def place(self, offset: int = 0) -> Place:
        """Where the character at an offset of `text` stands."""
        return self.of.place(self.start + offset)


def units(block: Block) -> Iterator[Prose]:
    """The paragraphs, list items, rows and the like of a block."""
    if block.kind in {"code", "picture", "comment"}:
        return
    gathered: list[Written] = []
    for line in block.written:
        starts = block.kind == "table" or not line.text.strip() or _ITEM.match(line.text)
        if starts and gathered:
            yield prose_of(tuple(gathered))
            gathered = []
        if line.text.strip() and not (block.kind == "table" and _RULED.match(line.text)):
            gathered.append(line)
    if gathered:
        yield prose_of(tuple(gathered))


def sentences_in(unit: Prose) -> Iterator[Passage]:
    """The sentences of one unit, without the space around them."""
    start = 0
    for end in [*(match.end() for match in _END.finditer(unit.text)), len(unit.text)]:
        said = unit.text[start:end]
        if kept := said.strip():
            yield Passage(kept, start + said.index(kept[0]), unit)
        start = end


def cells(block: Block) -> Iterator[tuple[Passage, ...]]:
    """The rows of a table, the cells of each in order; nothing of any other block."""
    if block.kind != "table":
        return
    for line in block.written:
        if _RULED.match(line.text):
            continue
        unit = prose_of((line,))
        bars = [match.start() for match in re.finditer(r"\|", line.text)]
        edges = [-1, *bars, len(unit.text)]
        spans = [(left + 1, right) for left, right in pairwise(edges)]
        yield tuple(
            Passage(said.strip(), left + len(said) - len(said.lstrip()), unit)
            for left, right in spans
            if (said := unit.text[left:right]).strip()
        )


def passages_of(reading: Reading) -> Iterator[Passage]:
    """Every sentence of a reading's headings and blocks, in order."""
    for section in reading.sections:
        if section.title:
            # The title stands after the marks of its heading, `## `.
            at = Place(section.place.path, section.place.line, section.place.column + 3)
            yield from sentences_in(prose_of((Written(at, section.title),)))
        for block in section.blocks:
            for unit in units(block):
                yield from sentences_in(unit)
