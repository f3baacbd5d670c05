"""Two sources that differ, and nobody said which one counts."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_figure
from plainguide.model.evidence import Bound


@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:
    """Find disputes that are not settled: the same figure of two sources, none of them preferred.

    Why:    where sources disagree both values are kept and one is shown. Which one, and why, must
            be said where others can judge it.
    Bad:    disputes: pfs          (and `pfs` does not say why it is preferred)
    Good:   preferred: The paper replaces the abstract.   (in `pfs`)
    Source: a rule of this project's own: of two published values both are kept, and one is chosen
            in the open.
    """
    figure, ledger = bound.figure, compiled.guide.ledger
    if figure.preferred and not any(
        other.disputes and bound.sibling(other.disputes) == bound.ref
        for other in bound.part.figures.values()
    ):
        message = f"{bound.ref} says why it is preferred, and nothing disputes it"
        yield bound.place, f"{message}; take `preferred` out, or keep the other value too"
    target = ledger.bind(bound.sibling(figure.disputes)) if figure.disputes else None
    if target is None:
        return
    if not target.figure.preferred:
        message = f"{bound.ref} disputes {target.ref}; say in `{figure.disputes}` under `preferred`"
        yield bound.place, f"{message} why that value stands before this one"
    if figure.measure != target.figure.measure or figure.unit != target.figure.unit:
        message = f"{bound.ref} and {target.ref} differ in measure or unit, so they cannot dispute"
        yield bound.place, f"{message} each other; give both in the same unit"
    if bound.source == target.source:
        message = f"{bound.ref} and {target.ref} are of the same source"
        yield bound.place, f"{message}; name the source that gives the other value"
