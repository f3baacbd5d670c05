"""A topic: one subject, written once, read twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pydantic import Field

from plainguide.model.base import LedgerName, Record, Slug, Text
from plainguide.model.place import Place

ReadingName = Literal["patient", "professional"]
READINGS: tuple[ReadingName, ...] = ("patient", "professional")


class TwoWordings(Record):
    """One thing, worded for each reading."""

    patient: Text
    professional: Text

    def for_(self, reading: ReadingName) -> str:
        """The wording of one reading."""
        return self.patient if reading == "patient" else self.professional


class ReviewPlan(Record):
    """When the topic is due to be looked at again."""

    by: date


class FrontMatter(Record):
    """What stands between the `---` lines at the head of a topic's file.

    Attributes:
        id: the topic's permanent name; the file is called the same.
        updated: when its words were last changed in substance.
        evidence: the ledger entries that the topic rests on.
        about: the therapies or trials of the ledger that the whole topic is about, so that what
            must be said of each can be looked for; none where it is about something else.
    """

    id: Slug
    title: TwoWordings
    summary: TwoWordings
    updated: date
    evidence: tuple[LedgerName, ...] = Field(min_length=1)
    about: tuple[LedgerName, ...] = ()
    review: ReviewPlan


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, with its number from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as it was written.

    Attributes:
        path: its file, relative to the guide's root.
        group: the id of the group in whose folder it lies.
        front: its front matter.
        body: the lines after the front matter.
        places: where each key of the front matter stands, such as `review.by`.
    """

    path: str
    group: str
    front: FrontMatter
    body: tuple[Line, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
