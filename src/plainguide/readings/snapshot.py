"""What the guide says now, in a form that later editions can be held against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plainguide.model.addresses import Addresses
from plainguide.model.evidence import Ledger
from plainguide.model.history import Said, Snapshot
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName
from plainguide.readings.phrase import phrases
from plainguide.readings.references import refs_of


def snapshot(
    version: str,
    day: date,
    ledger: Ledger,
    readings: Mapping[str, Mapping[ReadingName, Reading]],
    addresses: Addresses | None = None,
) -> Snapshot:
    """All that the guide says of the evidence, and where.

    Args:
        version: the edition's version.
        day: the edition's date.
        ledger: the evidence.
        readings: by topic id, then by reading.
        addresses: the short addresses, where there are any.
    """
    held = {
        bound.ref: Said(
            name=f"{bound.entry.name}, {bound.part.title}: {bound.figure.name}",
            says=phrases(bound.figure, "professional")[""].text,
            source=bound.source,
            current=not bound.superseded,
        )
        for bound in ledger.figures()
    }
    for said in ledger.statements():
        entry, part, _ = said.ref.split(".")
        title = ledger.entries[entry].parts[part].title
        name = f"{said.entry.name}, {title}: {said.held.about}"
        held[said.ref] = Said(name=name, says=said.held.says, source=said.source)
    return Snapshot(
        version=version,
        date=day,
        held=held,
        topics={topic: r["patient"].topic.front.title.patient for topic, r in readings.items()},
        words={
            t: {n: reading.fingerprint for n, reading in r.items()} for t, r in readings.items()
        },
        uses={topic: _uses(r, ledger) for topic, r in readings.items()},
        addresses={} if addresses is None else addresses.sections,
    )


def _uses(readings: Mapping[ReadingName, Reading], ledger: Ledger) -> tuple[str, ...]:
    """The addresses of the figures that either reading shows."""
    refs = (ref for reading in readings.values() for ref in refs_of(reading))
    return tuple(sorted({bound.ref for ref in refs if (bound := ledger.bind(ref))}))
