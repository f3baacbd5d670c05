"""A compiled page as the part of a handout."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lxml import html as lxml_html

from plainguide.read.markdown import to_html
from plainguide.readings.addresses import address_of
from plainguide.readings.pages import Page
from plainguide.steps.handouts.links import Links
from plainguide.steps.handouts.pictures import embedded, image_file, put_back, set_aside
from plainguide.steps.layout import Layout

_NOT_ON_PAPER = ("counterpart", "picture__table")
"""Links to the other reading; and tables that say what a picture's alternative text says too."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_SOURCES = "sources"
_TELLING = 6
"""How long a number must be to tell what an address leads to, as that of an article does."""
_SHORT = 40
"""How many letters keep together on a line of any paper."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A page on paper.

    Attributes:
        meta: the page's own.
        id: what links within the paper lead to.
        body: HTML, without what only a screen can do.
        terms: the terms of the glossary on the page, each with what it means.
    """

    meta: Mapping[str, object]
    id: str
    body: str
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page must know of the paper that it is on.

    Attributes:
        url: the site's.
        layout: where the guide lies.
        links: how links look on it.
        pages: the paths of all pages that are on it.
        see: the word before the title of one of them.
    """

    url: str
    layout: Layout
    links: Links
    pages: Collection[str]
    see: str


def id_of(path: str) -> str:
    """What a page is called on paper where there are several, such as `some-topic`."""
    return path.rpartition("/")[2].removesuffix(".md")


def fragment(page: Page, paper: Paper) -> Fragment:
    """A page, its links written out and its images part of it.

    Where there are several pages on the paper, its headings are one level lower, and its ids begin
    with its own.
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
        file = image_file(page, image.get("src", ""), paper.layout)
        if not image.get("src", "").startswith("data:") and file.is_file():
            image.set("src", embedded(file))
    several = len(paper.pages) > 1
    before = f"{id_of(page.path)}--" if several else ""
    _write_links(tree, page.path, paper, before)
    _mark(tree, lower=several, before=before)
    body = "".join(lxml_html.tostring(child, encoding="unicode") for child in tree)
    return Fragment(page.meta, id_of(page.path), put_back(body, pictures, before), terms)


def _mark(tree: lxml_html.HtmlElement, *, lower: bool, before: str) -> None:
    """Call each heading by its level on the page, which its looks depend on; tell sources apart."""
    for element in [e for e in tree.iter() if e.tag in _HEADINGS]:
        level = str(element.tag)
        element.classes.add(level)
        if element.get("id") == _SOURCES:
            element.classes.add(_SOURCES)
            following = element.getnext()
            if following is not None and following.tag == "ol":
                following.classes.add("source-list")
        if lower:
            element.tag = f"h{int(level[1]) + 1}"
    if before:
        for element in tree.xpath("//*[@id]"):
            element.set("id", before + element.get("id"))


def _write_links(tree: lxml_html.HtmlElement, path: str, paper: Paper, before: str) -> None:
    """Make links lead to elsewhere on the paper, or to an address that stands beside them."""
    address = address_of(path, paper.url)
    folder = address.rstrip("/").rpartition("/")[0] + "/"
    here = {address_of(other, paper.url): id_of(other) for other in paper.pages}
    tree.make_links_absolute(folder)
    for link in list(tree.iter("a")):
        target, mark, anchor = link.get("href", "").partition("#")
        if target.endswith(".md"):
            target = f"{target.removesuffix('.md').removesuffix('/index')}/"
        if anchor and target in {address, folder}:
            link.set("href", f"#{before}{anchor}")
        elif target in here:
            link.set("href", f"#{here[target]}{'--' if anchor else ''}{anchor}")
            if (title := paper.links.titles.get(target)) and title != link.text_content():
                _write(link, f"({paper.see} “{title}”)")
        else:
            link.set("href", f"{target}{mark}{anchor}")
            written = paper.links.written(f"{target}{mark}{anchor}")
            if not _is_said(written, link):
                _write(link, f"({written})")


def _is_said(written: str, link: lxml_html.HtmlElement) -> bool:
    """Whether an address, or the number at its end, is there to be read already."""
    around = link.getparent()
    words = (link if around is None else around).text_content()
    _, _, number = written.partition("/")
    numbers = {number, number.rpartition("/")[2]}
    return link.text_content().strip() in written or any(
        any(c.isdigit() for c in n) and n in words for n in numbers if len(n) >= _TELLING
    )


def _write(link: lxml_html.HtmlElement, text: str) -> None:
    """Put words behind a link; a short address is not broken over lines."""
    kind = "written written--short" if len(text) <= _SHORT else "written"
    words = lxml_html.Element("span", {"class": kind})
    words.text, words.tail = text, link.tail
    link.tail = " "
    link.addnext(words)
