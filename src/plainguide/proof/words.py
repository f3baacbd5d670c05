"""Where two runs of words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_AROUND = 3
"""How many words before a difference are told, so that it can be found."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the words differ.

    Attributes:
        after: the last words that both have.
        expected: what should come next; empty where there should be nothing.
        found: what comes next; empty where there is nothing.
    """

    after: str
    expected: str
    found: str

    def __str__(self) -> str:
        after = f'after "{self.after}" ' if self.after else ""
        if not self.expected:
            return f'{after}it says "{self.found}", which should not be there'
        if not self.found:
            return f'{after}it lacks "{self.expected}"'
        return f'{after}it says "{self.found}" instead of "{self.expected}"'


def differences(
    expected: Sequence[str], found: Sequence[str], between: re.Pattern[str] | None = None
) -> Iterator[Difference]:
    """Where `found` is not what was `expected`.

    Args:
        expected: words, in order.
        found: words, in order; the same letters in words parted otherwise are the same.
        between: words that may stand in `found` between others, such as the marks of a list.
    """
    if list(expected) == list(found):
        return
    matcher = SequenceMatcher(a=expected, b=found, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal" and not _same(expected[a:b], found[c:d], between):
            after = " ".join(expected[max(0, a - _AROUND) : a])
            yield Difference(after, " ".join(expected[a:b]), " ".join(found[c:d]))


def _same(expected: Sequence[str], found: Sequence[str], between: re.Pattern[str] | None) -> bool:
    """Whether two runs of words have the same letters, but for what may stand between."""
    wanted = "".join(expected)
    kept = [word for word in found if not (between and between.match(word))]
    return wanted in {"".join(found), "".join(kept)}
