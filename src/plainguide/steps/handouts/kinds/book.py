"""All topics together."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.place import Place
from plainguide.readings.addresses import address_of
from plainguide.readings.copy_pages import several_address
from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.registry import kind


@kind
def book(source: Source) -> Iterator[Handout]:
    """The book of all pages for patients, under the headings of their groups."""
    settings = source.guide.settings
    groups = [
        (group.title.patient, topics)
        for group in settings.groups
        if (topics := [t.front.id for t in source.guide.topics if t.group == group.id])
    ]
    yield Handout(
        name="book",
        title=settings.title,
        template="book.html",
        address=address_of("patient/index.md", settings.url),
        code=several_address(settings),
        place=Place("content/guide.yml"),
        sources=tuple(topic.path for topic in source.guide.topics),
        pages=source.plain_topics,
        heading=settings.paper.book,
        lead=settings.paper.book_lead,
        parts={"groups": groups},
    )
