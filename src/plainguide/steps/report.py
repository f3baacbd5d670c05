"""A row a topic: reading levels, assessments, findings and review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.checks.levels import levels
from plainguide.checks.syllables import Syllables
from plainguide.model.guide import Guide
from plainguide.model.quality import score
from plainguide.model.reading import Reading
from plainguide.model.review import state_of
from plainguide.model.topic import ReadingName
from plainguide.steps.check import Checked

_GRADES = {"flesch-kincaid": "FK", "smog": "SMOG", "gunning-fog": "Fog", "coleman-liau": "CLI"}


def report(checked: Checked) -> str:
    """The table as text, in the order of reading; empty where the settings could not be read.

    Grades are of the patient page, on all its words; `bare` is Flesch–Kincaid without the names
    that have no easier word. `read` is the share of the topic's figures that were read at their
    source, in both readings.
    """
    guide = checked.guide
    if guide is None:
        return ""
    rows = [_heads(guide), *(_row(readings, checked, guide) for readings in _topics(checked))]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.rjust(w) if i else cell.ljust(w) for i, (cell, w) in enumerate(pairs))
        for pairs in (list(zip(row, widths, strict=True)) for row in rows)
    )


def _topics(checked: Checked) -> Iterator[Mapping[ReadingName, Reading]]:
    yield from checked.readings.values()


def _heads(guide: Guide) -> list[str]:
    grades = [*_GRADES.values(), "ARI", "bare", "median", "longest"]
    return ["topic", *grades, *guide.instruments, "findings", "read", "review"]


def _row(readings: Mapping[ReadingName, Reading], checked: Checked, guide: Guide) -> list[str]:
    patient = readings["patient"]
    topic = patient.topic.front.id
    found = levels(patient, Syllables(guide.syllables or {}), guide.settings.names)
    grades = [f"{found.grades[name]:.1f}" for name in (*_GRADES, "ari")]
    measured = [*grades, f"{found.without_names:.1f}", f"{found.median:g}", str(found.longest)]
    assessed = guide.assessments.get(topic, {})
    scores = [f"{score(assessed[n]):.0f}" if n in assessed else "–" for n in guide.instruments]
    number = sum(finding.place.path == patient.topic.path for finding in checked.findings)
    state, _ = state_of(guide.reviews, topic, "patient", patient.fingerprint)
    return [topic, *measured, *scores, str(number), _read(readings, guide), state]


def _read(readings: Mapping[ReadingName, Reading], guide: Guide) -> str:
    """The share of a topic's figures that were read at their source."""
    refs = {use.ref for reading in readings.values() for b in reading.blocks for use in b.uses}
    bounds = [bound for ref in refs if (bound := guide.ledger.bind(ref))]
    if not bounds:
        return "–"
    return f"{100 * sum(bound.checked is not None for bound in bounds) / len(bounds):.0f}%"
