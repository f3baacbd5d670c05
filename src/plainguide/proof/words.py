"""Where two runs of words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_AROUND = 3
"""How many words before a difference are told, so that it can be found."""
_WINDOW = 200
"""How many words are compared at once, to begin with."""
_SURE = 20
"""How many words in a row are the same by no accident."""

_Run = tuple[int, int, int, int]
"""From where to where in one run of words, and in another."""


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
    for a, b, c, d in _unlike(expected, found):
        if not _same(expected[a:b], found[c:d], between):
            after = " ".join(expected[max(0, a - _AROUND) : a])
            yield Difference(after, " ".join(expected[a:b]), " ".join(found[c:d]))


def _unlike(one: Sequence[str], other: Sequence[str]) -> Iterator[_Run]:
    """The runs that are not the same: from where to where in the one, and in the other.

    What takes time is the matching, which grows with the square of the words; so it only sees the
    words around what differs, and as many as it takes until both surely go on alike.
    """
    a = c = 0
    while True:
        while a < len(one) and c < len(other) and one[a] == other[c]:
            a, c = a + 1, c + 1
        if a == len(one) and c == len(other):
            return
        runs, (past_a, past_c) = _next_runs(one[a:], other[c:])
        for start, end, from_, to in runs:
            yield a + start, a + end, c + from_, c + to
        a, c = a + past_a, c + past_c


def _next_runs(
    one: Sequence[str], other: Sequence[str], size: int = _WINDOW
) -> tuple[list[_Run], tuple[int, int]]:
    """The next runs that are not the same, and how far both were compared for that."""
    matcher = SequenceMatcher(a=one[:size], b=other[:size], autojunk=False)
    codes = matcher.get_opcodes()
    whole = size >= max(len(one), len(other))
    sure = [at for at, (kind, a, b, _, _) in enumerate(codes) if kind == "equal" and b - a >= _SURE]
    if not whole and not sure:
        return _next_runs(one, other, 2 * size)
    # What follows the last run that is surely the same may be the window's own end.
    told = codes if whole else codes[: sure[-1]]
    past = (len(one), len(other)) if whole else (codes[sure[-1]][1], codes[sure[-1]][3])
    return [code[1:] for code in told if code[0] != "equal"], past


def _same(expected: Sequence[str], found: Sequence[str], between: re.Pattern[str] | None) -> bool:
    """Whether two runs of words have the same letters, but for what may stand between."""
    wanted = "".join(expected)
    kept = [word for word in found if not (between and between.match(word))]
    return wanted in {"".join(found), "".join(kept)}
