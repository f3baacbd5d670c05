"""Authors as bibliographies part them: people by family name and initials, bodies whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plainguide.model.source import Source

_PERSON = re.compile(r"^(?P<family>\S.*?) (?P<initials>[^\W\d_]{1,4})$")
_MORE = "et al."


@dataclass(frozen=True, slots=True)
class Author:
    """A person, or a body, which has no initials."""

    family: str
    initials: str = ""

    @property
    def is_person(self) -> bool:
        """Whether this is a person."""
        return bool(self.initials)


def authors(source: Source) -> list[Author]:
    """The named authors of a source; `et al.` is no name."""
    return [_author(name) for name in source.authors if name != _MORE]


def _author(name: str) -> Author:
    """Part a name printed as `Family AB`; anything else is a body."""
    person = _PERSON.match(name)
    if person is None or not person["initials"].isupper():
        return Author(name)
    return Author(person["family"], person["initials"])
