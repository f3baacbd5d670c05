"""A figure that a better source disputes, shown to patients."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.reading import Reading


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find figures in the patient reading that give way to a preferred one.

    Why:    the professional page can show both values with their sources; a patient needs the one
            that stands.
    Bad:    {{ some_trial.final.pfs_abstract }}   (it says `disputes: pfs`)
    Good:   {{ some_trial.final.pfs }}
    Source: IPDAS, domain on evidence: uncertainty around figures is told plainly.
    """
    if reading.name != "patient":
        return
    for block in reading.blocks:
        for use in block.uses:
            bound = compiled.guide.ledger.bind(use.ref)
            if bound and bound.figure.disputes:
                instead = bound.sibling(bound.figure.disputes)
                yield use.place, f"{bound.ref} gives way to a preferred value; show {instead}"
