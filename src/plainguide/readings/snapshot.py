"""What the guide says now, in a form that later editions can be held against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from plainguide.model.addresses import Addresses, Compiled
from plainguide.model.evidence import Ledger
from plainguide.model.glossary import Glossary
from plainguide.model.guide import Guide
from plainguide.model.history import GLOSSARY, Part, Parts, Said, Snapshot
from plainguide.model.reading import Reading, Section
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.phrase import phrases
from plainguide.readings.references import refs_of

_VALUE = re.compile(r' (?:data-)?value="[^"]*"')
"""The exact value behind a figure: it may change where what is seen does not."""


def snapshot(
    version: str,
    day: date,
    ledger: Ledger,
    readings: Mapping[str, Mapping[ReadingName, Reading]],
    addresses: Addresses | None = None,
    *,
    glossary: Glossary | None = None,
) -> Snapshot:
    """All that the guide says of the evidence, and where.

    Args:
        version: the edition's version.
        day: the edition's date.
        ledger: the evidence.
        readings: by topic id, then by reading.
        addresses: the short addresses, where there are any.
        glossary: its terms, where there are any.
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
        parts={**{topic: _parts(r) for topic, r in readings.items()}, **_terms(glossary or {})},
    )


def snapshot_of(guide: Guide, readings: Compiled) -> Snapshot:
    """What a guide says today."""
    edition, addresses = guide.settings.edition, guide.addresses
    ledger, glossary = guide.ledger, guide.glossary
    return snapshot(edition.version, edition.date, ledger, readings, addresses, glossary=glossary)


def _uses(readings: Mapping[ReadingName, Reading], ledger: Ledger) -> tuple[str, ...]:
    """The addresses of the figures that either reading shows."""
    refs = (ref for reading in readings.values() for ref in refs_of(reading))
    return tuple(sorted({bound.ref for ref in refs if (bound := ledger.bind(ref))}))


def _parts(readings: Mapping[ReadingName, Reading]) -> Parts:
    """The parts of a topic's pages. The title and the summary belong to the first."""
    parts: dict[ReadingName, dict[str, Part]] = {}
    for name, reading in readings.items():
        front = reading.topic.front
        head, *summary = front.title.for_(name), front.summary.for_(name)
        of_reading = {"": _part(head, summary)}
        for section in reading.sections:
            words = [section.title, *(block.markdown for block in section.blocks)]
            if not section.id:
                words = [*summary, *words]
            of_reading[section.id] = _part(section.title or head, words, section)
        parts[name] = of_reading
    return parts


def _part(title: str, words: list[str], section: Section | None = None) -> Part:
    blocks = section.blocks if section else ()
    seen = _VALUE.sub("", "\n\n".join([title, *words]))
    return Part(
        title=title,
        words=sha256(seen.encode()).hexdigest()[:16],
        shown={use.ref: use.text for block in blocks for use in block.uses},
    )


def _terms(glossary: Glossary) -> Mapping[str, Parts]:
    """The terms of the glossary as parts of its page; none where there is no glossary."""
    if not glossary:
        return {}
    return {GLOSSARY: {name: dict(_of_terms(glossary, name)) for name in READINGS}}


def _of_terms(glossary: Glossary, name: ReadingName) -> Iterator[tuple[str, Part]]:
    for slug, term in glossary.items():
        said = [term.term.patient, term.term.professional, term.abbreviation or "", term.say or ""]
        yield slug, _part(term.term.for_(name), [*said, term.means(name)])
