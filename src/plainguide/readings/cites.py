"""The marks of citations, before and after their numbers are known."""

from __future__ import annotations

import re

_CITE_MARK = re.compile(r'(<sup class="cite"><a href="#source-(?P<source>[a-z0-9-]+)")>[^<]*</a>')


def cite_mark(source: str) -> str:
    """A citation before its number is known; `numbered` puts the number in."""
    return f'<sup class="cite"><a href="#source-{source}">{source}</a></sup>'


def numbered(markdown: str, order: list[str]) -> str:
    """Put each citation's number, its place in `order` from 1, into its mark."""

    def number(match: re.Match[str]) -> str:
        n = order.index(match["source"]) + 1
        return f'{match[1]} aria-label="Source {n}">{n}</a>'

    return _CITE_MARK.sub(number, markdown)
