"""What stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

Span = tuple[int, int]
"""From where to where in a text; the end is the first index behind it."""

_QUOTED = re.compile(r"“[^“”]*”|(?<!\w)\"[^\"]*\"|(?<!\w)‘[^‘’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")


def quoted(text: str) -> tuple[Span, ...]:
    """What stands between double or single marks, straight or curly, as spans with the marks."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def within(spans: Iterable[Span], start: int, end: int | None = None) -> bool:
    """Tell whether a stretch lies within one of these.

    Args:
        spans: from where to where each goes.
        start: the index at which the stretch begins.
        end: the first index behind it; without, it is one character long.
    """
    last = start + 1 if end is None else end
    return any(first <= start and last <= behind for first, behind in spans)
