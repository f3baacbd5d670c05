"""What would go wrong on paper, told at the line of the content that is to blame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from pathlib import Path

from lxml import etree
from PIL import Image

from plainguide.model.place import Finding, Place
from plainguide.readings.pages import Page
from plainguide.steps.handouts.handout import Handout
from plainguide.steps.handouts.letters import missing, runs
from plainguide.steps.handouts.pictures import image_file
from plainguide.steps.layout import Layout

RULE = "handout"
_IMAGE = re.compile(r"!\[[^\]]*\]\((?P<path>[^)\s]+)")
_ALSO = ("content/glossary.yml", "content/guide.yml")
"""Where words come from that no topic has."""


def faults(handout: Handout, html: str, layout: Layout) -> list[Finding]:
    """Pictures that can't be shown, and letters that the fonts lack.

    Args:
        handout: with the pages that it is made of.
        html: what will be printed.
        layout: where the guide lies.
    """
    return [*_pictures(handout, layout), *_letters(handout, html, layout)]


def _pictures(handout: Handout, layout: Layout) -> Iterator[Finding]:
    """Images of pages that are missing or broken."""
    for page in handout.pages:
        for match in _IMAGE.finditer(page.body):
            path = match["path"]
            if path.startswith(("data:", "https:", "http:")):
                continue
            if why := broken_image(image_file(page, path, layout)):
                name = path.rpartition("/")[2]
                places = (_place(name, source, layout) for source in _sources(page, handout))
                place = next((place for place in places if place), handout.place)
                yield Finding(place, RULE, f"the picture {name} {why}; mend the file")


def broken_image(path: Path) -> str | None:
    """Why an image can't be shown, if it can't."""
    if not path.is_file():
        return "is missing"
    try:
        if path.suffix == ".svg":
            etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))
        else:
            with Image.open(path) as image:
                image.verify()
    except etree.XMLSyntaxError as error:
        return f"is no whole SVG ({error.msg})"
    except (OSError, SyntaxError, ValueError):
        return "is no whole image"
    return None


def _letters(handout: Handout, html: str, layout: Layout) -> Iterator[Finding]:
    """Letters that would be drawn in a font of the system's, or not at all."""
    lacking = missing(unescape(html), layout.theme / "handout" / "fonts")
    left = set(lacking)
    for path in _paths(handout):
        text = _text(layout.root / path)
        for start, words in runs(text, frozenset(lacking)):
            left -= set(words)
            yield Finding(_at(path, text, start), RULE, _message(words))
    for letter in sorted(left):
        yield Finding(handout.place, RULE, _message(letter))


def _message(words: str) -> str:
    codes = ", ".join(dict.fromkeys(f"U+{ord(c):04X}" for c in words[:3]))
    more = ", …" if len(words) > 3 else ""  # noqa: PLR2004 - enough to look them up
    said = f"the handouts' fonts have no letters for “{words}” ({codes}{more})"
    return f"{said}; say it in letters that they have"


def _paths(handout: Handout) -> list[str]:
    """The files that a handout's words may come from."""
    return list(dict.fromkeys([*handout.sources, handout.place.path, *_ALSO]))


def _sources(page: Page, handout: Handout) -> Iterable[str]:
    """The files that a page's picture may be named in, its own topic's first."""
    topic = f"/{page.meta.get('topic')}.md"
    return sorted(handout.sources, key=lambda path: not path.endswith(topic))


def _place(needle: str, path: str, layout: Layout) -> Place | None:
    text = _text(layout.root / path)
    start = text.find(needle)
    return None if start < 0 else _at(path, text, start)


def _at(path: str, text: str, start: int) -> Place:
    """The place of a character in a file."""
    before = text[:start]
    return Place(path, before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1)


def _text(path: Path) -> str:
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else ""


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
