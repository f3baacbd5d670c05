"""A printed handout, held against the page that it was printed from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from plainguide.model.place import Finding, Place
from plainguide.proof.site import MISMATCH
from plainguide.proof.words import differences

_FOOT = re.compile(r"\bPage \d+ of \d+\s*$")
_TURN = re.compile(r"\bpage\s\d+\s*$", re.MULTILINE)
"""At the end of a line of a list of contents."""
_MARKER = re.compile(r"^(?:•|◦|▪|\d{1,3}\.)$")
"""What the printer puts before the items of lists, and HTML does not hold."""


def prove_paper(
    path: str,
    pages: Iterable[str],
    expected: Iterable[str],
    running: Collection[str],
    heads: Collection[str] = (),
) -> Iterator[Finding]:
    """Find what a PDF says otherwise than its page.

    Args:
        path: the PDF's file.
        pages: its text, page by page.
        expected: the words that were to be printed, in order.
        running: what stands at the head of pages but the first: one of these.
        heads: of tables, which are said again where a table goes on on another page.
    """
    printed = [word for page in pages for word in _body(page, running)]
    for difference in differences(list(expected), printed, between=_MARKER):
        again = " ".join(w for w in difference.found.split() if not _MARKER.match(w))
        if difference.expected or again not in heads:
            yield Finding(Place(path), MISMATCH, f"{difference}; make the handouts again")


def _body(page: str, running: Collection[str]) -> Iterator[str]:
    """The words of a page, without its margins, and without the numbers of pages to turn to."""
    text = page.replace("\ufffe", "- ").replace("\x02", "-").replace("\r\n", "\n")
    text = " ".join(_FOOT.sub("", _TURN.sub("", text)).split())
    for head in sorted(running, key=len, reverse=True):
        if text.startswith(head):
            text = text.removeprefix(head)
            break
        if text.endswith(head):
            text = text.removesuffix(head)
            break
    yield from text.split()
