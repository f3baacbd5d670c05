"""A page as plain text: for screen readers, for portals, and for any program that shows no more.

It starts with the title and says whose page it is. The order is the page's own, and pages put first
what cannot wait. A heading stands alone, with two empty lines above it and no marks, which voices
would read out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from plainguide.exports.plain.blocks import Block, blocks
from plainguide.model.guide import Settings
from plainguide.model.topic import ReadingName
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.pages import Page

_SECTION = 2


def page_text(page: Page, fragment: str, settings: Settings) -> str:
    """The page's words.

    Args:
        page: a topic's page or a glossary, with its facts.
        fragment: its body as HTML.
        settings: of the guide.
    """
    name = cast("ReadingName", page.meta["reading"])
    whose = f"{settings.title} · {settings.readings.of(name).name}"
    title, *rest = blocks(fragment, settings.book.picture)
    return "".join(_written([title, Block(whose), *rest, *_foot(page, settings)]))


def text_file(text: str) -> bytes:
    """A text as a file that the oldest editor shows right: marked as UTF-8, with its line ends."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _written(parts: Sequence[Block]) -> Iterator[str]:
    """Blocks with empty lines between them."""
    for n, part in enumerate(parts):
        if n:
            yield "\n" * (3 if part.level == _SECTION else 2)
        yield part.text
    yield "\n"


def _foot(page: Page, settings: Settings) -> Iterator[Block]:
    """What a page says of itself at its foot."""
    facts = cast("Sequence[Mapping[str, str]]", page.meta.get("facts", ()))
    yield Block(str(page.meta.get("facts_title", "")), _SECTION)
    yield Block("\n".join(_fact(fact) for fact in facts))
    yield Block(f"{settings.book.newest} {lasting_address(page, settings)}")
    yield Block(settings.book.general)


def _fact(fact: Mapping[str, str]) -> str:
    label = fact["label"].rstrip(":")
    return f"- {label}: {fact['said']}" if label else f"- {fact['said']}"


def lasting_address(page: Page, settings: Settings) -> str:
    """Where the page is on the site: its short address, which outlives its name, if it has one."""
    if "short" in page.meta:
        return f"{site_root(settings.url)}{page.meta['short']}"
    return address_of(page.path, settings.url)
