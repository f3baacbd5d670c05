"""Self-assessments of patient pages against published instruments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from plainguide.model.base import Record, Slug, Text
from plainguide.model.source import Https

Item = Annotated[str, StringConstraints(pattern=r"^[1-9]\d?$")]
"""The number of an item, as the instrument gives it."""


class Seen(Record):
    """Where some of an instrument's items were read.

    Attributes:
        at: the address of the text.
        what: what was read there, and what was not.
    """

    at: Https
    on: date
    what: Text


class Instrument(Record):
    """A published list of questions by which a text is judged.

    Attributes:
        seen: where the items were read; empty where they are written from knowledge.
        least: the least share of the items that apply which must be met, in percent.
        items: what each asks, in our own words.
        may_not_apply: the items that the instrument lets one answer with n/a.
    """

    name: Text
    publisher: Text
    url: Https
    seen: tuple[Seen, ...] = ()
    least: Annotated[Decimal, Field(ge=0, le=100)]
    items: dict[Item, Text] = Field(min_length=1)
    may_not_apply: tuple[Item, ...] = ()

    @model_validator(mode="after")
    def _knows_what_may_not_apply(self) -> Instrument:
        if unknown := [item for item in self.may_not_apply if item not in self.items]:
            raise ValueError(f"`may_not_apply` names no items: {', '.join(unknown)}")
        return self


class Answer(Record):
    """What was found for one item, with the place in the text for each yes.

    Attributes:
        says: words of the page that show it.
        see: the section that shows it, where it is seen rather than said; or `summary`.
        why: why it is not met, or does not apply.
    """

    answer: Literal["yes", "no", "n/a"]
    says: Text | None = None
    see: Slug | None = None
    why: Text | None = None

    @model_validator(mode="after")
    def _is_founded(self) -> Answer:
        if self.answer == "yes" and not (self.says or self.see):
            raise ValueError("a yes needs its place in the text: `says` or `see`")
        if self.answer != "yes" and not self.why:
            raise ValueError("a no, and an n/a, need a reason: `why`")
        return self


Assessment = Mapping[Slug, Mapping[Item, Answer]]
"""One page's answers, by instrument and item."""


def score(answers: Mapping[str, Answer]) -> Decimal:
    """The share of the items that apply which are met, in percent; 100 where none applies."""
    applies = list(_applying(answers))
    return Decimal(100) * sum(applies) / len(applies) if applies else Decimal(100)


def _applying(answers: Mapping[str, Answer]) -> Iterator[bool]:
    for answer in answers.values():
        if answer.answer != "n/a":
            yield answer.answer == "yes"
