"""The words that pictures need beside those of the ledger."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from plainguide.model.base import Record, Text
from plainguide.model.part import Decision
from plainguide.model.topic import TwoWordings


class IconArrayWords(Record):
    """The words of a hundred people.

    Attributes:
        caption: what one of them stands for.
        inside: what happened to those who are filled, where the author does not say.
        outside: the same, of the others.
        group: head of the column of these words.
        share: head of the column of numbers.
    """

    caption: TwoWordings
    inside: TwoWordings
    outside: TwoWordings
    group: TwoWordings
    share: TwoWordings


class ForestWords(Record):
    """The words of results with intervals, which are for professionals only.

    Attributes:
        title: what follows the end point's name.
        caption: how the rows may be read, and how not.
        axis: what the scale counts.
        therapy, trial, arm, size, result: heads of the table's columns.
    """

    title: Text
    caption: Text
    axis: Text
    therapy: Text
    trial: Text
    arm: Text
    size: Text
    result: Text


class TimelineWords(Record):
    """The words of a timeline.

    Attributes:
        decisions: what each decision is called; as the ledger says it where left out.
        date, region, therapy, decision: heads of the table's columns.
    """

    title: TwoWordings
    caption: TwoWordings
    decisions: Mapping[Decision, TwoWordings] = Field(default_factory=dict)
    date: TwoWordings
    region: TwoWordings
    therapy: TwoWordings
    decision: TwoWordings


class FlowWords(Record):
    """The words of a pathway.

    Attributes:
        step, answer, next: heads of the table's columns.
        end: what stands there instead of a next step.
    """

    caption: TwoWordings
    step: TwoWordings
    answer: TwoWordings
    next: TwoWordings
    end: TwoWordings


class PictureWords(Record):
    """The words of all pictures.

    Attributes:
        table: what opens the table that says the same as the picture.
        source: head of the column of sources.
    """

    table: TwoWordings
    source: TwoWordings
    icon_array: IconArrayWords
    forest: ForestWords
    timeline: TimelineWords
    flow: FlowWords


def unworded() -> PictureWords:
    """Words that are only their own names, where what pictures show counts and not how."""
    return PictureWords.model_validate(_names_of(PictureWords))


def _names_of(record: type[Record]) -> dict[str, object]:
    """The name of each field as its own content; fields that may be left out are."""
    names: dict[str, object] = {}
    for name, info in record.model_fields.items():
        kind = info.annotation
        if kind is TwoWordings:
            names[name] = {"patient": name, "professional": name}
        elif isinstance(kind, type) and issubclass(kind, Record):
            names[name] = _names_of(kind)
        elif info.is_required():
            names[name] = name
    return names
