"""Set words into a box: as large as they fit, over several lines, and never cut without a mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

_MORE = "…"
_LEADING = 1.08
"""From line to line, by the size of the letters."""

Width = Callable[[str], float]
"""How wide some words are, in pixels."""


@dataclass(frozen=True, slots=True)
class Set:
    """Words that were set.

    Attributes:
        step: from line to line, in pixels.
        width: of the longest line, in pixels.
        height: of all lines, in pixels.
    """

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    step: int
    width: int
    height: int


def set_text(
    text: str, font: Path, sizes: Sequence[int], width: int, height: int, *, lines: int = 99
) -> Set:
    """Set a text in the largest size that fits whole, or else as much of it as the smallest holds.

    Args:
        text: the words.
        font: the font's file.
        sizes: to be tried, from the largest, in pixels.
        width: of the box, in pixels.
        height: of the box, in pixels.
        lines: how many there may be at most.
    """
    for size in sizes:
        face, step = _face(font, size), round(size * _LEADING)
        most = max(1, min(lines, height // step))
        broken = broken_into(text, face.getlength, width)
        if len(broken) <= most and all(face.getlength(line) <= width for line in broken):
            break
    else:
        broken = shortened(broken, face.getlength, width, most)
    longest = max((face.getlength(line) for line in broken), default=0)
    deep = step * (len(broken) - 1) + sum(face.getmetrics())
    return Set(tuple(broken), face, step, min(width, int(longest) + 2), deep)


def broken_into(text: str, measure: Width, width: int) -> list[str]:
    """A text in lines, broken between words; a word that is too wide has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(lines: Sequence[str], measure: Width, width: int, most: int) -> list[str]:
    """Lines of which some are too many or too wide, with a mark wherever something is left out."""
    kept = list(lines[:most])
    if len(lines) > most:
        kept[-1] = _ending(kept[-1], measure, width)
    return [line if measure(line) <= width else _cut(line, measure, width) for line in kept]


def _ending(line: str, measure: Width, width: int) -> str:
    """A line that the text goes on after: whole words, then the mark."""
    words = line.split()
    while len(words) > 1 and measure(" ".join(words) + _MORE) > width:
        words.pop()
    return " ".join(words).rstrip(".,:;") + _MORE


def _cut(line: str, measure: Width, width: int) -> str:
    """As much of one long word as there is room for, then the mark."""
    line = line.removesuffix(_MORE)
    while line and measure(line + _MORE) > width:
        line = line[:-1]
    return line + _MORE


@cache
def _face(font: Path, size: int) -> ImageFont.FreeTypeFont:
    """A font in a size; set by the simple engine, which is the same on every machine."""
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)
