"""Passages: the paragraphs, list items and table rows of a reading, and the sentences in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from plainguide.checks.text.prose import Prose, prose_of
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading, Written

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|!!!\s")
_END = re.compile(r"[.!?][\"”’')\]]*\s+")
_QUOTED = re.compile(r"“[^“”]*”|(?<!\w)\"[^\"]*\"|(?<!\w)‘[^‘’]*’(?!\w)")


def passages_of(reading: Reading) -> Iterator[Prose]:
    """Every passage that a reading has: title, summary, headings, and those of its blocks."""
    yield from heads_of(reading)
    for block in reading.blocks:
        yield from passages(block)


def heads_of(reading: Reading) -> Iterator[Prose]:
    """Title, summary, and the headings of sections."""
    front = reading.topic.front
    for key, wording in (("title", front.title), ("summary", front.summary)):
        place = reading.topic.places[f"{key}.{reading.name}"]
        yield prose_of((Written(place, wording.for_(reading.name)),))
    for section in reading.sections:
        if section.title:
            # The title stands after the marks of its heading, `## `.
            at = Place(section.place.path, section.place.line, section.place.column + 3)
            yield prose_of((Written(at, section.title),))


def passages(block: Block) -> Iterator[Prose]:
    """The passages of a block: one for a paragraph, one for each item of a list or row."""
    if block.kind in {"code", "picture"}:
        return
    gathered: list[Written] = []
    for line in block.written:
        if gathered and (not line.text.strip() or block.kind == "table" or _ITEM.match(line.text)):
            yield prose_of(tuple(gathered))
            gathered = []
        if line.text.strip():
            gathered.append(line)
    if gathered:
        yield prose_of(tuple(gathered))


def sentence_starts(text: str) -> tuple[int, ...]:
    """Where each sentence of a passage begins."""
    return (0, *(match.end() for match in _END.finditer(text)))


def sentence_around(text: str, start: int, *, before: int = 0, after: int = 0) -> tuple[int, int]:
    """Where the sentence at an index begins and ends.

    Args:
        text: a passage.
        start: the index.
        before: how many sentences before it to take in.
        after: how many after it.
    """
    starts = sentence_starts(text)
    index = bisect_right(starts, start) - 1
    last = index + after + 1
    return starts[max(index - before, 0)], starts[last] if last < len(starts) else len(text)


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """What stands between quotation marks, as spans."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def within(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a stretch lies within one of these."""
    return any(first <= start and end <= last for first, last in spans)
