"""HTML to PDF/UA-1.

WeasyPrint only logs what it thinks little of, such as a picture without alternative text; here
every such line is a fault, and the PDF is not to be used.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.ffi import harfbuzz_subset
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from plainguide.steps.handouts.structure import complete

Faults = tuple[str, ...]

FONT = "Source Sans 3"
"""The one family that handouts are set in."""


class Press:
    """Prints many documents with the same styles, which are read once.

    Attributes:
        folder: of templates, styles and fonts.
    """

    def __init__(self, folder: Path) -> None:
        """Get ready.

        Raises:
            OSError: where a library is missing without which the PDFs would be other ones.
        """
        if not harfbuzz_subset:
            raise OSError("cannot load library 'libharfbuzz-subset'")
        self.folder = folder
        self._fonts = FontConfiguration()
        self._fetch = URLFetcher(allowed_protocols=("file", "data"))
        self._styles = lru_cache(self._style)

    def print(
        self, html: str, styles: tuple[str, ...], most_pages: int | None = None
    ) -> tuple[bytes, Faults]:
        """The PDF of a document, and what WeasyPrint had to say about it.

        Args:
            html: the whole document.
            styles: files in the folder, later ones over earlier ones.
            most_pages: more than so many are a fault.
        """
        lines: list[str]

        def finish(document: Document, pdf: object) -> None:
            lines.extend(_foreign(document))
            if most_pages and (count := len(document.pages)) > most_pages:
                lines.append(
                    f"it takes {count} pages with {', '.join(styles)}, where there is room for"
                    f" {most_pages}; shorten what it is made from"
                )
            complete(pdf)

        with _log_lines() as lines, _no_collection():
            document = HTML(
                string=html, base_url=self.folder.as_uri() + "/", url_fetcher=self._fetch
            )
            pdf = document.write_pdf(
                font_config=self._fonts,
                stylesheets=[self._styles(name) for name in styles],
                pdf_variant="pdf/ua-1",
                pdf_identifier=sha256("\n".join((*styles, html)).encode()).digest()[:16],
                custom_metadata=True,
                finisher=finish,
            )
        return pdf, tuple(dict.fromkeys(lines))

    def _style(self, name: str) -> CSS:
        return CSS(filename=self.folder / name, font_config=self._fonts, url_fetcher=self._fetch)


def _foreign(document: Document) -> Iterator[str]:
    """What is said of fonts that are not the handouts' own."""
    for font in document.fonts.values():
        if font.family != FONT:
            yield f"letters would be set in {font.family}, which is a font of this machine only"


@contextmanager
def _no_collection() -> Iterator[None]:
    """Don't look for garbage meanwhile: a document's boxes live until it is printed."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def _log_lines() -> Iterator[list[str]]:
    """Gather all that WeasyPrint logs at the level of a warning or above."""
    lines: list[str] = []

    class Gather(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(" ".join(record.getMessage().split()))

    logger = logging.getLogger("weasyprint")
    handler = Gather(level=logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
