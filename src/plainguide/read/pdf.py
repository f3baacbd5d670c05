"""The words of a PDF, page by page, in the order in which they are read."""

from __future__ import annotations

from functools import lru_cache

import pypdfium2


@lru_cache(maxsize=256)
def pdf_pages(data: bytes) -> tuple[str, ...]:
    """The text of each page; kept, since most are the same from audit to audit.

    Raises:
        UnreadablePdfError: where the bytes are no PDF.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            return tuple(page.get_textpage().get_text_range() for page in document)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError(str(error)) from None


class UnreadablePdfError(Exception):
    """A file that should be a PDF is none."""
