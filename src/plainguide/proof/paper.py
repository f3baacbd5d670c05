"""A printed handout, held against the page that it was printed from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plainguide.model.place import Finding, Place
from plainguide.proof.site import MISMATCH
from plainguide.proof.words import differences

_FOOT = re.compile(r"^Page \d+ of \d+$")
_MARKER = re.compile(r"^(?:•|◦|▪|\d{1,3}\.)$")
"""What the printer puts before the items of lists, and HTML does not hold."""


def prove_paper(
    path: str, pages: Iterable[str], expected: Iterable[str], running: str
) -> Iterator[Finding]:
    """Find what a PDF says otherwise than its page.

    Args:
        path: the PDF's file.
        pages: its text, page by page.
        expected: the words that were to be printed, in order.
        running: the line at the head of each page but the first.
    """
    printed = [word for page in pages for word in _body(page, running)]
    for difference in differences(list(expected), printed, between=_MARKER):
        yield Finding(Place(path), MISMATCH, f"{difference}; make the handouts again")


def _body(page: str, running: str) -> Iterator[str]:
    """The words of a page, without its margins."""
    for line in page.replace("\ufffe", "-").replace("\x02", "-").splitlines():
        said = " ".join(line.split())
        if said != running and not _FOOT.match(said):
            yield from said.split()
