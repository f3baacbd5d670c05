"""A newer analysis, edition or label that is known, and not the one that stands."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from datetime import date

from plainguide.checks.registry import Compiled, Hit, each_guide, follows
from plainguide.checks.text.prose import prose_of
from plainguide.checks.wording.phrases import Words, found_in
from plainguide.model.base import Record, Slug, Text
from plainguide.model.entry import AnyEntry, Guideline, Therapy, Trial
from plainguide.model.evidence import Ledger
from plainguide.model.guide import Guide
from plainguide.model.reading import Written
from plainguide.model.source import Source


class Newer(Record):
    """What may bring a newer analysis of a trial.

    Attributes:
        kinds: the kinds of sources that publish results.
        settled: sources that are newer and change nothing, each with the reason.
        notes: what a note on a source says where a newer one is out; `*` stands for any ending.
    """

    kinds: tuple[Text, ...]
    settled: Mapping[Slug, Text]
    notes: tuple[Text, ...] = ()


@follows(Newer)
@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find entries whose current part is older than another that the ledger knows.

    Told is a current data cut that ends, or came out, before one that it is said to supersede; a
    trial of which a later source with its registration number publishes results, and no part of it
    rests on that source; a trial with the same number under another name, whose current cut ends
    later; a page's figure of a guideline or label of which a later edition or revision is in the
    ledger; and a part whose source is noted to have been followed by a newer one.

    Why:    whoever found the newer source meant to read it, and until then the guide tells the old
            result as the last one.
    Bad:    the final cut is of a paper of 2021, and the ledger has a paper of 2024 on that trial
    Good:   a data cut of the newer paper, which supersedes the old one
    Source: a rule of this project's own, because the ledger promises that one cut is current.
    """
    ledger, policy = guide.ledger, compiled.policy(Newer)
    rests: dict[str, set[str]] = {}
    for bound in ledger.figures():
        rests.setdefault(bound.ref.partition(".")[0], set()).add(bound.source)
    for name, trial in ledger.trials():
        yield from _cuts(name, trial, ledger)
        yield from _sources(name, trial, ledger, rests.get(name, set()) | {*policy.settled}, policy)
    yield from _twins(ledger)
    yield from _noted(ledger, policy)
    shown = _shown(compiled)
    for name, entry in ledger.entries.items():
        for old, new in _editions(entry):
            if f"{name}.{old}" in shown:
                told = f"pages show figures of {name}.{old}, and {name}.{new} is newer"
                yield ledger.places[f"{name}.{old}"], f"{told}; show the newer one"


def _cuts(name: str, trial: Trial, ledger: Ledger) -> Iterator[Hit]:
    """Superseded cuts that are younger than the current one."""
    current, cut = trial.current
    day = _came_out(ledger.sources.get(cut.source))
    for other, old in trial.cuts.items():
        if other == current:
            continue
        source = ledger.sources.get(old.source)
        # A review may quote an early result late: only a publication of the trial's own dates it.
        out = _came_out(source) if source and source.registry == trial.registry else None
        late = cut.cutoff and old.cutoff and old.cutoff > cut.cutoff
        # Of the next cut, the rule `dates-in-order` tells.
        late = late and old.superseded_by != current
        if late or (not (cut.cutoff and old.cutoff) and out and day and out > day):
            told = f"`{current}` is current, and `{other}`, which it supersedes, is newer"
            yield ledger.places[f"{name}.{current}"], f"{told}; compare both with the source"


def _sources(
    name: str, trial: Trial, ledger: Ledger, known: Container[str], policy: Newer
) -> Iterator[Hit]:
    """Later sources on the trial on which no part of it rests."""
    current, cut = trial.current
    day = _came_out(ledger.sources.get(cut.source))
    parts = {part.source for part in trial.cuts.values()}
    for key, source in ledger.sources.items():
        fits = source.registry is not None and source.registry == trial.registry
        if not fits or source.kind not in policy.kinds or key in known or key in parts:
            continue
        out = _came_out(source)
        if out and day and out > day:
            told = f"{key} is newer than the source of `{current}`, and nothing of {name} rests on"
            told += " it; read it, or say in rules/newer-cut-known.yml why it changes nothing"
            yield ledger.places[f"{name}.{current}"], told


def _twins(ledger: Ledger) -> Iterator[Hit]:
    """Current cuts that end before that of another entry on the same trial."""
    ends: dict[str, list[tuple[date, str, str]]] = {}
    for name, trial in ledger.trials():
        current, cut = trial.current
        if trial.registry and cut.cutoff:
            ends.setdefault(trial.registry, []).append((cut.cutoff, name, current))
    for same in ends.values():
        newest = max(same)
        for day, name, current in same:
            if day < newest[0]:
                told = f"{newest[1]} is the same trial, and its cut `{newest[2]}` is newer"
                yield ledger.places[f"{name}.{current}"], f"{told}; keep both in one entry"


def _noted(ledger: Ledger, policy: Newer) -> Iterator[Hit]:
    """Current parts whose source is noted to have been followed by a newer one."""
    listed = Words(says=policy.notes)
    for part in ledger.sourced_parts():
        source = ledger.sources.get(part.source)
        if source is None or source.note is None or part.held.superseded:
            continue
        said = next(found_in(prose_of((Written(part.place, source.note),)), listed), None)
        if said and part.source not in policy.settled:
            told = f"the note on {part.source} says “{said.said}”"
            yield part.place, f"{told}; read the newer one, or say why it changes nothing"


def _editions(entry: AnyEntry) -> Iterator[tuple[str, str]]:
    """Each edition or label of an entry, with one that came out later."""
    dated: dict[str, dict[str, date]] = {}
    if isinstance(entry, Guideline):
        dated["edition"] = {key: e.issued for key, e in entry.editions.items() if e.issued}
    elif isinstance(entry, Therapy):
        for key, label in entry.labels.items():
            dated.setdefault(label.product, {})[key] = label.as_of
    for days in dated.values():
        newest = max(days, key=lambda key: days[key], default="")
        yield from ((key, newest) for key in days if days[key] < days[newest])


def _shown(compiled: Compiled) -> set[str]:
    """The parts of which pages show figures."""
    readings = (reading for both in compiled.readings.values() for reading in both.values())
    uses = (use for reading in readings for block in reading.blocks for use in block.uses)
    return {".".join(use.ref.split(".")[:2]) for use in uses}


def _came_out(source: Source | None) -> date | None:
    """The first day on which a source may have been out."""
    return (source.published or date(source.year, 1, 1)) if source else None
