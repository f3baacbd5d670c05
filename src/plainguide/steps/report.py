"""A row a topic: reading levels, assessments, findings and review, as text."""

from __future__ import annotations

from plainguide.model.guide import Guide
from plainguide.steps.check import Checked
from plainguide.steps.rows import Row, rows

_GRADES = {
    "flesch-kincaid": "FK",
    "smog": "SMOG",
    "gunning-fog": "Fog",
    "coleman-liau": "CLI",
    "ari": "ARI",
}


def report(checked: Checked) -> str:
    """The table as text, in the order of reading; empty where the settings could not be read.

    Grades are of the patient page, on all its words; `bare` is Flesch–Kincaid without the names
    that have no easier word. `read` is the share of the topic's figures that were read at their
    source, in both readings.
    """
    guide = checked.guide
    if guide is None:
        return ""
    table = [_heads(guide), *(_cells(row, guide) for row in rows(checked, guide))]
    widths = [max(len(cells[i]) for cells in table) for i in range(len(table[0]))]
    return "\n".join(
        "  ".join(cell.rjust(w) if i else cell.ljust(w) for i, (cell, w) in enumerate(pairs))
        for pairs in (list(zip(cells, widths, strict=True)) for cells in table)
    )


def _heads(guide: Guide) -> list[str]:
    grades = [*_GRADES.values(), "bare", "median", "longest"]
    return ["topic", *grades, *guide.instruments, "findings", "accepted", "read", "review"]


def _cells(row: Row, guide: Guide) -> list[str]:
    grades = [f"{row.grades[name]:.1f}" for name in _GRADES]
    measured = [*grades, f"{row.bare:.1f}", f"{row.median:g}", str(row.longest)]
    scores = [f"{row.scores[n]:.0f}" if n in row.scores else "–" for n in guide.instruments]
    read = "–" if row.read is None else f"{row.read:.0f}%"
    found = [str(len(row.findings)), str(row.accepted)]
    return [row.topic, *measured, *scores, *found, read, row.reviews["patient"]]
