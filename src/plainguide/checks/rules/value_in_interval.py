"""A value that lies outside its own confidence interval."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_figure
from plainguide.model.evidence import Bound
from plainguide.model.figure import Count, Duration, Ratio, Share


@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find values that lie outside their interval or range.

    Why:    an estimate is always inside its own interval; if not, one of three numbers is mistyped.
    Bad:    value: 8.1, ci: [9.2, 10.2]
    Good:   value: 8.1, ci: [4.2, 10.2]
    Source: a rule of this project's own: an estimate lies inside its own interval.
    """
    figure = bound.figure
    if isinstance(figure, Share | Duration | Ratio):
        interval = figure.ci
    elif isinstance(figure, Count):
        interval = figure.range
    else:
        return
    low, high = interval or (None, None)
    if figure.value is None:
        return
    if (low is not None and figure.value < low) or (high is not None and figure.value > high):
        yield (
            bound.place,
            (
                f"{bound.ref} is {figure.value}, outside its interval {low} to {high}; compare all "
                "three with the source"
            ),
        )
