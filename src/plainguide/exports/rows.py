"""A figure as one flat row: its value, its interval, its counts, and where each comes from."""

from __future__ import annotations

from collections.abc import Mapping

from plainguide.model.evidence import Bound
from plainguide.model.figure import Count, Duration, FigureRecord, Interval, Noun, Ratio, Share

Row = Mapping[str, str]

FIELDS = (
    "ref",
    "entry",
    "part",
    "name",
    "measure",
    "value",
    "unit",
    "low",
    "high",
    "count",
    "of",
    "p",
    "endpoint",
    "arm",
    "dated",
    "superseded",
    "disputes",
    "source",
    "read_in",
    "read_on",
    "note",
)


def row(bound: Bound) -> Row:
    """A figure with the keys of `FIELDS`. Numbers keep their published digits, so all is text.

    `low` and `high` are the ends of the interval or the range; an end or a median that was not
    reached is `not reached`. What is not known is empty.
    """
    figure = bound.figure
    low, high = _ends(figure)
    known = {
        "ref": bound.ref,
        "entry": bound.entry.name,
        "part": bound.part.title,
        "name": figure.name,
        "measure": figure.measure,
        "value": exact(figure.value),
        "unit": figure.unit.professional if isinstance(figure.unit, Noun) else figure.unit,
        "low": low,
        "high": high,
        "count": _number(figure.count) if isinstance(figure, Share) else "",
        "of": _number(figure.of) if isinstance(figure, Share) else "",
        "p": _number(figure.p) if isinstance(figure, Ratio) else "",
        "endpoint": figure.endpoint,
        "arm": figure.arm,
        "dated": _number(bound.part.dated),
        "superseded": "yes" if bound.superseded else "",
        "disputes": bound.sibling(figure.disputes) if figure.disputes else "",
        "source": bound.source,
        "read_in": bound.checked.read_in if bound.checked else "",
        "read_on": _number(bound.checked.on) if bound.checked else "",
        "note": figure.note,
    }
    return {key: known[key] or "" for key in FIELDS}


def exact(value: object) -> str:
    """A value with the digits of its source."""
    return "not reached" if value is None else str(value)


def _number(value: object) -> str:
    """A number or a day as text; empty where there is none."""
    return "" if value is None else str(value)


def _ends(figure: FigureRecord) -> tuple[str, str]:
    """The ends of a figure's interval or range; empty where it has none."""
    interval: Interval | None = None
    if isinstance(figure, Share | Duration | Ratio):
        interval = figure.ci
    elif isinstance(figure, Count):
        interval = figure.range
    return (exact(interval[0]), exact(interval[1])) if interval else ("", "")
