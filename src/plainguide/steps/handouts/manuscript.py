"""A composed handout as the typesetter reads it: XML, with its pictures as files beside it."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from urllib.parse import unquote_to_bytes

from lxml import etree
from lxml import html as lxml_html
from PIL import Image

_NS = "http://www.w3.org/2000/svg"
_SPACES = re.compile(r"[ \t\r\n]+")
_TOO_LONG = re.compile(r"[^ ]{31,}")
"""A word that may be longer than a line of any paper."""
_PIECES = re.compile(r"[^/._?=&-]{1,12}[/._?=&-]*|[/._?=&-]+")
"""What such a word may be broken into: an address behind its signs, anything else anywhere."""
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_TITLE = re.compile(r"<title>([^<]*)</title>")
_BOX = re.compile(r'viewBox="[\d.-]+ [\d.-]+ (?P<width>[\d.]+) (?P<height>[\d.]+)"')


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What is set.

    Attributes:
        xml: the page, its white space as HTML has it: any number of spaces and line ends is one
            space. A `wbr` stands wherever a word that is too long for a line may be broken. A
            number of a source that stands right behind another's has the class `cite--next`. A
            picture that was drawn on the page is an `img` of the class `drawing`, whose
            `data-ratio` is its width divided by its height.
        pictures: the files that the page's images name.
        row_heads: for each table of the page, for each of its rows, whether its first cell is the
            row's header.
    """

    xml: bytes
    pictures: Mapping[str, bytes]
    row_heads: tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=4)
def manuscript(html: str) -> Manuscript:
    """What is set of a handout's HTML, which is the same in each of its forms.

    Args:
        html: the whole document, its images as data URIs and its drawings as SVG.

    Raises:
        ValueError: where an image is none.
    """
    pictures: dict[str, bytes] = {}

    def aside(match: re.Match[str]) -> str:
        name = f"drawing-{len(pictures)}.svg"
        pictures[name] = match[0].encode()
        title, box = _TITLE.search(match[0]), _BOX.search(match[0])
        alt = f' alt="{title[1]}"' if title else ""
        ratio = float(box["width"]) / float(box["height"]) if box else 1
        return f'<img class="drawing" src="{name}"{alt} data-ratio="{ratio:.4f}">'

    tree: lxml_html.HtmlElement = lxml_html.document_fromstring(_SVG.sub(aside, html))
    for image in tree.iter("img"):
        source = image.get("src", "")
        if source.startswith("data:"):
            name = f"picture-{len(pictures)}.svg"
            pictures[name] = _as_svg(source)
            image.set("src", name)
    _tell_apart(tree)
    for element in list(tree.iter(etree.Element)):
        _tidy(element)
    return Manuscript(etree.tostring(tree, encoding="utf-8"), pictures, _row_heads(tree))


def _tell_apart(tree: lxml_html.HtmlElement) -> None:
    """Mark the numbers of sources between which there is nothing."""
    for cite in tree.find_class("cite"):
        before = cite.getprevious()
        if before is not None and "cite" in before.classes and not before.tail:
            cite.classes.add("cite--next")


def _tidy(element: lxml_html.HtmlElement) -> None:
    """Make the text before an element's children and behind itself what is to be set."""
    element.text, broken = _broken(element.text or "")
    for place, wbr in enumerate(broken):
        element.insert(place, wbr)
    element.tail, broken = _broken(element.tail or "")
    for wbr in reversed(broken):
        element.addnext(wbr)


def _broken(text: str) -> tuple[str, list[lxml_html.HtmlElement]]:
    """A text up to where a long word may be broken; and all such places with what comes then."""
    whole = _SPACES.sub(" ", text)
    if not _TOO_LONG.search(whole):
        return whole, []
    first, *rest = _TOO_LONG.sub(lambda match: "\0".join(_PIECES.findall(match[0])), whole).split(
        "\0"
    )
    places = []
    for part in rest:
        places.append(lxml_html.Element("wbr"))
        places[-1].tail = part
    return first, places


def _as_svg(uri: str) -> bytes:
    """What a data URI holds, as a file that is text: the typesetter takes no others this way."""
    kind, _, data = uri.removeprefix("data:").partition(",")
    raw = b64decode(data) if kind.endswith(";base64") else unquote_to_bytes(data)
    if kind.startswith("image/svg+xml"):
        return raw
    try:
        with Image.open(BytesIO(raw)) as image:
            size = f'width="{image.width}" height="{image.height}"'
    except OSError:
        raise ValueError(f"a picture on the page ({uri[:40]}…) is no whole image") from None
    return f'<svg xmlns="{_NS}" {size}><image {size} href="{uri}"/></svg>'.encode()


def _row_heads(tree: lxml_html.HtmlElement) -> tuple[tuple[bool, ...], ...]:
    return tuple(
        tuple(
            (cell := next(iter(row), None)) is not None and cell.get("scope") == "row"
            for row in table.iter("tr")
        )
        for table in tree.iter("table")
    )
