"""Several topics in one, for one moment on a patient's way."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.place import Place
from plainguide.readings.addresses import site_root
from plainguide.readings.copy_pages import several_address
from plainguide.readings.pages import Page
from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.registry import kind


@kind
def packs(source: Source) -> Iterator[Handout]:
    """Each pack of the guide's settings; its code opens the same pack on a screen."""
    settings = source.guide.settings
    topics = {str(page.meta["topic"]): page for page in source.plain_topics}
    for number, pack in enumerate(settings.packs):
        pages = tuple(topics[topic] for topic in pack.topics)
        yield Handout(
            name=f"pack-{pack.id}",
            title=pack.title,
            template="pack.html",
            address=f"{site_root(settings.url)}pack/#t={'.'.join(_id(page) for page in pages)}",
            code=several_address(settings),
            place=source.guide.places.get(f"packs.{number}.id", Place("content/guide.yml")),
            sources=tuple(source.path_of(page) for page in pages),
            pages=pages,
            heading=settings.paper.packs,
            lead=pack.lead,
        )


def _id(page: Page) -> str:
    """What a page is called in the address of a pack: its short id, or its name."""
    return str(page.meta.get("short", page.meta["topic"])).strip("/").rpartition("/")[2]
