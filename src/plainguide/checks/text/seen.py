"""A block's text as its reader sees it, figures said, and where each word of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.same import Same
from plainguide.checks.text.passages import ITEM
from plainguide.checks.text.prose import Prose, prose
from plainguide.checks.text.quotes import Span
from plainguide.model.place import Place
from plainguide.model.reading import Block, Use

_WORD = re.compile(r"\S+\s*")
_CLOSES = re.compile(r"[\s.,;:!?)%\]’”\"'–-]")


def seen(block: Block) -> Prose:
    """The words of a block, with each figure said where its expression stands."""
    return _seen(Same(block))


@lru_cache(maxsize=512)
def _seen(same: Same[Block]) -> Prose:
    block = same.it
    texts: list[str] = []
    starts: list[int] = []
    places: list[Place] = []
    offset = 0
    lines = prose(block).text.split("\n")
    for line, text in zip(block.written, lines, strict=False):
        for column, piece in _pieces(text, line.place, block.uses):
            starts.append(offset)
            places.append(Place(line.place.path, line.place.line, line.place.column + column))
            texts.append(piece)
            offset += len(piece)
        texts.append("\n")
        offset += 1
    return Prose("".join(texts[:-1]), tuple(starts) or (0,), tuple(places) or (block.place,))


def items(block: Block) -> Iterator[Span]:
    """The paragraphs and list items of a block, as parts of what is seen of it."""
    text = seen(block).text
    starts, offset = [0], 0
    for line, shown in zip(block.written, text.split("\n"), strict=False):
        if offset and ITEM.match(line.text):
            starts.append(offset)
        offset += len(shown) + 1
    yield from zip(starts, [*starts[1:], len(text)], strict=True)


def _pieces(text: str, at: Place, uses: tuple[Use, ...]) -> Iterator[tuple[int, str]]:
    """A line part by part, each with its column: what was typed, and what figures say."""
    cursor = 0
    for use in uses:
        start = use.place.column - at.column
        if use.place.line != at.line or start < cursor:
            continue
        # The expression was blanked out, so it ends where the next mark or word begins.
        after = start + len(text[start:]) - len(text[start:].lstrip())
        yield cursor, text[cursor:start]
        # Whichever word of a figure is looked up, it stands where its expression does.
        yield from ((start, word) for word in _WORD.findall(use.text))
        if after < len(text) and not _CLOSES.match(text[after]):
            after -= 1
        cursor = after
    yield cursor, text[cursor:]
