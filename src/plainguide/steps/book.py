"""What a reader takes along: the books of all plain pages, and each page as plain text.

They are made from the compiled pages, so there is nothing to keep in step by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from plainguide.exports.book.whole import parts_of
from plainguide.exports.plain.page import page_text, text_file
from plainguide.model.guide import Guide
from plainguide.readings.addresses import book_of
from plainguide.readings.pages import Page
from plainguide.steps.binder import READING, Binder
from plainguide.steps.fragments import fragments
from plainguide.steps.layout import Layout


def read_along(guide: Guide, pages: Sequence[Page], layout: Layout) -> dict[str, bytes]:
    """The plain text of each page that has one, and the books, by path from the site's root.

    Raises:
        FindingsError: where a page can't be a chapter, or the theme is at fault.
    """
    wanted = [page for page in pages if "plain" in page.meta]
    html = fragments(wanted, layout)
    texts = {
        str(page.meta["plain"]): text_file(page_text(page, html[page.path], guide.settings))
        for page in wanted
    }
    parts = parts_of(wanted, guide, READING)
    if not parts:
        return texts
    binder = Binder(guide, parts, html, layout)
    title = guide.settings.title
    return {
        **texts,
        book_of(title, "epub"): binder.epub(),
        book_of(title, "html"): binder.html(),
    }
