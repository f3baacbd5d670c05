"""The evidence from a trial, on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.entry import Trial
from plainguide.model.figure import Count, Day
from plainguide.model.guide import Guide
from plainguide.model.sheets import EvidenceSheets
from plainguide.readings.cites import cite_mark
from plainguide.readings.entry_page import current_first
from plainguide.readings.pages import Page
from plainguide.readings.sheets.results import (
    bounds_of,
    cut_words,
    efficacy_rows,
    further,
    grouped,
    harm_rows,
    sizes,
)
from plainguide.readings.sheets.sheet import sheet
from plainguide.readings.sheets.table import mark, row, table, text


def trials_with_results(guide: Guide) -> list[str]:
    """The trials whose current data cut holds more than numbers of patients and days, in order."""
    return [
        name
        for name, trial in guide.ledger.trials()
        if any(not isinstance(figure, Count | Day) for figure in trial.current[1].figures.values())
    ]


def trial_sheet(name: str, guide: Guide, words: EvidenceSheets) -> Page:
    """The sheet of a trial of the ledger."""
    trial = guide.ledger.entries[name]
    assert isinstance(trial, Trial)  # noqa: S101 - it comes from the list above
    heads = words.heads
    parts = [
        (heads.facts, _facts(trial, guide, words)),
        (heads.cuts, _cuts(name, trial, guide, words)),
        (heads.results, _efficacy(name, trial, guide, words)),
        (heads.harms, _harms(name, trial, guide, words)),
        (heads.further, _further(name, trial, guide, words)),
    ]
    return sheet(name, trial.name, parts, guide)


def _facts(trial: Trial, guide: Guide, words: EvidenceSheets) -> str:
    heads = words.heads
    known = [
        (heads.registry, trial.registry),
        (guide.settings.explorer_page.columns.phase, trial.phase),
        (heads.design, trial.design),
        (heads.comparison, trial.comparison),
        (heads.population, trial.population),
        *((guide.settings.traits[trait], said) for trait, said in trial.traits.items()),
        *((arm.title, arm.regimen) for arm in trial.arms.values()),
    ]
    rows = [row(text(term), text(said)) for term, said in known if said]
    return table((heads.fact, heads.said), rows, "facts")


def _cuts(name: str, trial: Trial, guide: Guide, words: EvidenceSheets) -> str:
    """The data cuts with what must be known of them, and what was stated of the trial."""
    lines = []
    for cut_name, _ in current_first(trial):
        cut = trial.cuts[cut_name]
        said = [f"**{cut_words(cut, trial, guide, words)}**{cite_mark(cut.source)}"]
        said += [text(cut.note)] if cut.note else []
        for one in guide.ledger.statements_of(f"{name}.{cut_name}", trial, cut):
            marked = "" if one.checked else mark(words.unconfirmed)
            said.append(f"{text(one.held.says)}.{cite_mark(one.source)}{marked}")
        lines.append(f"- {' '.join(said)}")
    return "\n".join(lines)


def _efficacy(name: str, trial: Trial, guide: Guide, words: EvidenceSheets) -> str:
    heads, rows = words.heads, []
    for cut_title, arm, bounds in _by_arm(name, trial, guide, words):
        size = sizes(bounds, guide)
        found = list(efficacy_rows(bounds, guide, words, named=True))
        title = f"{cut_title}. {arm}{f' ({size})' if size else ''}"
        rows += grouped(title, found, 4)
    return table((heads.endpoint, heads.n, heads.estimate, heads.interval), rows, "results")


def _by_arm(
    name: str, trial: Trial, guide: Guide, words: EvidenceSheets
) -> Iterator[tuple[str, str, list]]:  # type: ignore[type-arg]
    """Each data cut's figures by arm, then those of all arms together."""
    for cut_name, _ in current_first(trial):
        cut = trial.cuts[cut_name]
        bounds = bounds_of(f"{name}.{cut_name}", cut.figures, guide)
        title = cut_words(cut, trial, guide, words)
        for arm_name, arm in trial.arms.items():
            yield title, text(arm.title), [b for b in bounds if b.figure.arm == arm_name]
        whole = text(guide.settings.explorer_page.whole_trial)
        yield title, whole, [b for b in bounds if b.figure.arm is None]


def _harms(name: str, trial: Trial, guide: Guide, words: EvidenceSheets) -> str:
    heads, rows = words.heads, []
    for cut_name, _ in current_first(trial):
        cut = trial.cuts[cut_name]
        bounds = bounds_of(f"{name}.{cut_name}", cut.figures, guide)
        rows += grouped(cut_words(cut, trial, guide, words), harm_rows(bounds, words), 3)
    return table((heads.reaction, heads.any_grade, heads.severe), rows, "harms")


def _further(name: str, trial: Trial, guide: Guide, words: EvidenceSheets) -> str:
    lines = []
    for cut_name, _ in current_first(trial):
        cut = trial.cuts[cut_name]
        bounds = bounds_of(f"{name}.{cut_name}", cut.figures, guide)
        if said := further(bounds, guide, words):
            lines.append(f"- **{text(cut.title)}.** {'; '.join(said)}.")
    return "\n".join(lines)
