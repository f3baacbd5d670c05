"""Pictures on paper: part of the page itself, in its font, with all that they say of themselves."""

from __future__ import annotations

import mimetypes
import posixpath
import re
from base64 import b64encode
from functools import lru_cache
from pathlib import Path

import segno

from plainguide.model.image import MEDIA
from plainguide.readings.pages import Page
from plainguide.steps.layout import Layout

_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_ASIDE = "<svg></svg>"
_IDS = re.compile(r'\b(?:id="|href="#)')
_NAMES = re.compile(r"<(title|desc)\b[^>]*>(?P<text>[^<]*)</\1>")


@lru_cache(maxsize=512)
def qr_code(address: str) -> str:
    """A QR code as a data URI of an SVG picture; kept, since one address is in many handouts."""
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_data_uri(border=2, dark="#000", light="#fff", omitsize=True))


def embedded(path: Path) -> str:
    """An image as a data URI, so that the printed bytes do not depend on where it lies."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(path.read_bytes()).decode()}"


def image_file(page: Page, path: str, layout: Layout) -> Path:
    """The file of an image, as it lies in the content; the site's copy need not be there yet.

    Args:
        page: that shows it.
        path: from there.
        layout: where the guide lies.
    """
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    return layout.content / place.removeprefix(MEDIA)


def set_aside(html: str) -> tuple[str, list[str]]:
    """A page's HTML with a mark for each picture, and the pictures.

    The parser of HTML would write their attributes small.
    """
    return _SVG.sub(_ASIDE, html), _SVG.findall(html)


def put_back(html: str, pictures: list[str], before: str = "") -> str:
    """The HTML with the pictures that were set aside, as they are printed.

    Args:
        html: with a mark for each picture.
        pictures: as many.
        before: what the ids in them are to begin with, so that they differ from page to page.
    """
    left = iter(pictures)
    return re.sub(_ASIDE, lambda _: _IDS.sub(rf"\g<0>{before}", _printable(next(left))), html)


def _printable(svg: str) -> str:
    """A picture whose title is all that it says of itself, in the handout's font.

    Its title becomes its alternative text on paper, and no style of the page reaches into it.
    """
    title, description = (match["text"] for match in _NAMES.finditer(svg))
    said = f"{title}{'' if title.endswith(('?', '!', '.')) else '.'} {description}"
    named = _NAMES.sub("", svg).replace(">", f"><title>{said}</title>", 1)
    return named.replace("<svg ", '<svg font-family="Source Sans 3" ', 1)
