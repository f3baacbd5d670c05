"""A data cut-off that comes after its own publication."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_part
from plainguide.model.evidence import Sourced
from plainguide.model.part import DataCut, PartRecord


@each_part
def find(part: Sourced[PartRecord], compiled: Compiled) -> Iterator[Hit]:
    """Find data cut-offs later than the day or the year in which their source came out.

    Why:    nobody publishes data of the future; one of the two dates is wrong.
    Bad:    cutoff: 2024-03-28   (in a paper of 2023)
    Good:   cutoff: 2022-03-28
    Source: a rule of this project's own: nothing is published before it is known.
    """
    ledger = compiled.guide.ledger
    source = ledger.sources.get(part.source)
    cut = part.held
    if not isinstance(cut, DataCut) or cut.cutoff is None or source is None:
        return
    too_late = cut.cutoff > source.published if source.published else cut.cutoff.year > source.year
    if too_late:
        out = source.published or source.year
        message = f"the data cut-off {cut.cutoff} is after {part.source} came out ({out})"
        yield ledger.places[f"{part.ref}.cutoff"], f"{message}; compare both with the source"
