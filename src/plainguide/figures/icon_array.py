"""A share as a hundred people: those in it are filled, the others are outlines.

Readers grasp ten rows of ten at a glance, and see those whom it did not happen to as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from plainguide.figures.said import Named, Said
from plainguide.figures.svg import LINE, WIDTH, canvas, paragraph, tag, text, wrapped

_ROW = 10
_ALL = 100
_PITCH = 31
_LEFT = 10
_TOP = 16
_PERSON = "M4-8a4 4 0 1 1-8 0a4 4 0 1 1 8 0zM-7 12V4a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v8z"
_FEET = "M-7 12V5h14v7z"
_WORDS_AT = 36
_SPACE = 10


@dataclass(frozen=True, slots=True)
class Side:
    """The people in the share, or the others: how many they are, and what happened to them."""

    said: Said
    words: str


@dataclass(frozen=True, slots=True)
class IconArray:
    """A share out of a hundred.

    Attributes:
        filled: how many whole people are in it.
        partly: whether one more is in it only in part, so that neither none nor all are shown
            where that would be untrue.
    """

    filled: int
    partly: bool
    inside: Side
    outside: Side


def icon_array(named: Named, shown: IconArray) -> str:
    """Draw a hundred people, and under them what both sides are."""
    person = f"{named.id}-person"
    inside = [_use(person, *_at(n)) for n in range(shown.filled)]
    outside = [_use(person, *_at(n)) for n in range(shown.filled, _ALL)]
    if shown.partly:
        x, y = _at(shown.filled)
        inside.append(tag("path", d=_FEET, transform=f"translate({x} {y})"))
    y = _TOP + _ROW * _PITCH + _SPACE
    keys = [_use(person, _LEFT, y), _use(person, _LEFT, y + _key_height(shown.inside))]
    bottom = y + _key_height(shown.inside) + _key_height(shown.outside) - LINE
    return canvas(
        named,
        bottom,
        tag("defs", tag("path", id=person, d=_PERSON)),
        tag("g", *inside, keys[0], class_="picture__in"),
        tag(
            "g",
            *outside,
            keys[1],
            class_="picture__out",
            fill="none",
            stroke="currentColor",
            stroke_width=1.5,
        ),
        _key(shown.inside, y),
        _key(shown.outside, y + _key_height(shown.inside)),
    )


def _at(n: int) -> tuple[float, float]:
    """Where the person of this number stands, row by row."""
    row, column = divmod(n, _ROW)
    return _LEFT + column * _PITCH, _TOP + row * _PITCH


def _use(person: str, x: float, y: float) -> str:
    return tag("use", href=f"#{person}", x=x, y=y)


def _key(side: Side, y: float) -> str:
    """What one side is, beside the person that stands for it."""
    number = text(_WORDS_AT, y, side.said, font_weight=700)
    return number + paragraph(_WORDS_AT, y + LINE, side.words, WIDTH - _WORDS_AT)


def _key_height(side: Side) -> float:
    return (1 + len(wrapped(side.words, WIDTH - _WORDS_AT))) * LINE + _SPACE
