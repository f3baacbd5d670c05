"""A percentage that is not its count divided by its whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plainguide.checks.registry import Compiled, Hit, each_figure
from plainguide.model.evidence import Bound
from plainguide.model.figure import Share


@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find shares that differ from `count` / `of` by more than rounding.

    Why:    a slip of the pen in a percentage is invisible to the eye and obvious to a division.
    Bad:    value: 93.3, count: 33, of: 84
    Good:   value: 39.3, count: 33, of: 84
    Source: a rule of this project's own: a percentage follows from its count and whole.
    """
    figure = bound.figure
    if not isinstance(figure, Share) or figure.count is None or figure.of is None:
        return
    exact = Decimal(100) * figure.count / figure.of
    exponent = figure.value.as_tuple().exponent
    half_a_unit = Decimal(5).scaleb(int(exponent) - 1)
    if abs(exact - figure.value) > half_a_unit:
        shown = round(exact, -int(exponent))
        yield (
            bound.place,
            (
                f"{bound.ref} is {figure.value}%, but {figure.count} of {figure.of} is {shown}%; "
                "compare both with the source"
            ),
        )
