"""A block's own words, and where each of them stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from plainguide.checks.readability import sentences, words
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
    return prose_of(block.written)


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
            run = spoken[first : first + length]
            pattern = r"\W+".join(map(re.escape, run))
            if match := re.compile(rf"(?<!\w){pattern}(?!\w)").search(text, offset):
                return match.start()
            if first > length:
                break
    return None
