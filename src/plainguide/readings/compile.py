"""One topic to its two readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from plainguide.model.evidence import Ledger
from plainguide.model.place import Finding, Place
from plainguide.model.reading import Block, Citation, Link, Reading, Section, Use, Written
from plainguide.model.topic import READINGS, Line, ReadingName, Topic
from plainguide.read.markdown import plain_units, to_html
from plainguide.readings.blocks import HEADING, RawBlock, blocks
from plainguide.readings.expressions import (
    Cited,
    Evaluator,
    at_sentence_start,
    data_element,
    spans,
)
from plainguide.readings.names import names_for
from plainguide.readings.split import split

_LINK = re.compile(r"\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)")
_NOT_PROSE = re.compile(
    r"(?P<code>(`+)(?:(?!\2).)+\2)|<!--.*?-->|<[^>]+>|\]\([^)]*\)|\{:?\s*[#.][^}]*\}"
)
_OPEN_EXPRESSION = re.compile(r"\{\{(?!.*\}\})")
_ONLY = re.compile(r"\bonly=[\"']?(?P<reading>[\w-]+)")
_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


class Compiler:
    """Compiles topics against one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._evaluators = {
            reading: Evaluator(names_for(ledger, reading), ledger) for reading in READINGS
        }

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
        sections = [
            Section(
                place=draft.place,
                id=draft.id,
                title=draft.title,
                only=draft.only,
                blocks=tuple(
                    _block(topic.path, raw, self._evaluators[name], found) for raw in draft.blocks
                ),
            )
            for draft in drafts
            if _belongs(draft, name, found)
        ]
        return Reading(
            topic=topic,
            name=name,
            sections=tuple(sections),
            anchors=frozenset(section.id for section in sections if section.id),
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


def _block(path: str, raw: RawBlock, evaluator: Evaluator, found: list[Finding]) -> Block:
    """Compile one block."""
    gathered = _Gathered(path, evaluator, found)
    compiled = [line.text if raw.kind == "code" else gathered.line(line) for line in raw.lines]
    markdown = "\n".join(compiled)
    return Block(
        place=Place(path, raw.lines[0].number),
        kind=raw.kind,
        markdown=markdown,
        plain=() if raw.kind == "code" else plain_units(to_html(markdown)),
        written=tuple(gathered.written),
        uses=tuple(gathered.uses),
        citations=tuple(gathered.citations),
        links=tuple(gathered.links),
    )


class _Gathered:
    """What the lines of one block hold."""

    def __init__(self, path: str, evaluator: Evaluator, found: list[Finding]) -> None:
        self.written: list[Written] = []
        self.uses: list[Use] = []
        self.citations: list[Citation] = []
        self.links: list[Link] = []
        self._path = path
        self._evaluator = evaluator
        self._found = found
        self._before = ""

    def line(self, line: Line) -> str:
        """Compile one line, and take note of what it holds."""
        text, masked, pieces, end = line.text, list(line.text), [], 0
        for span in spans(text):
            pieces.append(text[end : span.start()])
            place = Place(self._path, line.number, span.start() + 1)
            said = self._expression(span["inside"], place, self._before + "".join(pieces))
            if said.startswith("<sup"):
                pieces[-1] = pieces[-1].rstrip()
            pieces.append(said)
            masked[span.start() : span.end()] = " " * (span.end() - span.start())
            end = span.end()
        if unclosed := _OPEN_EXPRESSION.search(text, end):
            place = Place(self._path, line.number, unclosed.start() + 1)
            message = "`{{` is never closed on its line; end the expression with `}}`"
            self._found.append(Finding(place, "unknown-name", message))
        pieces.append(text[end:])
        compiled = "".join(pieces)
        self._before += compiled + " "
        self._take_links(line)
        prose = _NOT_PROSE.sub(lambda match: " " * len(match[0]), "".join(masked))
        self.written.append(Written(Place(self._path, line.number), prose))
        return compiled

    def _expression(self, inside: str, place: Place, before: str) -> str:
        """Compile one expression; of a faulty one only the finding is left."""
        result = self._evaluator.evaluate(inside, place)
        if result is None:
            return ""
        if isinstance(result, Finding):
            self._found.append(result)
            return ""
        if isinstance(result, Cited):
            self.citations.append(Citation(place, result.source))
            return cite_mark(result.source)
        self.uses.append(Use(place, result.ref, result.phrase.value, result.phrase.text))
        return data_element(result, capital=at_sentence_start(before))

    def _take_links(self, line: Line) -> None:
        for link in _LINK.finditer(line.text):
            place = Place(self._path, line.number, link.start("target") + 1)
            self.links.append(Link(place, link["target"]))


def cite_mark(source: str) -> str:
    """A citation before its number is known; `numbered` puts the number in."""
    return f'<sup class="cite"><a href="#source-{source}">{source}</a></sup>'


_CITE_MARK = re.compile(r'(<sup class="cite"><a href="#source-(?P<source>[a-z0-9-]+)")>[^<]*</a>')


def numbered(markdown: str, order: list[str]) -> str:
    """Put each citation's number, its place in `order` from 1, into its mark."""

    def number(match: re.Match[str]) -> str:
        n = order.index(match["source"]) + 1
        return f'{match[1]} aria-label="Source {n}">{n}</a>'

    return _CITE_MARK.sub(number, markdown)


def _fingerprint(topic: Topic, name: ReadingName, sections: Iterable[Section]) -> str:
    """SHA-256 of everything that a reader of this reading reads."""
    words = [topic.front.title.for_(name), topic.front.summary.for_(name), *_words(sections)]
    return sha256("\n\n".join(words).encode()).hexdigest()


def _words(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.title
        for block in section.blocks:
            yield block.markdown
