"""Words of HTML and of plain text, to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import html as lxml_html

_WORD = re.compile(r"\w+")


def words_in(text: str) -> list[str]:
    """The words of a plain text, without marks between them."""
    return _WORD.findall(text)


def words_of_html(fragment: str) -> list[str]:
    """The words of an HTML fragment, in order; no word goes on from one element into the next."""
    tree = lxml_html.fragment_fromstring(fragment, create_parent="div")
    return words_in(" ".join(map(str, tree.itertext())))


def missing_in_order(wanted: Iterable[str], found: Sequence[str]) -> str | None:
    """The first wanted word that does not come, after those before it; none where all do."""
    left = iter(found)
    return next((word for word in wanted if word not in left), None)
