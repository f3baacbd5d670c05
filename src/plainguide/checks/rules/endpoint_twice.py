"""Two figures for one cell of the table of trials."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_part
from plainguide.model.evidence import Sourced
from plainguide.model.figure import FigureRecord
from plainguide.model.part import PartRecord


@each_part
def find(part: Sourced[PartRecord], compiled: Compiled) -> Iterator[Hit]:
    """Find figures of one data cut with the same end point and the same arm.

    Why:    trials are set side by side with one figure for each end point and arm; of two, one
            would be dropped without a word. Where sources differ, one `disputes` the other.
    Bad:    slept: {endpoint: slept, …}, slept_well: {endpoint: slept, …}
    Good:   slept: {endpoint: slept, …}, slept_well: {…}
    Source: CONSORT 2010, item 17a: one result for each outcome and group.
    """
    first: dict[tuple[str, str | None], str] = {}
    figures = part.held.figures
    for name, figure in figures.items():
        key = _cell(figure)
        if key is None or (figure.disputes and _cell(figures[figure.disputes]) == key):
            continue
        if key in first:
            place = compiled.guide.ledger.places[f"{part.ref}.{name}"]
            message = f"`{name}` and `{first[key]}` have the same end point and arm"
            yield place, f"{message}; take `endpoint` out of one, or say which one it `disputes`"
        first.setdefault(key, name)


def _cell(figure: FigureRecord) -> tuple[str, str | None] | None:
    """The end point and the arm of a figure; none where it is not set beside others."""
    return (figure.endpoint, figure.arm) if figure.endpoint else None
