"""A source as a full bibliographic record."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from plainguide.model.base import Record, Text

Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]
Pmid = Annotated[str, StringConstraints(pattern=r"^[1-9]\d{0,8}$")]
Https = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]


class Notice(Record):
    """What became known of a publication after it came out."""

    kind: Literal["retraction", "correction", "concern"]
    note: Text
    on: date | None = None
    doi: Doi | None = None


class Source(Record):
    """Something that was published and can be looked up.

    Attributes:
        kind: what sort of text it is; papers, labels and regulators outrank news.
        authors: as printed, the last may be `et al.`; a body's name for its own pages.
        container: the journal, the regulator or the site.
        registry: the trial's registration number, such as `NCT03043313`.
        notices: retractions, corrections and expressions of concern that are known.
        unconfirmed: fields of this record that could not be read anywhere, listed openly.
    """

    kind: Literal[
        "paper",
        "abstract",
        "label",
        "regulator",
        "registry",
        "guideline",
        "company",
        "charity",
        "news",
    ]
    authors: tuple[Text, ...] = Field(min_length=1)
    title: Text
    container: Text
    year: int = Field(ge=1900, le=2100)
    published: date | None = None
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    doi: Doi | None = None
    pmid: Pmid | None = None
    registry: Text | None = None
    url: Https
    note: Text | None = None
    notices: tuple[Notice, ...] = ()
    unconfirmed: tuple[Text, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to know before relying on it: retractions, corrections and concerns, then notes."""
        notices = (f"{notice.kind.capitalize()}: {notice.note}" for notice in self.notices)
        return (*notices, *([self.note] if self.note else []))
