"""`picture("timeline", "name_of_the_day")`, or with the entries that it is to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from plainguide.figures.frame import Table
from plainguide.figures.said import Named
from plainguide.figures.timeline import Event, timeline
from plainguide.model.evidence import Bound
from plainguide.model.figure import Day
from plainguide.model.part import Approval
from plainguide.readings.cites import cite_mark
from plainguide.readings.expressions import Shown
from plainguide.readings.pictures.parts import (
    Desk,
    Drawn,
    Request,
    as_shown,
    data,
    drawn,
    only_these,
    said,
    unknown,
)

KIND = "timeline"
_SHAPES = {"approved": "full", "accelerated": "early", "conditional": "bound"}


@dataclass(frozen=True, slots=True)
class _Decision:
    """A decision with its day."""

    bound: Bound
    on: date
    shown: Shown
    region: str
    outcome: str
    shape: str


def draw(request: Request, desk: Desk) -> Drawn:
    """Every day of this name among the approvals of therapies, the earliest first."""
    reading, words = desk.reading, desk.words.timeline
    found = list(_decisions(desk))
    of_name = [d.bound for d in found if d.bound.ref.endswith(f".{request.what}")]
    if not of_name:
        names = (decision.bound.ref.rpartition(".")[2] for decision in found)
        raise unknown(KIND, request.what, names, "day of an approval")
    bounds = only_these(of_name, request.more, KIND)
    decisions = sorted((d for d in found if d.bound in bounds), key=lambda d: (d.on, d.bound.ref))
    named = Named(request.id, words.title.for_(reading), _description(decisions))
    columns = (words.date, words.region, words.therapy, words.decision, desk.words.source)
    heads = tuple(column.for_(reading) for column in columns)
    return drawn(
        KIND,
        timeline(named, tuple(_event(decision) for decision in decisions)),
        words.caption.for_(reading),
        Table(escape(named.title), heads, tuple(_cells(decision) for decision in decisions)),
        desk=desk,
        shown=[decision.shown for decision in decisions],
        sources=[decision.bound.source for decision in decisions],
        words=[named.title, *heads, *dict.fromkeys(d.outcome for d in decisions)],
    )


def _decisions(desk: Desk) -> Iterator[_Decision]:
    """Every decision with a day, in the order of the ledger."""
    called = desk.words.timeline.decisions
    for bound in desk.ledger.current_figures():
        if isinstance(bound.part, Approval) and isinstance(bound.figure, Day):
            decision = bound.part.decision
            wording = called.get(decision)
            yield _Decision(
                bound,
                bound.figure.value,
                as_shown(bound, desk.reading),
                # A title says the region, and after a comma what the decision is on.
                region=bound.part.title.partition(",")[0],
                outcome=wording.for_(desk.reading) if wording else decision.capitalize(),
                shape=_SHAPES.get(decision, "other"),
            )


def _event(decision: _Decision) -> Event:
    return Event(
        year=decision.on.year,
        date=said(decision.shown),
        what=f"{decision.region}: {decision.bound.entry.name}",
        outcome=decision.outcome,
        shape=decision.shape,
    )


def _cells(decision: _Decision) -> tuple[str, ...]:
    return (
        data(decision.shown),
        escape(decision.region),
        escape(decision.bound.entry.name),
        escape(decision.outcome),
        cite_mark(decision.bound.source),
    )


def _description(decisions: list[_Decision]) -> str:
    each = (
        f"{d.shown.phrase.text}, {d.region}: {d.bound.entry.name}, {d.outcome}" for d in decisions
    )
    return "; ".join(each) + "."
