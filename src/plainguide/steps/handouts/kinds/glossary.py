"""The glossary, to look up in beside the others."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.place import Place
from plainguide.read.guide import GLOSSARY
from plainguide.readings.copy_pages import copy_address
from plainguide.steps.handouts.handout import Handout, Source, lasting_address
from plainguide.steps.handouts.registry import kind


@kind
def glossary(source: Source) -> Iterator[Handout]:
    """The list of terms in plain words, where a guide has one."""
    for page in source.pages:
        if page.meta.get("glossary") and page.meta["reading"] == "patient":
            yield Handout(
                name="glossary",
                title=str(page.meta["title"]),
                template="glossary.html",
                address=lasting_address(page, source.guide.settings.url),
                code=copy_address(page, source.guide.settings),
                place=Place(f"content/{GLOSSARY}"),
                pages=(page,),
                heading=source.guide.settings.paper.topics,
                lead=str(page.meta["description"]),
            )
