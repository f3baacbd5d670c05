"""The texts of a reading: its title, summary, headings and blocks, each with its places."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.text.prose import Prose, prose, prose_of
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading, Section, Written

_NO_PROSE = frozenset(("code", "picture"))


def front_of(reading: Reading) -> Iterator[Written]:
    """The title and the summary of a reading, as one line each."""
    front = reading.topic.front
    for key, wording in (("title", front.title), ("summary", front.summary)):
        yield Written(reading.topic.places[f"{key}.{reading.name}"], wording.for_(reading.name))


def title_of(section: Section) -> Iterator[Written]:
    """The title of a section, behind the marks of its heading; nothing where it has none."""
    if section.title:
        at = section.place
        yield Written(Place(at.path, at.line, at.column + len("## ")), section.title)


def has_prose(block: Block) -> bool:
    """Tell whether a block has words to read, and is neither code nor a picture."""
    return block.kind not in _NO_PROSE


def headings_of(reading: Reading) -> Iterator[Prose]:
    """Title, summary, and the titles of sections; none of the blocks."""
    for line in front_of(reading):
        yield prose_of((line,))
    for section in reading.sections:
        for line in title_of(section):
            yield prose_of((line,))


def texts_in(section: Section, *, tables: bool = True) -> Iterator[Prose]:
    """Every text of a section: its title, then each block whole.

    Args:
        section: one of a reading.
        tables: whether to give its tables too.
    """
    for line in title_of(section):
        yield prose_of((line,))
    for block in section.blocks:
        if has_prose(block) and (tables or block.kind != "table"):
            yield prose(block)


def texts_of(reading: Reading) -> Iterator[Prose]:
    """Every text of a reading: title, summary, and each section's title with its blocks."""
    for line in front_of(reading):
        yield prose_of((line,))
    for section in reading.sections:
        yield from texts_in(section)
