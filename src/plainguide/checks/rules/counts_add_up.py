"""A count that is not the sum of its sub-counts."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_figure
from plainguide.model.evidence import Bound
from plainguide.model.figure import Count, FigureRecord, Share


@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:
    """Find counts that differ from the sum of the figures under `sum_of`.

    Why:    complete and partial responses make up all responses; where they do not, one of them is
            mistyped or is of another group.
    Bad:    count: 33, sum_of: [complete, partial]   (3 and 29)
    Good:   count: 32, sum_of: [complete, partial]
    Source: CONSORT 2010, item 13: numbers of participants add up through the report.
    """
    figure = bound.figure
    if not isinstance(figure, Share | Count) or not figure.sum_of:
        return
    others = [compiled.guide.ledger.bind(bound.sibling(name)) for name in figure.sum_of]
    counts = [_count(other.figure) if other else None for other in others]
    whole = _count(figure)
    known = [count for count in counts if count is not None]
    if whole is None or len(known) < len(counts):
        message = f"{bound.ref} and the figures of its `sum_of` need a count each; fill them in"
        yield bound.place, message
    elif sum(known) != whole:
        parts = " + ".join(str(count) for count in known)
        message = f"{bound.ref} counts {whole}, but {', '.join(figure.sum_of)} are {parts}"
        yield bound.place, f"{message} = {sum(known)}; compare all with the source"


def _count(figure: FigureRecord) -> int | None:
    """How many a figure counts."""
    if isinstance(figure, Share):
        return figure.count
    return int(figure.value) if isinstance(figure, Count) else None
