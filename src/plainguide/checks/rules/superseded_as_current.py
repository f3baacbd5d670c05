"""A figure of an earlier data cut that is told as if it still stood."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.around import around
from plainguide.checks.wording.phrases import Words, says
from plainguide.model.base import Record
from plainguide.model.entry import Trial
from plainguide.model.evidence import Bound, Ledger
from plainguide.model.figure import Figure, FigureRecord
from plainguide.model.reading import Reading, Use


class Markers(Record):
    """The words that tell a reader that a figure is of an earlier data cut."""

    patient: Words
    professional: Words


@follows(Markers)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find figures of a superseded data cut that are not said to be earlier.

    Only a figure that a later data cut has anew, with another value that was read at its source, is
    superseded: one with its name in the ledger, or with its end point and arm. The words that say
    so (the guide lists them, and the title of the data cut counts too) stand in its sentence, in
    its row or the head of its column, in the line that introduces the list or table, or in the
    heading above.

    Why:    results change as a study goes on; a reader who meets the old number alone will carry it
            into a decision as if it were the last word.
    Bad:    It helped {{ trial.primary.orr }}.   (trial.final.orr is in the ledger)
    Good:   At the first look it was {{ trial.primary.orr }}, and at the last {{ trial.final.orr }}.
    Source: CONSORT 2010, item 14 (say when results are of an interim analysis), as collected by
            EQUATOR; DISCERN, question 5.
    """
    ledger, words = compiled.guide.ledger, compiled.policy(Markers)
    listed = words.patient if reading.name == "patient" else words.professional
    for section in reading.sections:
        for index, block in enumerate(section.blocks):
            for use in block.uses:
                bound = ledger.bind(use.ref)
                newer = _newer(bound, use.ref, ledger) if bound else None
                if not bound or not newer:
                    continue
                title = Words(says=(bound.part.title,))
                texts = list(around(section, index, use)) if block.kind != "picture" else [""]
                if not any(says(text, listed) or says(text, title) for text in texts):
                    yield use.place, _message(use, newer)


def _newer(old: Bound, shown: str, ledger: Ledger) -> str | None:
    """The address of the figure that stands in for a superseded one.

    One that nobody has read, or that says the same, does not count: nothing would be gained by it.
    """
    if not old.superseded or not isinstance(old.entry, Trial):
        return None
    entry, cut, name = old.ref.split(".")
    detail = shown.removeprefix(old.ref).removeprefix(".")
    while (after := old.entry.cuts[cut].superseded_by) is not None:
        cut = after
        for other, figure in old.entry.cuts[cut].figures.items():
            if figure.disputes is None and (other == name or _same(old.figure, figure)):
                ref = f"{entry}.{cut}.{other}"
                new = ledger.bind(ref)
                if new and new.checked and _value(figure, detail) != _value(old.figure, detail):
                    return ref
    return None


def _value(figure: Figure, detail: str) -> object:
    """What is shown of a figure: one of its details, such as `of`, or its value."""
    whole = (figure.value, getattr(figure, "ci", None))
    return getattr(figure, detail, whole) if detail else whole


def _same(one: FigureRecord, other: FigureRecord) -> bool:
    """Whether two figures are of the same end point in the same people."""
    if one.endpoint is None:
        return one.name.casefold() == other.name.casefold() and one.arm == other.arm
    return (one.endpoint, one.arm) == (other.endpoint, other.arm)


def _message(use: Use, newer: str) -> str:
    shown = " ".join(use.text.split())
    return (
        f"“{shown}” is of an earlier data cut, and nothing here says so; show {newer}, or say that "
        "the number is an earlier one"
    )
