"""A figure that nobody has read at its source, shown to patients."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.reading import Reading


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find figures with `checked: none` in the patient reading.

    Why:    a number that was never confirmed may be noted in the ledger, but no patient may be
            asked to rely on it.
    Bad:    {{ trial.final.ild }}   (checked: none)
    Good:   {{ trial.final.orr }}   (checked: {in: smith-2024, on: 2026-11-24})
    Source: IPDAS, domain on evidence: what patients are told rests on what was read.
    """
    if reading.name != "patient":
        return
    for block in reading.blocks:
        for use in block.uses:
            bound = compiled.guide.ledger.bind(use.ref)
            if bound and bound.checked is None:
                yield (
                    use.place,
                    (
                        f"{bound.ref} was never read at its source; read it and fill in `checked`, "
                        "or leave it out for patients"
                    ),
                )
