"""Clinical sign-offs, each bound to the words that were read."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from plainguide.model.base import Record, Slug, Text
from plainguide.model.topic import ReadingName

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of a compiled reading's body, in hexadecimal."""


class SignOff(Record):
    """A real clinician's word that one reading of one topic is sound.

    It holds for the text with this fingerprint and for no other.
    """

    topic: Slug
    reading: ReadingName
    fingerprint: Fingerprint
    reviewer: Text
    role: Text
    on: date


class Reviews(Record):
    """All sign-offs; none is a fine and honest answer."""

    sign_offs: tuple[SignOff, ...] = Field(default=(), alias="sign-offs")


ReviewState = Literal["reviewed", "changed since review", "not reviewed"]


def state_of(
    reviews: Reviews, topic: str, reading: ReadingName, fingerprint: str
) -> tuple[ReviewState, SignOff | None]:
    """Tell whether a reading's present words were signed, and by which sign-off."""
    of_page = [s for s in reviews.sign_offs if (s.topic, s.reading) == (topic, reading)]
    for sign_off in of_page:
        if sign_off.fingerprint == fingerprint:
            return "reviewed", sign_off
    return ("changed since review", None) if of_page else ("not reviewed", None)
