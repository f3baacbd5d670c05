"""A regulator's decision that nobody has looked up for a long time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from plainguide.checks.registry import Compiled, Hit, each_part, follows
from plainguide.model.base import Record
from plainguide.model.evidence import Sourced
from plainguide.model.part import Approval, PartRecord


class Freshness(Record):
    """How many months a regulator's decision may go without being looked up."""

    months: int = Field(ge=1)


@follows(Freshness)
@each_part
def find(part: Sourced[PartRecord], compiled: Compiled) -> Iterator[Hit]:
    """Find approvals that were last looked up longer ago than the guide allows.

    The day is that of `checked`; where nobody could read the text, it is that of `as_of`, on which
    it was tried. It may be as many months old as the guide says, to the day.

    Why:    an early approval can be made full, changed or taken back at any time, and a patient who
            asks for a medicine on the word of this guide must not be a year behind.
    Bad:    checked: {in: fda-register, on: 2025-02-01}   (as of 24 November 2026, with 6 months)
    Good:   checked: {in: fda-register, on: 2026-11-24}
    Source: a rule of this project's own, because a status has no edition: only the day on which it
            was read says how far it can be relied on.
    """
    if not isinstance(part.held, Approval):
        return
    read = part.checked.on if part.checked else part.held.as_of
    months = compiled.policy(Freshness).months
    if _months_later(read, months) < compiled.as_of:
        key = "checked" if part.checked else "as_of"
        places = compiled.guide.ledger.places
        place = places.get(f"{part.ref}.{key}.on", places.get(f"{part.ref}.{key}", part.place))
        told = (
            f"the state of {part.ref} was last looked up on {read}, more than {months} months ago"
        )
        yield place, f"{told}; read the regulator again, then set the day"


def _months_later(day: date, months: int) -> date:
    """The same day some months later; the first of the next month where that month is too short."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    try:
        return day.replace(year=year, month=month)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1)
