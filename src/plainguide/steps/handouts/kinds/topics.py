"""A handout of each topic, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.place import Place
from plainguide.readings.copy_pages import copy_address
from plainguide.steps.handouts.handout import Handout, Source, lasting_address
from plainguide.steps.handouts.registry import kind


@kind
def topics(source: Source) -> Iterator[Handout]:
    """Each page that patients read, under the topic's name."""
    for page in source.plain_topics:
        yield Handout(
            name=str(page.meta["topic"]),
            title=str(page.meta["title"]),
            template="topic.html",
            address=lasting_address(page, source.guide.settings.url),
            code=copy_address(page, source.guide.settings),
            place=Place(source.path_of(page)),
            sources=(source.path_of(page),),
            pages=(page,),
            heading=source.guide.settings.paper.topics,
            lead=str(page.meta["description"]),
        )
