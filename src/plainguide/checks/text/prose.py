"""A block's own words, and where each of them stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from plainguide.checks.same import Same
from plainguide.model.place import Place
from plainguide.model.reading import Block, Written

_MARKS = re.compile(r"[*_`|]|^\s*(?:[-+]|\d+[.)]|#{1,6}|!!!\s+\w+)(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prose:
    """Text that may run over several lines.

    Attributes:
        text: the words as they were written, with expressions, addresses and marks of emphasis
            replaced by spaces; lines are parted by line feeds.
    """

    text: str
    _starts: tuple[int, ...]
    _places: tuple[Place, ...]

    def place(self, offset: int) -> Place:
        """Where the character at an offset of `text` stands; there must be a line at all."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        at = self._places[index]
        return Place(at.path, at.line, at.column + offset - self._starts[index])


def prose(block: Block) -> Prose:
    """The words of a block, its lines parted by line feeds; empty where nothing is written."""
    return _prose(Same(block))


@lru_cache(maxsize=1024)
def _prose(block: Same[Block]) -> Prose:
    """The same, kept: most rules look at the blocks of one topic before the next topic comes."""
    return prose_of(block.it.written)


def prose_of(lines: tuple[Written, ...]) -> Prose:
    """The words of some lines, in order, each mark replaced by as many spaces as it has signs."""
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line.text) + 1
    joined = "\n".join(line.text for line in lines)
    blanked = _MARKS.sub(lambda match: " " * len(match[0]), joined)
    return Prose(blanked, tuple(starts) or (0,), tuple(line.place for line in lines))
