"""What the head of each page tells other programs, as front matter that any builder can print."""

from __future__ import annotations

from dataclasses import replace

from plainguide.exports.structured.page import Whole, structured
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.cards import card_of, card_path
from plainguide.readings.pages import Page


def with_head(page: Page, whole: Whole) -> Page:
    """The page with `address`, `card`, `card_words` and `structured` in its front matter.

    `address` and `card` are absolute, because those who preview links take no others.
    """
    settings = whole.guide.settings
    return replace(
        page,
        meta={
            **page.meta,
            "address": address_of(page.path, settings.url),
            "card": site_root(settings.url) + card_path(page.path),
            "card_words": card_of(page, settings).alternative,
            "structured": structured(page, whole),
        },
    )
