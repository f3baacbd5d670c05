"""Where a compiled page stands once the site is published."""

from __future__ import annotations


def address_of(path: str, url: str) -> str:
    """The absolute address of a page.

    Args:
        path: the page's, relative to the folder of all pages, such as `patient/some-topic.md`.
        url: the site's, with or without a slash at its end.
    """
    folder = path.removesuffix(".md")
    folder = "" if folder == "index" else folder.removesuffix("/index") + "/"
    return f"{site_root(url)}{folder}"


def site_root(url: str) -> str:
    """The site's address with a slash at its end, so that paths can be put behind it."""
    return url.rstrip("/") + "/"
