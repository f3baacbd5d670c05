"""Results of trials with their intervals, one a row, each on a ruler of its own.

Rows are stacked, words above rulers, so that the picture fits a phone. They come in the order in
which they are given: sorted by result they would look like a ranking.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainguide.figures.said import Named, Said
from plainguide.figures.svg import LINE, WIDTH, canvas, introduced, paragraph, tag, text, wrapped

_LEFT, _RIGHT = 5, 211
_TICKS = (0, 25, 50, 75, 100)
_NUMBERED = (0, 50, 100)
_CAP = 5
_POINT = 4.5
_TRIAL_ROOM = 300
_PAUSE = 0.9 * LINE
_GAP = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One result, in percent.

    Attributes:
        group: what its arm was given; rows of one group stand together under it.
        arm: which arm it is, where the group does not say so already.
        low: the lower end of its interval; none where it was not reached.
        said: value and interval, in words.
        size: how many were treated; none where that is not known.
    """

    group: str
    trial: str
    arm: str
    value: float
    low: float | None
    high: float | None
    said: Said
    size: Said | None


def forest(named: Named, rows: tuple[Row, ...], axis: str) -> str:
    """Draw the rows, group by group, with a scale above and below."""
    y: float = LINE
    ruler = f"{named.id}-ruler"
    parts, group = [tag("defs", _ruler(ruler)), _scale(y, axis)], None
    y += _GAP + 2
    for row in rows:
        if row.group != group:
            group = row.group
            parts.append(_group(y, group))
            y += LINE * len(wrapped(group, WIDTH, bold=True)) + _GAP
        parts.append(tag("g", *_row(y + LINE, row, ruler)))
        y += LINE * (_words_height(row) + 1) + _PAUSE
    y += LINE
    parts.append(_scale(y, axis))
    return canvas(named, y + LINE / 2, *parts)


def _x(percent: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * percent / 100


def _scale(y: float, axis: str) -> str:
    """The numbers of the scale, and over the results what they are."""
    anchors = ("start", "middle", "middle")
    numbers = [
        text(_x(n) if n else 0, y, str(n), text_anchor=anchor)
        for n, anchor in zip(_NUMBERED, anchors, strict=True)
    ]
    name = text(WIDTH, y, axis, text_anchor="end")
    return tag("g", *numbers, name, class_="picture__soft")


def _group(y: float, name: str) -> str:
    line = tag("path", d=f"M0 {y:.1f}H{WIDTH}", stroke="currentColor", class_="picture__line")
    return line + paragraph(0, y + LINE, name, WIDTH, bold=True, class_="picture__head")


def _words_height(row: Row) -> int:
    """How many lines the words above a ruler take."""
    arm = len(wrapped(row.arm, WIDTH)) if row.arm else 0
    return len(wrapped(row.trial, _TRIAL_ROOM)) + arm


def _row(y: float, row: Row, ruler: str) -> Iterator[str]:
    """Trial and size, then the arm, then the ruler with the result beside it."""
    yield paragraph(0, y, row.trial, _TRIAL_ROOM)
    if row.size:
        yield introduced(WIDTH, y, "n = ", row.size, text_anchor="end", class_="picture__soft")
    below = y + LINE * len(wrapped(row.trial, _TRIAL_ROOM))
    if row.arm:
        yield paragraph(0, below, row.arm, WIDTH, class_="picture__soft")
    y += LINE * _words_height(row)
    yield text(WIDTH, y, row.said, text_anchor="end")
    middle = y - _CAP
    yield tag("use", href=f"#{ruler}", y=middle)
    yield _interval(middle, row)
    yield tag(
        "rect",
        x=_x(row.value) - _POINT,
        y=middle - _POINT,
        width=2 * _POINT,
        height=2 * _POINT,
        class_="picture__in",
    )


def _ruler(name: str) -> str:
    """The scale's line with its ticks; each row uses it."""
    ticks = "".join(f"M{_x(n):g} {1 - _CAP}v{2 * _CAP - 2}" for n in _TICKS)
    return tag(
        "path",
        id=name,
        d=f"M{_LEFT} 0H{_RIGHT}{ticks}",
        stroke="currentColor",
        stroke_opacity=0.45,
        class_="picture__ruler",
    )


def _interval(y: float, row: Row) -> str:
    """From end to end, with a cap where the end was reached."""
    low, high = (_x(0 if row.low is None else row.low), _x(100 if row.high is None else row.high))
    caps = [x for x, end in ((low, row.low), (high, row.high)) if end is not None]
    marks = "".join(f"M{x:.1f} {y - _CAP:.1f}v{2 * _CAP}" for x in caps)
    return tag(
        "path",
        d=f"M{low:.1f} {y:.1f}H{high:.1f}{marks}",
        stroke="currentColor",
        stroke_width=2,
        class_="picture__stroke",
    )
