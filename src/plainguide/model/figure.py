"""The kinds of figure that the ledger holds.

A figure keeps the digits of its source: `39.30` stays `39.30`, so values are decimals, not floats.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from plainguide.model.base import LedgerName, Record, Slug, Text

Percent = Annotated[Decimal, Field(ge=0, le=100)]
"""A share of the whole, from 0 to 100."""

End = Decimal | None
"""One end of an interval; none where it was not reached."""


def _in_order(interval: tuple[End, End]) -> tuple[End, End]:
    """Refuse an interval whose ends are swapped."""
    low, high = interval
    if low is not None and high is not None and low > high:
        raise ValueError(f"the lower end, {low}, is above the upper end, {high}")
    return interval


Interval = Annotated[tuple[End, End], AfterValidator(_in_order)]
"""The ends of an interval, the lower one first."""


class Checked(Record):
    """Where the figure's text was actually read, and when."""

    read_in: Slug = Field(alias="in")
    on: date


class Noun(Record):
    """What a number counts, in each reading's words."""

    patient: Text
    professional: Text


class FigureRecord(Record):
    """What every figure carries.

    Attributes:
        name: the end point or quantity, in the field's own words.
        source: the id of the source that publishes it; the part's own source where left out.
        checked: where its text was read; `none` says that nobody has read it yet.
        note: anything a reader of the figure must know.
        endpoint: which of the guide's end points it is a result of, so that it can be set beside
            other trials' results.
        arm: the trial's arm that it is of; all of the trial where left out.
        disputes: the figure of the same part that another source gives differently.
        preferred: why this figure stands before those that dispute it.
        accept: rules that may find fault with it, each with the reason why that is right.
    """

    name: Text
    source: Slug | None = None
    checked: Checked | Literal["none"] | None = None
    note: Text | None = None
    endpoint: LedgerName | None = None
    arm: LedgerName | None = None
    disputes: LedgerName | None = None
    preferred: Text | None = None
    accept: dict[Slug, Text] = Field(default_factory=dict)


class Counted(FigureRecord):
    """A figure that counts people or things, so that it can be held against others.

    Attributes:
        within: a figure of the same part that counts no fewer, such as all grades of a harm.
        sum_of: figures of the same part whose counts make up this one.
    """

    within: LedgerName | None = None
    sum_of: tuple[LedgerName, ...] = ()


class Share(Counted):
    """A proportion of people or of things, in percent."""

    measure: Literal["share"]
    value: Percent
    unit: Literal["%"] = "%"
    ci: Interval | None = None
    count: int | None = Field(default=None, ge=0)
    of: int | None = Field(default=None, gt=0)
    noun: Noun = Noun(patient="people", professional="patients")

    @model_validator(mode="after")
    def _count_fits(self) -> Share:
        if self.count is not None and self.of is None:
            raise ValueError("`count` says how many; `of` must say out of how many")
        if self.count is not None and self.of is not None and self.count > self.of:
            raise ValueError(f"{self.count} of {self.of} is more than all")
        return self


class Duration(FigureRecord):
    """A length of time, such as a median survival; `value` is none where it was not reached."""

    measure: Literal["duration"]
    value: Annotated[Decimal, Field(ge=0)] | None
    unit: Literal["hours", "days", "weeks", "months", "years"]
    ci: Interval | None = None


class Count(Counted):
    """A whole number or a median number, of people or of things."""

    measure: Literal["count"]
    value: Annotated[Decimal, Field(ge=0)]
    unit: Noun
    range: Interval | None = None


class Day(FigureRecord):
    """A calendar day."""

    measure: Literal["day"]
    value: date
    unit: Literal["date"] = "date"


class Ratio(FigureRecord):
    """A hazard, odds or risk ratio; never shown to patients on its own."""

    measure: Literal["ratio"]
    value: Annotated[Decimal, Field(gt=0)]
    unit: Literal["HR", "OR", "RR"]
    ci: Interval | None = None
    p: Decimal | None = Field(default=None, ge=0, le=1)


class Dose(FigureRecord):
    """An amount of a medicine; a label fact, never shown to patients."""

    measure: Literal["dose"]
    value: Annotated[Decimal, Field(gt=0)]
    unit: Text


Figure = Annotated[
    Share | Duration | Count | Day | Ratio | Dose,
    Field(discriminator="measure"),
]
