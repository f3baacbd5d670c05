"""One-page cards on when to call, to be kept where they can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.place import Place
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.call_card import call_card
from plainguide.readings.copy_pages import copy_address
from plainguide.readings.pages import Page
from plainguide.readings.short_pages import short_path
from plainguide.readings.take_away import card_name
from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.registry import kind


@kind
def call_cards(source: Source) -> Iterator[Handout]:
    """The card of each topic that the settings name."""
    settings = source.guide.settings
    words = settings.sheets.call_cards
    if words is None:
        return
    topics = {str(page.meta["topic"]): page for page in source.plain_topics}
    for topic in words.topics:
        card = call_card(topics[topic], words)
        if card is not None:
            address = _address(topic, words.section, topics[topic], source)
            yield Handout(
                name=card_name(topic),
                title=f"{words.title}: {card.meta['title']}",
                template="call-card.html",
                address=address,
                code=copy_address(topics[topic], source.guide.settings),
                place=Place(source.path_of(card)),
                sources=(source.path_of(card),),
                heading=words.heading,
                lead=words.keep,
                pages=(card,),
                parts={"card": words.model_dump()},
                design="call-card.typ",
                most_pages=1,
            )


def _address(topic: str, section: str, page: Page, source: Source) -> str:
    """The lasting address of the section, or else where it is now."""
    url = source.guide.settings.url
    addresses = source.guide.addresses
    if addresses and (short := addresses.id_of(f"{topic}#{section}")):
        return f"{site_root(url)}{short_path(short)}"
    return f"{address_of(page.path, url)}#{section}"
