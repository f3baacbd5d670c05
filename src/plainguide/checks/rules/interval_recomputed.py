"""A published interval that its counts do not give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plainguide.checks.ledger.intervals import METHODS
from plainguide.checks.registry import Compiled, Hit, each_figure, warns
from plainguide.model.evidence import Bound
from plainguide.model.figure import Share


@warns
@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find 95% intervals of shares that neither Clopper–Pearson nor Wilson gives.

    Why:    a mistyped end of an interval still looks like an interval. Papers use other methods
            too, so this only warns; say under `accept` why the published interval is right.
    Bad:    count: 33, of: 84, ci: [28.8, 55.0]
    Good:   count: 33, of: 84, ci: [28.8, 50.5]
    Source: Clopper and Pearson 1934; Wilson 1927.
    """
    figure = bound.figure
    if not isinstance(figure, Share) or None in (figure.ci, figure.count, figure.of):
        return
    if figure.ci is None or figure.count is None or figure.of is None:
        return
    said = []
    for name, method in METHODS.items():
        ends = method(figure.count, figure.of)
        off = max(_off(given, exact) for given, exact in zip(figure.ci, ends, strict=True))
        if off <= 0:
            return
        said.append(f"{name} ({ends[0]:.1f}–{ends[1]:.1f}) by {off:.1f}")
    low, high = figure.ci
    yield (
        bound.place,
        (
            f"{bound.ref}: the interval {low}–{high} of {figure.count} in {figure.of} differs from "
            f"{' and from '.join(said)}; compare it with the source, or say under `accept` why it "
            "is right"
        ),
    )


def _off(given: Decimal | None, exact: float) -> float:
    """By how many percentage points an end differs, beyond the rounding of its last digit."""
    if given is None:
        return 0.0
    unit = 10.0 ** int(given.as_tuple().exponent)
    off = abs(float(given) - exact)
    return off if off > unit / 2 + 1e-9 else 0.0
