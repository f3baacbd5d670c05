"""The evidence on a therapy, on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.entry import Guideline, Therapy, Trial
from plainguide.model.evidence import Bound
from plainguide.model.figure import Day
from plainguide.model.guide import Guide
from plainguide.model.part import Approval, Statement
from plainguide.model.sheets import EvidenceSheets
from plainguide.readings.cites import cite_mark
from plainguide.readings.entry_page import current_first
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day
from plainguide.readings.sheets.results import (
    bounds_of,
    cut_words,
    grouped,
    harm_rows,
    is_any,
    pivotal,
    result_cell,
    sizes,
)
from plainguide.readings.sheets.sheet import sheet
from plainguide.readings.sheets.table import halves, mark, row, side_by_side, table, text, whole

_ALLOWED = ("approved", "accelerated", "conditional")
"""Decisions that are told in full; regions with any other are listed."""
_SERIOUS = ("boxed warning", "warning", "contraindication")


def therapy_sheet(name: str, guide: Guide, words: EvidenceSheets) -> Page:
    """The sheet of a therapy of the ledger."""
    therapy = guide.ledger.entries[name]
    assert isinstance(therapy, Therapy)  # noqa: S101 - a rule sees to it
    heads = words.heads
    parts = [
        (heads.regimen, _regimen(name, therapy, guide, words)),
        (heads.status, _status(name, therapy, guide, words)),
        (heads.guidelines, _positions(name, guide, words)),
        (heads.results, _results(name, guide, words)),
        (heads.harms, _harms(name, therapy, guide, words)),
        (heads.limits, _limits(name, guide, words)),
    ]
    return sheet(name, therapy.name, parts, guide)


def trials_of(name: str, guide: Guide) -> Iterator[tuple[str, Trial]]:
    """The trials with an arm of a therapy."""
    for trial_name, trial in guide.ledger.trials():
        if any(arm.therapy == name for arm in trial.arms.values()):
            yield trial_name, trial


def _regimen(name: str, therapy: Therapy, guide: Guide, words: EvidenceSheets) -> str:
    named = all(medicine.casefold() in therapy.name.casefold() for medicine in therapy.medicines)
    lines = [] if named else [f"- {text(', '.join(therapy.medicines))}"]
    given: dict[str, list[str]] = {}
    for _, trial in trials_of(name, guide):
        for arm in trial.arms.values():
            if arm.therapy == name and trial.name not in given.setdefault(arm.regimen, []):
                given[arm.regimen].append(trial.name)
    lines += [f"- {text(regimen)} ({text(', '.join(of))})" for regimen, of in given.items()]
    for label_name, label in therapy.labels.items():
        bounds = bounds_of(f"{name}.{label_name}", label.figures, guide)
        if doses := [whole(b, words) for b in bounds if is_any(b, words.regimen)]:
            lines.append(f"- **{text(label.title)}**: {'; '.join(doses)}")
    return "\n".join(lines)


def _status(name: str, therapy: Therapy, guide: Guide, words: EvidenceSheets) -> str:
    """Where it is approved, with days and the wording of the use; then the other regions."""
    heads = words.heads
    allowed = {n: a for n, a in therapy.approvals.items() if a.decision in _ALLOWED}
    read = {approval.as_of for approval in allowed.values()}
    rows = [
        row(
            f"{text(approval.title)}{cite_mark(approval.source)}",
            f"<b>{text(approval.decision)}</b>, {text(approval.regulator)}. "
            + _days(f"{name}.{part}", approval, guide, words, together=len(read) == 1),
            _use(approval),
        )
        for part, approval in allowed.items()
    ]
    others: dict[str, list[str]] = {}
    for part, approval in therapy.approvals.items():
        if part not in allowed:
            said = f"{text(approval.title)}{cite_mark(approval.source)}"
            others.setdefault(approval.decision, []).append(said)
    rest = "; ".join(f"<b>{text(d)}</b>: {', '.join(regions)}" for d, regions in others.items())
    line = f"{text(heads.other_regions)} {rest}." if rest else ""
    decision = heads.decision
    decision += f", {heads.as_of} {day(next(iter(read)))}" if len(read) == 1 else ""
    told = table((heads.region, decision, heads.use), rows, "status")
    return "\n\n".join(part for part in (told, line) if part)


def _use(approval: Approval) -> str:
    told = approval.test and approval.test.casefold() in approval.population.casefold()
    test = f" ({text(approval.test)})" if approval.test and not told else ""
    return f"{text(approval.population)}{test}"


def _days(
    ref: str, approval: Approval, guide: Guide, words: EvidenceSheets, *, together: bool
) -> str:
    """The days that are known of a decision; that of reading, unless it is told once for all."""
    bounds = bounds_of(ref, approval.figures, guide)
    said = [whole(b, words) for b in bounds if isinstance(b.figure, Day)]
    said += [] if together else [f"{text(words.heads.as_of)} {day(approval.as_of)}"]
    return "; ".join(said)


def _positions(name: str, guide: Guide, words: EvidenceSheets) -> str:
    heads, rows = words.heads, []
    for said in guide.ledger.statements():
        if isinstance(said.entry, Guideline) and said.held.therapy == name:
            edition = said.entry.editions[said.ref.split(".")[1]]
            marked = "" if said.checked else mark(words.unconfirmed)
            dated = f", {day(edition.issued)}" if edition.issued else ""
            who = f"{text(said.entry.body)}: {text(edition.title)}{dated}{cite_mark(said.source)}"
            rows.append(row(who, f"{_said(said.held)}{marked}"))
    return table((heads.guideline, heads.position), rows, "two")


def _said(held: Statement) -> str:
    return text(f"{held.says} ({held.grade})" if held.grade else held.says)


def _results(name: str, guide: Guide, words: EvidenceSheets) -> str:
    """A row for each arm of each trial at each data cut, the current one first."""
    found: list[tuple[str, dict[str, Bound]]] = []
    for trial_name, trial in trials_of(name, guide):
        for cut_name, _ in current_first(trial):
            cut = trial.cuts[cut_name]
            bounds = bounds_of(f"{trial_name}.{cut_name}", cut.figures, guide)
            for arm_name, arm in trial.arms.items():
                alone = len(trial.arms) == 1
                own = [
                    b for b in bounds if b.figure.arm == arm_name or (alone and not b.figure.arm)
                ]
                results = pivotal(own, words)
                if arm.therapy == name and results:
                    cites = " ".join(cite_mark(s) for s in dict.fromkeys(b.source for b in own))
                    who = f"<b>{text(trial.name)}</b>, {text(arm.title)}{cites}"
                    when = cut_words(cut, trial, guide, words)
                    size = sizes(own, guide)
                    found.append((f"{who}. {f'{size}. ' if size else ''}{when}", results))
    shown = [n for n in words.pivotal if any(n in results for _, results in found)]
    rows = [row(t, *(result_cell(r.get(n), words) for n in shown)) for t, r in found]
    heads = (words.heads.trial, *(guide.settings.endpoints[name] for name in shown))
    if not rows:
        return ""
    below = f"{text(words.caution)}\n{{: .sheet__caution }}"
    return f"{below}\n\n{table(heads, rows, 'matrix')}"


def _harms(name: str, therapy: Therapy, guide: Guide, words: EvidenceSheets) -> str:
    """Serious warnings of the labels, then how often what happened."""
    lines: list[str] = []
    groups: list[list[str]] = []
    for label_name, label in therapy.labels.items():
        said = guide.ledger.statements_of(f"{name}.{label_name}", therapy, label)
        by_kind: dict[str, list[str]] = {}
        for one in said:
            if one.held.about in _SERIOUS:
                marked = "" if one.checked else mark(words.unconfirmed)
                cited = f"{_said(one.held)}{cite_mark(one.source)}{marked}"
                by_kind.setdefault(one.held.about, []).append(cited)
        kinds = [f"<b>{text(kind)}</b>: {'. '.join(all_)}" for kind, all_ in by_kind.items()]
        if kinds:
            lines.append(f"- **{text(label.title)}.** {'. '.join(kinds)}.")
        bounds = bounds_of(f"{name}.{label_name}", label.figures, guide)
        groups.append(grouped(text(label.title), harm_rows(bounds, words), 3))
    for trial_name, trial in trials_of(name, guide):
        cut_name, cut = trial.current
        arms = [arm for arm, of in trial.arms.items() if of.therapy == name]
        bounds = bounds_of(f"{trial_name}.{cut_name}", cut.figures, guide)
        own = [b for b in bounds if b.figure.arm is None or b.figure.arm in arms]
        title = f"{text(trial.name)}. {cut_words(cut, trial, guide, words)}"
        groups.append(grouped(title, harm_rows(own, words), 3))
    heads = (words.heads.reaction, words.heads.any_grade, words.heads.severe)
    told = side_by_side([table(heads, rows, "harms") for rows in halves(groups) if rows])
    return "\n\n".join(part for part in ("\n".join(lines), told) if part)


def _limits(name: str, guide: Guide, words: EvidenceSheets) -> str:
    heads, lines = words.heads, []
    for _, trial in trials_of(name, guide):
        registered = f" ({text(trial.registry)})" if trial.registry else ""
        said = f"{text(trial.design)} ({text(heads.comparison.lower())}: {text(trial.comparison)})"
        of = f"<i>{text(heads.population)}:</i> {text(trial.population)}"
        lines.append(f"- **{text(trial.name)}**{registered}: {said}. {of}.")
    return "\n".join(lines)
