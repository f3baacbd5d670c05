"""What a picture is given: its names, and numbers that are said already."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A number as its readers are told it.

    Attributes:
        ref: its address in the ledger.
        value: the exact value behind it.
    """

    text: str
    ref: str
    value: str


@dataclass(frozen=True, slots=True)
class Named:
    """What a picture is called where it can't be seen.

    Attributes:
        id: no other element of the page has it, nor one that starts with it and a hyphen.
        title: what it is of, in a few words.
        description: all that it shows.
    """

    id: str
    title: str
    description: str
