"""What was decided when, from the first year down to the last.

The axis goes by years, and a year is as high as what happened in it: dates far apart would leave a
phone's screen empty, and dates close together would cover each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainguide.figures.said import Named, Said
from plainguide.figures.svg import LINE, SIZE, WIDTH, canvas, paragraph, tag, text, wrapped

_AXIS = 58
_WORDS_AT = 78
_ROOM = WIDTH - _WORDS_AT
_EMPTY = 1.4 * LINE
_SHAPES = {
    "full": "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    "early": "M0-8L8 0L0 8L-8 0z",
    "bound": "M-6.5-6.5h13v13h-13z",
    "other": "M0-8L8 6H-8z",
}
_FILLED = {"full", "early"}


@dataclass(frozen=True, slots=True)
class Event:
    """A decision.

    Attributes:
        date: its day, in words.
        what: what it was on, and where it holds.
        outcome: what was decided, in words.
        shape: how it is marked: `full`, `early`, `bound` or `other`.
    """

    year: int
    date: Said
    what: str
    outcome: str
    shape: str


def timeline(named: Named, events: tuple[Event, ...]) -> str:
    """Draw the years with what happened in each; events come sorted by day."""
    parts: list[str] = []
    y: float = LINE
    for year in range(events[0].year, events[-1].year + 1):
        of_year = [event for event in events if event.year == year]
        parts.append(text(0, y, str(year), font_weight=700, class_="picture__head"))
        parts.append(tag("path", d=f"M{_AXIS - 5} {y - 5:.1f}h10", stroke="currentColor"))
        for event in of_year:
            parts.append(tag("g", *_event(y, event)))
            y += _height(event)
        y += 0 if of_year else _EMPTY
    axis = tag(
        "path", d=f"M{_AXIS} 2V{y - LINE:.1f}", stroke="currentColor", class_="picture__line"
    )
    return canvas(named, y - LINE, axis, *parts)


def _height(event: Event) -> float:
    return LINE * (1.8 + len(wrapped(event.what, _ROOM)) + len(wrapped(event.outcome, _ROOM)))


def _event(y: float, event: Event) -> Iterator[str]:
    """The mark on the axis, and beside it date, thing and decision."""
    yield tag(
        "path",
        d=_SHAPES[event.shape],
        transform=f"translate({_AXIS} {y - SIZE / 3:.1f})",
        class_="picture__in" if event.shape in _FILLED else "picture__hollow",
        fill=None if event.shape in _FILLED else "#fff",
        stroke="currentColor",
        stroke_width=2,
    )
    yield text(_WORDS_AT, y, event.date, font_weight=700)
    yield paragraph(_WORDS_AT, y + LINE, event.what, _ROOM)
    below = y + LINE * (1 + len(wrapped(event.what, _ROOM)))
    yield paragraph(_WORDS_AT, below, event.outcome, _ROOM, class_="picture__soft")
