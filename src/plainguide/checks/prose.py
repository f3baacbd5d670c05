"""A block's own words, and where each of them stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plainguide.checks.readability import sentences, words
from plainguide.checks.same import Same
from plainguide.model.place import Place
from plainguide.model.reading import Block, Written

_MARKS = re.compile(r"[*_`|]|^\s*(?:[-+]|\d+[.)]|#{1,6}|!!!\s+\w+)(?=\s)", re.MULTILINE)

_GAP = re.compile(r"\W+")
_IN_WORD = re.compile(r"\w")


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
        """Where the character at an offset of `text` stands."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        at = self._places[index]
        return Place(at.path, at.line, at.column + offset - self._starts[index])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its reader sees it, figures said, and where it begins."""

    text: str
    place: Place


def prose(block: Block) -> Prose:
    """The words of a block."""
    return _prose(Same(block))


@lru_cache(maxsize=1024)
def _prose(block: Same[Block]) -> Prose:
    """The same, kept: most rules look at the blocks of one topic before the next topic comes."""
    return prose_of(block.it.written)


def prose_of(lines: tuple[Written, ...]) -> Prose:
    """The words of some lines."""
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line.text) + 1
    joined = "\n".join(line.text for line in lines)
    blanked = _MARKS.sub(lambda match: " " * len(match[0]), joined)
    return Prose(blanked, tuple(starts) or (0,), tuple(line.place for line in lines))


def sentences_of(block: Block) -> Iterator[Sentence]:
    """The sentences of a block, in order.

    A sentence is looked up by its first words that its author wrote; one that is nothing but a
    figure stands where the one before it does.
    """
    if not block.written or block.kind == "picture":
        return
    written = prose(block)
    offset = 0
    for text in sentences(block.plain):
        found = _find(words(text), written.text, offset)
        if found is not None:
            offset = found
        start = offset + len(written.text[offset:]) - len(written.text[offset:].lstrip())
        yield Sentence(text, written.place(min(start, len(written.text) - 1)))
        offset = start if found is None else offset + 1


def _find(spoken: list[str], text: str, offset: int) -> int | None:
    """Where the first three words that stand together begin; fewer where there are fewer."""
    for length in (3, 2, 1):
        for first in range(max(len(spoken) - length + 1, 0)):
            found = _search(spoken[first : first + length], text, offset)
            if found is not None:
                return found
            if first > length:
                break
    return None


def _search(run: list[str], text: str, offset: int) -> int | None:
    """Where words begin that stand together, with anything but words between them."""
    start = text.find(run[0], offset)
    while start >= 0:
        if not (start and _IN_WORD.match(text, start - 1)):
            end: int | None = start + len(run[0])
            for word in run[1:]:
                gap = _GAP.match(text, end) if end is not None else None
                at = gap.end() if gap else None
                end = at + len(word) if at is not None and text.startswith(word, at) else None
            if end is not None and not _IN_WORD.match(text, end):
                return start
        start = text.find(run[0], start + 1)
    return None
