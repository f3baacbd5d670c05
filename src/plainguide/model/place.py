"""Where something stands in a file, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file, as an editor counts it.

    Attributes:
        path: the file, relative to the guide's root, with forward slashes.
        line: from 1.
        column: from 1, in characters.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault, in one place, told to the person who can mend it.

    Attributes:
        place: where to look.
        rule: the code of the rule that found it, such as `unbound-number`.
        message: what is wrong, then what to do.
    """

    place: Place
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.place} {self.rule}: {self.message}"
