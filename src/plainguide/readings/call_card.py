"""When to call, from a topic's page, as a page of its own."""

from __future__ import annotations

from plainguide.model.sheets import CallCards
from plainguide.readings.pages import Page
from plainguide.readings.part_of_page import parts_of


def call_card(page: Page, words: CallCards) -> Page | None:
    """The card of a topic.

    Args:
        page: the topic's, in plain words.
        words: how cards are set up.

    Returns:
        A page that holds the urgent section alone, without its heading; none where the topic has no
        such section.
    """
    for part in parts_of(page):
        if part.id == words.section:
            path = page.path.removesuffix(".md") + "-card.md"
            return Page(path, page.meta, part.body)
    return None
