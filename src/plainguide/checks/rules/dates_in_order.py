"""Days of the ledger that cannot have followed each other."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_part
from plainguide.model.entry import Trial
from plainguide.model.evidence import Sourced
from plainguide.model.figure import Day
from plainguide.model.part import Approval, DataCut, GuidelineEdition, Label, PartRecord


@each_part
def find(part: Sourced[PartRecord], compiled: Compiled) -> Iterator[Hit]:
    """Find days that come in an impossible order.

    A superseded data cut ends before the one that replaces it; what is known as of a day happened
    by that day; a text is read on or after the day it came out.

    Why:    one wrong year turns an old state into a new one.
    Bad:    approved_on 2027-01-19, as_of 2026-11-24
    Good:   approved_on 2023-01-19, as_of 2026-11-24
    Source: a rule of this project's own: a date that precedes its cause is a slip.
    """
    places = compiled.guide.ledger.places
    for key, message in (*_cut(part), *_known(part), *_read(part, compiled)):
        yield places.get(f"{part.ref}.{key}", part.place), message


def _cut(part: Sourced[PartRecord]) -> Iterator[tuple[str, str]]:
    """A data cut that ends after the one that supersedes it."""
    cut, trial = part.held, part.entry
    if not isinstance(cut, DataCut) or not isinstance(trial, Trial) or not cut.superseded_by:
        return
    later = trial.cuts[cut.superseded_by]
    if cut.cutoff and later.cutoff and cut.cutoff > later.cutoff:
        message = f"this data cut ends on {cut.cutoff}, after `{cut.superseded_by}`"
        yield "cutoff", f"{message}, which is said to supersede it; compare both with the source"


def _known(part: Sourced[PartRecord]) -> Iterator[tuple[str, str]]:
    """Something that happened after the day on which it was known."""
    held = part.held
    if not isinstance(held, Approval | Label | GuidelineEdition):
        return
    for name, figure in held.figures.items():
        if isinstance(figure, Day) and figure.value > held.as_of:
            message = f"{part.ref}.{name} is {figure.value}, after the day it was read"
            yield name, f"{message}, {held.as_of}; compare both with the source"
    if isinstance(held, GuidelineEdition) and held.issued and held.issued > held.as_of:
        message = f"this edition came out on {held.issued}, after the day it was read"
        yield "issued", f"{message}, {held.as_of}; compare both with the source"


def _read(part: Sourced[PartRecord], compiled: Compiled) -> Iterator[tuple[str, str]]:
    """A text that was read before it came out."""
    read_in = compiled.guide.ledger.sources.get(part.checked.read_in) if part.checked else None
    if part.checked and read_in and read_in.published and part.checked.on < read_in.published:
        message = f"read on {part.checked.on}, before {part.checked.read_in} came out"
        yield "checked", f"{message} ({read_in.published}); compare both with the source"
