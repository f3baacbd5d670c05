"""A page as a chapter of a book: its HTML, with links that lead within the book."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.pages import Page

NOT_IN_BOOKS = "counterpart"
"""The class of links to the other reading, which is not in the book."""
_TABLE = "picture__table"
"""The class of what says a picture's numbers as a table. In a book it stands after its picture, for
in that the caption must be the last."""
_ON_SCREEN = ("data-tip", "data-short")
"""What only the site's scripts use."""
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_ASIDE = re.compile(r"<svg\s*/>|<svg>\s*</svg>")
_ABSOLUTE = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.IGNORECASE)
_HEADING = re.compile(r"^h([1-6])$")
_DEEPEST = 6
_NAMES_IDS = ("aria-labelledby", "aria-describedby", "headers")
_TO_ID = re.compile(r"url\(#([^)]+)\)")


class ChapterError(Exception):
    """A page can't be a chapter. The message says why."""


@dataclass(frozen=True, slots=True)
class Binding:
    """How a book holds its chapters.

    Attributes:
        place: the address, within the book, of a chapter or of an id in it (empty for none).
        picture: the address, within the book, of an image, by its path from the site's root.
        prefix: what to put before each id of a chapter, where all chapters share one file.
        deeper: by how many levels headings are lowered.
        xml: whether it is XHTML.
    """

    place: Callable[[str, str], str]
    picture: Callable[[str], str]
    prefix: Callable[[str], str]
    deeper: int
    xml: bool


def chapter_id(page: Page) -> str:
    """What a page is called in a book: as its file."""
    return posixpath.basename(page.path).removesuffix(".md")


def chapter_html(
    page: Page, fragment: str, inside: Mapping[str, str], url: str, binding: Binding
) -> str:
    """A page's HTML for a book.

    Args:
        page: the page.
        fragment: its body as HTML.
        inside: every page of the book: what it is called there, by its path among the pages.
        url: the site's, for what is not in the book.
        binding: how the book holds its chapters.

    Raises:
        ChapterError: where a picture in it is broken.
    """
    # Pictures are set aside, because the parser of HTML would write their attributes small.
    pictures = _SVG.findall(fragment)
    tree = lxml_html.fragment_fromstring(_SVG.sub("<svg></svg>", fragment), create_parent="div")
    for element in tree.find_class(NOT_IN_BOOKS):
        element.drop_tree()
    for table in tree.find_class(_TABLE):
        _put_after(table, next(table.iterancestors("figure"), None))
    prefix = binding.prefix(inside[page.path])
    for element in tree.iter(etree.Element):
        for name in _ON_SCREEN:
            element.attrib.pop(name, None)
        _lower(element, binding.deeper)
        if src := element.get("src"):
            element.set("src", _image(src, page.path, binding))
        if element.tag == "a" and (href := element.get("href")):
            element.set("href", _link(href, page.path, inside, url, binding))
        _renamed(element, prefix)
    drawn = iter([_drawing(picture, prefix) for picture in pictures])
    method = "xml" if binding.xml else "html"
    text = tree.text or ""
    parts = (str(etree.tostring(child, encoding="unicode", method=method)) for child in tree)
    return _ASIDE.sub(lambda _: next(drawn), text.strip() + "".join(parts))


def _put_after(element: HtmlElement, other: HtmlElement | None) -> None:
    """Take an element out of another that ends with it, and put it after that, in its class."""
    if other is None:
        return
    element.set("class", f"{other.get('class', '')} {element.get('class', '')}".strip())
    tail, element.tail = other.tail, None
    other.addnext(element)
    element.tail, other.tail = tail, "\n"


def _lower(element: HtmlElement, deeper: int) -> None:
    """Lower a heading; the title gives its id away, since its chapter is known by another."""
    if deeper >= 0 and (heading := _HEADING.match(str(element.tag))):
        if heading[1] == "1":
            element.attrib.pop("id", None)
        element.tag = f"h{min(int(heading[1]) + deeper, _DEEPEST)}"


def _link(href: str, path: str, inside: Mapping[str, str], url: str, binding: Binding) -> str:
    """Where a link leads from a book."""
    if _ABSOLUTE.match(href):
        return href
    target, mark, anchor = href.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    if there in inside:
        return binding.place(inside[there], anchor)
    if there.endswith(".md"):
        return address_of(there, url) + mark + anchor
    folder = "/" if target.endswith("/") else ""
    return site_root(url) + ("" if there == "." else there + folder) + mark + anchor


def _image(src: str, path: str, binding: Binding) -> str:
    if _ABSOLUTE.match(src):
        return src
    return binding.picture(posixpath.normpath(posixpath.join(posixpath.dirname(path), src)))


def images_in(page: Page, fragment: str) -> Iterator[str]:
    """Every image file that a page shows, by its path from the site's root."""
    tree = lxml_html.fragment_fromstring(fragment, create_parent="div")
    for image in tree.iter("img"):
        src = image.get("src", "")
        if src and not _ABSOLUTE.match(src):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(page.path), src))


def _drawing(svg: str, prefix: str) -> str:
    """A drawing whose ids are its chapter's own."""
    try:
        root = etree.fromstring(svg)
    except etree.XMLSyntaxError as error:
        raise ChapterError(f"a drawing on this page is no whole SVG ({error.msg})") from None
    if not prefix:
        return svg
    for element in root.iter(etree.Element):
        _renamed(element, prefix)
        for name, value in ((str(n), str(v)) for n, v in element.attrib.items()):
            element.set(name, _TO_ID.sub(rf"url(#{prefix}\1)", value))
            if name.rpartition("}")[2] == "href" and value.startswith("#"):
                element.set(name, f"#{prefix}{value[1:]}")
    return str(etree.tostring(root, encoding="unicode"))


def _renamed(element: etree._Element, prefix: str) -> None:
    """Put the prefix before an element's id, and before the ids that it names."""
    if not prefix:
        return
    if own := element.get("id"):
        element.set("id", prefix + own)
    for name in _NAMES_IDS:
        if named := element.get(name):
            element.set(name, " ".join(prefix + each for each in named.split()))
