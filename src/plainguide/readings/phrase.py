"""How a figure is said to whom: the one place that knows.

Patients get natural frequencies out of 100 and rounded durations; professionals get the published
value with its interval and its counts. Both come from one ledger entry, so they cannot disagree.

Source of the rules for patients: the CDC Clear Communication Index (items 9 to 11: numbers the
audience knows, no mathematics left to the reader) and AHRQ's PEMAT (items 11 and 12).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import singledispatch

from plainguide.model.figure import Count, Day, Dose, Duration, FigureRecord, Interval, Ratio, Share
from plainguide.model.topic import ReadingName

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_HALF = {
    "hours": "half an hour",
    "days": "half a day",
    "weeks": "half a week",
    "months": "half a month",
    "years": "half a year",
}
NOT_REACHED = "not reached"
_ROUNDED_FROM = 10
"""From how many units on a half no longer matters to a patient."""
_SINGULAR = {"hours": "hour", "days": "day", "weeks": "week", "months": "month", "years": "year"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a reader sees of a figure, and the exact value behind it."""

    text: str
    value: str


Phrases = Mapping[str, Phrase]
"""A figure's phrases by the name of the part shown; the empty name is the figure itself."""


def phrases(figure: FigureRecord, reading: ReadingName) -> Phrases:
    """All that can be said of a figure in one reading.

    Args:
        figure: any figure of the ledger.
        reading: who reads it.

    Returns:
        Phrases by part. Empty where the figure is not for this reading at all: a ratio, a dose or
        a median that was not reached in the patient reading.
    """
    return _for_patient(figure) if reading == "patient" else _for_professional(figure)


def day(value: date) -> str:
    """A date in words: `19 January 2023`."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def out_of_100(value: Decimal) -> str:
    """A percentage as a natural frequency, rounded half up: `about 39 out of 100`."""
    if value in {0, 100}:
        return f"{_whole(value)} out of 100"
    if value < 1:
        return "fewer than 1 out of 100"
    if 99 < value < 100:  # noqa: PLR2004 - rounding this up would say that all are
        return "more than 99 out of 100"
    return f"about {_whole(value)} out of 100"


@dataclass(frozen=True, slots=True)
class Hundred:
    """A share as a hundred people, split in two groups that together make all.

    Attributes:
        inside: how many are in the share, as whole people.
        partly: whether the share is short of one more person, or that much above none: neither
            "none" nor "all" may be shown where that is not so.
        said: how many are in it, and how many are not, in words.
    """

    inside: int
    partly: bool
    said: tuple[str, str]


def hundred(value: Decimal) -> Hundred:
    """A percentage as a hundred people, rounded as in words."""
    partly = 0 < value < 1 or 99 < value < 100  # noqa: PLR2004 - as in `out_of_100`
    inside = int(value) if partly else _whole(value)
    rest = 100 - (value if partly else Decimal(inside))
    return Hundred(inside, partly, (out_of_100(value), out_of_100(rest)))


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def interval(ends: Interval) -> str:
    """An interval as professionals read it: `31.6–59.6`, or `8.9 to not reached`."""
    low, high = (NOT_REACHED if end is None else str(end) for end in ends)
    return f"{low} to {high}" if NOT_REACHED in {low, high} else f"{low}–{high}"


def _length(value: Decimal | int, unit: str) -> str:
    return f"{value} {_SINGULAR[unit] if value == 1 else unit}"


@singledispatch
def _for_patient(figure: FigureRecord) -> Phrases:
    raise NotImplementedError(type(figure))


@singledispatch
def _for_professional(figure: FigureRecord) -> Phrases:
    raise NotImplementedError(type(figure))


@_for_patient.register
def _(figure: Share) -> Phrases:
    share = out_of_100(figure.value)
    exact = str(figure.value)
    return {
        "": Phrase(f"{share} {figure.noun.patient}", exact),
        "short": Phrase(share, exact),
        **_hundred(figure),
        **_counts(figure),
    }


@_for_professional.register
def _(figure: Share) -> Phrases:
    details = [f"95% CI {interval(figure.ci)}"] if figure.ci else []
    details += [f"{figure.count} of {figure.of}"] if figure.count is not None else []
    details += [f"n = {figure.of}"] if figure.count is None and figure.of else []
    exact = str(figure.value)
    return {
        "": Phrase(f"{exact}%{_brackets(details)}", exact),
        "short": Phrase(f"{exact}%", exact),
        "estimate": Phrase(
            f"{exact}%{_brackets([interval(figure.ci)] if figure.ci else [])}", exact
        ),
        **_hundred(figure),
        **_counts(figure),
    }


def _hundred(figure: Share) -> Phrases:
    """Both sides of a share, out of a hundred; the exact value of the others is what is left."""
    of_all, others = hundred(figure.value).said
    return {
        "hundred": Phrase(of_all, str(figure.value)),
        "others": Phrase(others, str(100 - figure.value)),
    }


def _counts(figure: Share) -> Phrases:
    known = {"count": figure.count, "of": figure.of}
    return {part: Phrase(str(n), str(n)) for part, n in known.items() if n is not None}


@_for_patient.register
def _(figure: Duration) -> Phrases:
    if figure.value is None:
        return {}
    said = _rounded(figure.value, figure.unit)
    return {"": Phrase(said, str(figure.value)), "short": Phrase(said, str(figure.value))}


def _rounded(value: Decimal, unit: str) -> str:
    """A duration as patients hear it: in whole units, or a half where rounding would mislead."""
    if "." not in str(value):
        return _length(value, unit)
    if 0 < value < Decimal("0.5"):
        return f"less than 1 {_SINGULAR[unit]}"
    if value < _ROUNDED_FROM and value % 1 == Decimal("0.5"):
        return f"about {int(value)} and a half {unit}" if value > 1 else f"about {_HALF[unit]}"
    return f"about {_length(_whole(value), unit)}"


@_for_professional.register
def _(figure: Duration) -> Phrases:
    said = NOT_REACHED if figure.value is None else _length(figure.value, figure.unit)
    details = [f"95% CI {interval(figure.ci)}"] if figure.ci else []
    exact = NOT_REACHED if figure.value is None else str(figure.value)
    return {"": Phrase(f"{said}{_brackets(details)}", exact), "short": Phrase(said, exact)}


@_for_patient.register
def _(figure: Count) -> Phrases:
    said = Phrase(f"{figure.value:,} {figure.unit.patient}", str(figure.value))
    return {"": said, "short": Phrase(f"{figure.value:,}", str(figure.value))}


@_for_professional.register
def _(figure: Count) -> Phrases:
    details = [f"range {interval(figure.range)}"] if figure.range else []
    said = f"{figure.value:,} {figure.unit.professional}{_brackets(details)}"
    exact = str(figure.value)
    return {"": Phrase(said, exact), "short": Phrase(f"{figure.value:,}", exact)}


@_for_patient.register
@_for_professional.register
def _(figure: Day) -> Phrases:
    exact = figure.value.isoformat()
    month = f"{_MONTHS[figure.value.month - 1]} {figure.value.year}"
    return {"": Phrase(day(figure.value), exact), "short": Phrase(month, exact)}


@_for_patient.register(Ratio)
@_for_patient.register(Dose)
def _(figure: FigureRecord) -> Phrases:  # noqa: ARG001 - whatever its value, it is not shown
    return {}


@_for_professional.register
def _(figure: Ratio) -> Phrases:
    details = [f"95% CI {interval(figure.ci)}"] if figure.ci else []
    details += [f"p = {figure.p}"] if figure.p is not None else []
    exact = str(figure.value)
    said = f"{figure.unit} {exact}"
    return {"": Phrase(f"{said}{_brackets(details)}", exact), "short": Phrase(said, exact)}


@_for_professional.register
def _(figure: Dose) -> Phrases:
    exact = str(figure.value)
    said = Phrase(f"{exact} {figure.unit}", exact)
    return {"": said, "short": said}


def _brackets(details: list[str]) -> str:
    return f" ({'; '.join(details)})" if details else ""
