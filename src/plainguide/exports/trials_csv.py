"""The table of all trials as CSV, in long form: one line a result."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.exports.rows import row
from plainguide.exports.table import as_csv
from plainguide.model.evidence import Bound
from plainguide.model.guide import Guide
from plainguide.readings.explorer_rows import Row, rows

_OF_ROW = ("trial", "registry", "phase", "comparison", "arm", "therapy", "cut", "cutoff")
_OF_FIGURE = (
    "endpoint",
    "measure",
    "value",
    "unit",
    "low",
    "high",
    "count",
    "of",
    "source",
    "read_in",
    "read_on",
    "ref",
)


def trials_csv(guide: Guide) -> str:
    """One line for each end point of each arm; an arm without results has one line without any.

    `arm` is empty where a result is of all arms together; `read_in` is empty where nobody has read
    the result at its source.
    """
    traits = list(guide.settings.traits)
    lines = (line for of_row in rows(guide) for line in _lines(of_row, traits))
    return as_csv([*_OF_ROW, *traits, *_OF_FIGURE], lines)


def _lines(of_row: Row, traits: list[str]) -> Iterator[dict[str, str]]:
    """The lines of one row of the table."""
    trial, cut = of_row.trial, of_row.cut
    start = {
        "trial": trial.name,
        "registry": trial.registry or "",
        "phase": trial.phase,
        "comparison": trial.comparison,
        "arm": of_row.arm.title if of_row.arm else "",
        "therapy": "; ".join(of_row.therapies),
        "cut": cut.title,
        "cutoff": cut.cutoff.isoformat() if cut.cutoff else "",
        **{trait: trial.traits.get(trait, "") for trait in traits},
    }
    results: list[Bound | None] = [*of_row.results.values()]
    for bound in results or [None]:
        yield {**start, **_figure(bound)}


def _figure(bound: Bound | None) -> dict[str, str]:
    known = row(bound) if bound else {}
    return {key: known.get(key, "") for key in _OF_FIGURE}
