"""A part that is greater than its whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plainguide.checks.registry import Compiled, Hit, each_figure
from plainguide.model.evidence import Bound
from plainguide.model.figure import Count, Share


@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:
    """Find figures that are greater than the one they are `within`.

    Why:    severe cases are among all cases. A greater number of severe ones is a slip, often of a
            line in a table.
    Bad:    value: 66.3, within: any_grade   (where any_grade is 3.5)
    Good:   value: 3.5, within: any_grade    (where any_grade is 66.3)
    Source: a rule of this project's own: a part of a group is never larger than the group.
    """
    figure = bound.figure
    if not isinstance(figure, Share | Count) or not figure.within:
        return
    whole = compiled.guide.ledger.bind(bound.sibling(figure.within))
    if whole is None:
        return
    if type(whole.figure) is not type(figure):
        message = f"{bound.ref} is within {whole.ref}, which is of another measure"
        yield bound.place, f"{message}; name a {figure.measure}"
    elif isinstance(whole.figure, Share | Count):
        few, many = _comparable(figure, whole.figure)
        if few > many:
            message = f"{bound.ref} is {few}, more than {whole.ref}, which is {many}"
            yield bound.place, f"{message}; compare both with the source"


def _comparable(part: Share | Count, whole: Share | Count) -> tuple[Decimal, Decimal]:
    """Counts where both have one, since percentages may be of different wholes; else values."""
    match part, whole:
        case Share(count=int(few)), Share(count=int(many)):
            return Decimal(few), Decimal(many)
    return part.value, whole.value
