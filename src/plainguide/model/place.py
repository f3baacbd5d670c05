"""Where something stands in a file, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]
"""An error stops the build; a warning is told, and does not."""


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
        level: whether it stops the build.
    """

    place: Place
    rule: str
    message: str
    level: Level = "error"

    def __str__(self) -> str:
        mark = "" if self.level == "error" else f" ({self.level})"
        return f"{self.place} {self.rule}{mark}: {self.message}"
