"""A figure in the professional reading whose source is not cited beside it."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.reading import Reading


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find paragraphs, lists and tables with a figure whose source they do not cite.

    Why:    a professional must be able to go from a number to its source in one step, and a
            citation of some other source is worse than none.
    Bad:    Confirmed response was {{ some_trial.final.orr }}.
    Good:   Confirmed response was {{ some_trial.final.orr }} {{ cite("doe-2025") }}.
    Source: ICMJE Recommendations, section on references.
    """
    if reading.name != "professional":
        return
    for block in reading.blocks:
        cited = {citation.source for citation in block.citations}
        for use in block.uses:
            bound = compiled.guide.ledger.bind(use.ref)
            if bound and bound.source not in cited:
                cite = f'{{{{ cite("{bound.source}") }}}}'
                yield use.place, f"{use.ref} is shown without its source; add {cite} to this text"
