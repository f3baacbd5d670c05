"""Pages as HTML, as the book and the plain texts need them: from an earlier run, or rendered."""

from __future__ import annotations

from collections.abc import Sequence

from plainguide.read.markdown import to_html
from plainguide.readings.pages import Page
from plainguide.steps.cache import Cache, digest, digest_of
from plainguide.steps.layout import Layout

_KIND = "fragments"


def fragments(pages: Sequence[Page], layout: Layout) -> dict[str, str]:
    """The body of each page as an HTML fragment, by the page's path.

    Args:
        pages: those that are wanted; what is kept of any other is deleted.
        layout: where the guide lies, for what is kept.
    """
    cache, engine = Cache.of(layout), digest_of({})
    keys = {page.path: digest(engine, page.body) for page in pages}
    found: dict[str, str] = {}
    for page in pages:
        kept = cache.get(_KIND, keys[page.path])
        found[page.path] = kept.decode() if kept is not None else to_html(page.body)
        if kept is None:
            cache.put(_KIND, keys[page.path], found[page.path].encode())
    cache.keep_only(_KIND, set(keys.values()))
    return found
