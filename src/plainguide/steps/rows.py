"""What a report tells of each topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from plainguide.checks.level.page import levels
from plainguide.checks.level.syllables import Syllables
from plainguide.model.guide import Guide
from plainguide.model.place import Finding
from plainguide.model.quality import score
from plainguide.model.reading import Reading
from plainguide.model.review import state_of
from plainguide.model.topic import READINGS, ReadingName
from plainguide.steps.check import Checked


@dataclass(frozen=True, slots=True)
class Row:
    """One topic.

    Attributes:
        grades: the school grade of the patient page on all its words, by formula.
        bare: its Flesch–Kincaid grade without the names that have no easier word.
        median: words of its middle sentence.
        longest: words of its longest sentence.
        scores: of 100, by instrument; those that it was not assessed by are left out.
        findings: what is to be mended in the topic's file.
        accepted: how many exceptions stand in it.
        read: the share of its figures, in both readings, that were read at their source, in per
            cent; none where it shows none.
        reviews: what is known of its clinical review, by reading.
    """

    topic: str
    title: str
    path: str
    grades: Mapping[str, float]
    bare: float
    median: float
    longest: int
    scores: Mapping[str, float]
    findings: tuple[Finding, ...]
    accepted: int
    read: float | None
    reviews: Mapping[ReadingName, Literal["reviewed", "changed since review", "not reviewed"]]


def rows(checked: Checked, guide: Guide) -> Iterator[Row]:
    """A row a topic, in the order of reading."""
    for readings in checked.readings.values():
        yield _row(readings, checked, guide)


def _row(readings: Mapping[ReadingName, Reading], checked: Checked, guide: Guide) -> Row:
    patient = readings["patient"]
    topic = patient.topic
    found = levels(patient, Syllables(guide.syllables or {}), guide.settings.names)
    assessed = guide.assessments.get(topic.front.id, {})
    return Row(
        topic=topic.front.id,
        title=topic.front.title.patient,
        path=topic.path,
        grades=found.grades,
        bare=found.without_names,
        median=found.median,
        longest=found.longest,
        scores={
            name: float(score(assessed[name])) for name in guide.instruments if name in assessed
        },
        findings=tuple(f for f in checked.findings if f.place.path == topic.path),
        accepted=sum(a.finding.place.path == topic.path for a in checked.accepted),
        read=_read(readings, guide),
        reviews={
            name: state_of(guide.reviews, topic.front.id, name, readings[name].fingerprint)[0]
            for name in READINGS
        },
    )


def _read(readings: Mapping[ReadingName, Reading], guide: Guide) -> float | None:
    """The share of a topic's figures that were read at their source."""
    refs = {use.ref for reading in readings.values() for b in reading.blocks for use in b.uses}
    bounds = [bound for ref in refs if (bound := guide.ledger.bind(ref))]
    if not bounds:
        return None
    return 100 * sum(bound.checked is not None for bound in bounds) / len(bounds)
