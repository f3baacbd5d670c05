"""Where a compiled page stands once the site is published."""

from __future__ import annotations

import re
import unicodedata

LOST = "/404.md"
"""The end of a path of a page for lost readers, which becomes `404.html`: servers look for that."""


def file_of(path: str) -> str:
    """The file of a page on the site, from the site's root.

    Args:
        path: the page's, relative to the folder of all pages, such as `patient/some-topic.md`.
    """
    name = path.removesuffix(".md")
    as_it_is = path.endswith(LOST) or name.rpartition("/")[2] == "index"
    return f"{name}.html" if as_it_is else f"{name}/index.html"


def address_of(path: str, url: str) -> str:
    """The absolute address of a page.

    Args:
        path: the page's, relative to the folder of all pages, such as `patient/some-topic.md`.
        url: the site's, with or without a slash at its end.
    """
    return site_root(url) + file_of(path).removesuffix("index.html")


def site_root(url: str) -> str:
    """The site's address with a slash at its end, so that paths can be put behind it."""
    return url.rstrip("/") + "/"


def text_of(path: str) -> str:
    """Where a page is as plain text, from the site's root."""
    return f"text/{path.removesuffix('.md')}.txt"


def book_of(title: str, kind: str) -> str:
    """Where the book of all plain pages is, from the site's root, such as `books/tea-guide.epub`.

    Args:
        title: the guide's.
        kind: the end of the file's name, without a dot.
    """
    return f"books/{slug_of(title)}.{kind}"


def slug_of(title: str) -> str:
    """A title as the name of a file, such as `tea-guide`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "guide"
