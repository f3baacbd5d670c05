"""A part that is greater than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_figure
from plainguide.model.evidence import Bound
from plainguide.model.figure import Count, Share


@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:
    """Find figures that are greater than the one they are `within`.

    Why: severe cases are among all cases. A greater number of severe ones is a slip, often of a
    line in a table.

    Bad:  value: 66.3, within: any_grade   (where any_grade is 3.5)
    Good: value: 3.5, within: any_grade    (where any_grade is 66.3)
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
    elif isinstance(whole.figure, Share | Count) and figure.value > whole.figure.value:
        message = f"{bound.ref} is {figure.value}, more than {whole.ref}, which is"
        yield bound.place, f"{message} {whole.figure.value}; compare both with the source"
