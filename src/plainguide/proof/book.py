"""The books and the plain texts, held against the pages that they were made from."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from plainguide.model.place import Finding, Place
from plainguide.proof.data import prove_bytes
from plainguide.proof.site import MISMATCH, prove_page, unbound_numbers
from plainguide.read.html import Mark, Shown, shown
from plainguide.readings.names import Names

TEXT = "page"
"""The class of what stands in a book as it does on a page."""
_AGAIN = "build the site again"


def prove_epub(
    path: str, data: bytes, pages: Mapping[str, Shown], names: Names
) -> Iterator[Finding | Shown]:
    """Find what an EPUB says otherwise than its pages, chapter by chapter.

    Args:
        path: the EPUB.
        data: its bytes.
        pages: what each page shows, by the path of its chapter in the EPUB.
        names: all that the pages' reading can say of the ledger.

    Yields:
        What each chapter shows, and findings.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as book:
            held = {name: book.read(name).decode() for name in book.namelist() if name in pages}
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError):
        yield Finding(Place(path), MISMATCH, f"this is no whole EPUB; {_AGAIN}")
        return
    for name, compiled in pages.items():
        if name not in held:
            yield Finding(Place(path), MISMATCH, f"{name} is not in this; {_AGAIN}")
            continue
        where = f"{path}/{name}"
        seen = shown(held[name], where, within=TEXT)
        yield seen
        yield from prove_page(where, seen, compiled, names)
        yield from unbound_numbers(seen)


def prove_book(
    path: str, data: bytes, pages: Mapping[str, Shown], names: Names
) -> Iterator[Finding | Shown]:
    """Find what the book as one HTML file says otherwise than its pages.

    Args:
        path: the file.
        data: its bytes.
        pages: what each page shows, in the book's order.
        names: all that the pages' reading can say of the ledger.

    Yields:
        What the book shows, and findings.
    """
    seen = shown(data.decode("utf-8", errors="replace"), path, within=TEXT)
    words = tuple(word for page in pages.values() for word in page.words)
    marks = tuple(mark for page in pages.values() for mark in page.marks)
    yield seen
    yield from prove_page(path, seen, Shown(words, marks, ()), names)


def prove_text(path: str, data: bytes, wanted: bytes, marks: tuple[Mark, ...]) -> Iterator[Finding]:
    """Find what a plain text says otherwise than its page.

    Args:
        path: the text's file.
        data: its bytes.
        wanted: what the page gives now.
        marks: the figures of the page but for those in pictures, in order. Each must be there, one
            after the other.
    """
    said = " ".join(data.decode("utf-8", errors="replace").split()).casefold()
    at = 0
    for mark in marks:
        found = said.find(mark.text.casefold(), at)
        if found < 0:
            message = f'{mark.ref} ("{mark.text}") is not where it should be; {_AGAIN}'
            yield Finding(Place(path), MISMATCH, message)
        else:
            at = found + len(mark.text)
    yield from prove_bytes(path, data, wanted)
