"""Sentences: of a text, of a passage as it was written, and of a block as its reader sees it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from plainguide.checks.text.passages import RULED
from plainguide.checks.text.prose import Prose, prose, prose_of
from plainguide.checks.text.quotes import Span
from plainguide.model.place import Place
from plainguide.model.reading import Block

# A sentence ends at its mark before a capital, or before an expression, which is a wide gap where
# figures are not said.
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*(?:\s+(?=[\"“‘'(\[]*[A-Z0-9])|[^\S\n]{6,}(?=\S))")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\d*|\d+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_GAP = re.compile(r"\W+")
_IN_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a passage, or a cell of a table.

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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its reader sees it, figures said, and where it begins."""

    text: str
    place: Place


def words(text: str) -> list[str]:
    """The words and numbers of a text; a hyphen parts words, and a name keeps its number."""
    return _WORD.findall(_THOUSANDS.sub("", text))


def sentences(units: Iterable[str]) -> list[str]:
    """Part paragraphs, list items and the like into sentences; each unit ends one."""
    return [part for unit in units for part in _END.split(unit) if _WORD.search(part)]


def sentence_spans(text: str, within: Span | None = None) -> Iterator[Span]:
    """From where to where each sentence of a text goes, with the space behind it.

    Args:
        text: one passage, or several.
        within: the part of it to look at; all of it otherwise.
    """
    start, end = within or (0, len(text))
    for match in _END.finditer(text, start, end):
        yield start, match.end()
        start = match.end()
    if text[start:end].strip():
        yield start, end


def sentence_around(text: str, start: int, *, before: int = 0, after: int = 0) -> tuple[int, int]:
    """Where the sentence at an index of a passage begins and ends.

    Args:
        text: a passage.
        start: the index.
        before: how many sentences before it to take in.
        after: how many after it.
    """
    starts = (0, *(match.end() for match in _END.finditer(text)))
    index = bisect_right(starts, start) - 1
    last = index + after + 1
    return starts[max(index - before, 0)], starts[last] if last < len(starts) else len(text)


def sentences_in(passage: Prose) -> Iterator[Part]:
    """The sentences of a passage as they were written, without the space around them."""
    for start, end in sentence_spans(passage.text):
        said = passage.text[start:end]
        if kept := said.strip():
            yield Part(kept, start + said.index(kept[0]), passage)


def cells(block: Block) -> Iterator[tuple[Part, ...]]:
    """The rows of a table, the cells of each in order; nothing of any other block."""
    if block.kind != "table":
        return
    for line in block.written:
        if RULED.match(line.text):
            continue
        unit = prose_of((line,))
        bars = [match.start() for match in re.finditer(r"\|", line.text)]
        edges = [-1, *bars, len(unit.text)]
        spans = [(left + 1, right) for left, right in pairwise(edges)]
        yield tuple(
            Part(said.strip(), left + len(said) - len(said.lstrip()), unit)
            for left, right in spans
            if (said := unit.text[left:right]).strip()
        )


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
