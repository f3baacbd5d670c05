"""One topic to its two readings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from plainguide.model.evidence import Ledger
from plainguide.model.pictures import PictureWords
from plainguide.model.place import Finding, Place
from plainguide.model.reading import Reading, Section
from plainguide.model.topic import READINGS, Line, ReadingName, Topic
from plainguide.readings.blocks import HEADING, RawBlock, blocks
from plainguide.readings.expressions import Evaluator
from plainguide.readings.gather import Tools, compile_block
from plainguide.readings.names import names_for
from plainguide.readings.pictures.draw import Pictures
from plainguide.readings.split import split

_ONLY = re.compile(r"\bonly=[\"']?(?P<reading>[\w-]+)")
_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


class Compiler:
    """Compiles topics against one ledger."""

    def __init__(self, ledger: Ledger, words: PictureWords) -> None:
        """Prepare both readings.

        Args:
            ledger: what expressions name.
            words: what pictures say beside it.
        """
        self._evaluators = {
            reading: Evaluator(names_for(ledger, reading), ledger) for reading in READINGS
        }
        self._pictures = {reading: Pictures(ledger, words, reading) for reading in READINGS}

    def compile(self, topic: Topic) -> Mapping[ReadingName, Reading]:
        """Compile a topic.

        Faults of blocks belong to neither reading alone; they are told in the first.
        """
        found: list[Finding] = []
        lines = split(topic, found)
        result: dict[ReadingName, Reading] = {}
        for reading in READINGS:
            result[reading] = self._reading(topic, reading, lines[reading], found)
            found = []
        return result

    def _reading(
        self, topic: Topic, name: ReadingName, lines: Iterable[Line], found: list[Finding]
    ) -> Reading:
        drafts = _sections(topic.path, blocks(lines), found)
        tools = Tools(self._evaluators[name], self._pictures[name], Counter())
        sections = [
            Section(
                place=draft.place,
                id=draft.id,
                title=draft.title,
                only=draft.only,
                blocks=tuple(compile_block(topic.path, raw, tools, found) for raw in draft.blocks),
            )
            for draft in drafts
            if _belongs(draft, name, found)
        ]
        return Reading(
            topic=topic,
            name=name,
            sections=tuple(sections),
            anchors=frozenset(_anchors(sections)),
            fingerprint=_fingerprint(topic, name, sections),
            findings=tuple(found),
        )


@dataclass(slots=True)
class _Draft:
    """A section whose blocks are not compiled yet."""

    place: Place
    id: str = ""
    title: str = ""
    only: str | None = None
    blocks: list[RawBlock] = field(default_factory=list)


def _sections(path: str, raw_blocks: Iterable[RawBlock], found: list[Finding]) -> list[_Draft]:
    """Group blocks under their headings of the second level."""
    drafts = [_Draft(Place(path))]
    places: dict[str, Place] = {}
    for raw in raw_blocks:
        heading = HEADING.match(raw.lines[0].text) if raw.kind == "heading" else None
        if heading is None or len(heading["marks"]) != 2:  # noqa: PLR2004 - the level of sections
            if raw.kind != "comment":
                drafts[-1].blocks.append(raw)
            continue
        draft = _heading(Place(path, raw.lines[0].number), heading, found)
        if first := places.get(draft.id):
            message = f"the id `{draft.id}` is taken at line {first.line}; choose another"
            found.append(Finding(draft.place, "duplicate-id", message))
        elif draft.id:
            places[draft.id] = draft.place
        drafts.append(draft)
    return drafts if drafts[0].blocks else drafts[1:]


def _heading(place: Place, heading: re.Match[str], found: list[Finding]) -> _Draft:
    """Read a section's heading."""
    attributes = heading["attributes"] or ""
    identifier = attributes.removeprefix("#").split()[0] if attributes else ""
    if not _ID.match(identifier):
        message = "a section needs an id of small letters; write `## Heading {#its-id}`"
        found.append(Finding(place, "section-id", message))
    only = _ONLY.search(attributes)
    if only and only["reading"] not in READINGS:
        message = f"no reading is called `{only['reading']}`; use {' or '.join(READINGS)}"
        found.append(Finding(place, "section-id", message))
        only = None
    return _Draft(place, identifier, heading["title"], only["reading"] if only else None)


def _belongs(draft: _Draft, name: ReadingName, found: list[Finding]) -> bool:
    """Tell whether a section is in this reading at all."""
    if draft.only in {None, name}:
        return True
    if draft.blocks:
        line = draft.blocks[0].lines[0].number
        message = f"this section says it is only for `{draft.only}`, and here is text for `{name}`"
        place = Place(draft.place.path, line)
        found.append(Finding(place, "section-id", f"{message}; move it, or take `only` out"))
    return False


def _anchors(sections: Iterable[Section]) -> Iterator[str]:
    """Every id that a link can name."""
    for section in sections:
        if section.id:
            yield section.id
        for block in section.blocks:
            yield from (anchor.id for anchor in block.anchors)


def _fingerprint(topic: Topic, name: ReadingName, sections: Iterable[Section]) -> str:
    """SHA-256 of everything that a reader of this reading reads."""
    words = [topic.front.title.for_(name), topic.front.summary.for_(name), *_words(sections)]
    return sha256("\n\n".join(words).encode()).hexdigest()


def _words(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.title
        for block in section.blocks:
            yield block.markdown
