"""A compiled page as the part of a handout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html as lxml_html

from plainguide.read.markdown import to_html
from plainguide.readings.addresses import address_of
from plainguide.readings.pages import Page
from plainguide.steps.handouts.pictures import embedded, put_back, set_aside

_NOT_ON_PAPER = ("counterpart", "picture__table")
"""Links to the other reading; and tables that say what a picture's alternative text says too."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A page on paper.

    Attributes:
        meta: the page's own.
        body: HTML, without what only a screen can do.
        terms: the terms of the glossary on the page, each with what it means.
    """

    meta: Mapping[str, object]
    body: str
    terms: tuple[tuple[str, str], ...]


def fragment(page: Page, url: str, pages: Path) -> Fragment:
    """A page, its links absolute and its images part of it.

    Args:
        page: compiled.
        url: the site's.
        pages: the folder of all compiled pages.
    """
    html, pictures = set_aside(to_html(page.body))
    tree = lxml_html.fragment_fromstring(html, create_parent="div")
    for name in _NOT_ON_PAPER:
        for element in tree.find_class(name):
            element.drop_tree()
    terms = tuple((str(link.text), link.get("data-tip", "")) for link in tree.find_class("term"))
    for link in tree.find_class("term"):
        link.drop_tag()
    for image in tree.iter("img"):
        file = (pages / page.path).parent / image.get("src", "")
        if not image.get("src", "").startswith("data:") and file.is_file():
            image.set("src", embedded(file))
    _write_links(tree, address_of(page.path, url))
    body = "".join(lxml_html.tostring(child, encoding="unicode") for child in tree)
    return Fragment(page.meta, put_back(body, pictures), terms)


def _write_links(tree: lxml_html.HtmlElement, address: str) -> None:
    """Make links lead to where the site is published, or to elsewhere on the same paper."""
    folder = address.rstrip("/").rpartition("/")[0] + "/"
    tree.make_links_absolute(folder)
    for link in tree.iter("a"):
        target, mark, anchor = link.get("href", "").partition("#")
        if target.endswith(".md"):
            place = target.removesuffix(".md").removesuffix("/index")
            link.set("href", f"{place}/{mark}{anchor}")
        before, _, anchor = link.get("href", "").partition("#")
        if before in {address, folder} and anchor:
            link.set("href", f"#{anchor}")
