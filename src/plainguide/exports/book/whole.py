"""What stands in a book, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plainguide.exports.book.chapter import chapter_id
from plainguide.model.guide import Guide
from plainguide.model.topic import ReadingName
from plainguide.readings.pages import Page


@dataclass(frozen=True, slots=True)
class Part:
    """A group of pages.

    Attributes:
        title: empty for pages of no group.
        pages: in order.
    """

    title: str
    pages: tuple[Page, ...]


def parts_of(pages: Iterable[Page], guide: Guide, name: ReadingName = "patient") -> list[Part]:
    """The pages of one reading, group by group in the guide's order, the glossary last."""
    mine = [page for page in pages if page.meta.get("reading") == name]
    group_of = {topic.front.id: topic.group for topic in guide.topics}
    parts = [
        Part(
            group.title.for_(name),
            tuple(p for p in mine if group_of.get(str(p.meta.get("topic"))) == group.id),
        )
        for group in guide.settings.groups
    ]
    glossary = Part("", tuple(page for page in mine if page.meta.get("glossary")))
    return [part for part in (*parts, glossary) if part.pages]


def pages_of(parts: Iterable[Part]) -> Iterator[Page]:
    """Every page of a book, in order."""
    for part in parts:
        yield from part.pages


def names_of(parts: Iterable[Part]) -> Mapping[str, str]:
    """What each page is called in a book, by its path among the pages."""
    return {page.path: chapter_id(page) for page in pages_of(parts)}
