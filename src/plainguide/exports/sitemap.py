"""What search engines are told: every page in `sitemap.xml`, and `robots.txt`, which names it."""

from __future__ import annotations

from collections.abc import Iterable

from plainguide.exports.elements import add, document, written
from plainguide.model.guide import Settings
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.pages import Page

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_xml(pages: Iterable[Page], settings: Settings) -> bytes:
    """Every page with the day it last changed: its own, or else the edition's.

    Source of the format: sitemaps.org, protocol 0.9.
    """
    edition = settings.edition.date.isoformat()
    root = document("urlset", _NAMESPACE)
    for page in pages:
        url = add(root, "url")
        add(url, "loc", address_of(page.path, settings.url))
        add(url, "lastmod", str(page.meta.get("updated", edition)))
    return written(root)


def robots_txt(settings: Settings) -> str:
    """Everyone may read everything, and here is the list.

    Source of the format: RFC 9309.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_root(settings.url)}sitemap.xml\n"
