"""One reading of one topic, compiled: what a rule sees and what a page is made of."""

from __future__ import annotations

from dataclasses import dataclass

from plainguide.model.place import Finding, Place
from plainguide.model.topic import ReadingName, Topic


@dataclass(frozen=True, slots=True)
class Use:
    """A ledger figure, shown.

    Attributes:
        ref: the figure's address, `entry.part.figure`.
        value: the exact value that the page carries for it.
        text: what the reader sees.
    """

    place: Place
    ref: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source, cited."""

    place: Place
    source: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it was written in the text."""

    place: Place
    target: str


@dataclass(frozen=True, slots=True)
class Written:
    """A line as its author wrote it, with all that is not prose blanked out.

    Expressions, addresses, ids and code are replaced by spaces, so columns still hold.
    """

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, table or heading.

    Attributes:
        markdown: compiled Markdown.
        plain: what a reader sees of it, without marks; one string a sentence-like unit
            (a paragraph, a list item, a table's cell).
    """

    place: Place
    kind: str
    markdown: str
    plain: tuple[str, ...]
    written: tuple[Written, ...]
    uses: tuple[Use, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the second level with its text.

    Attributes:
        id: its permanent name; empty for the text before the first heading.
        only: the one reading that it says it is for, if it says so.
    """

    place: Place
    id: str
    title: str
    only: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A topic as one kind of reader gets it.

    Attributes:
        name: whose reading it is.
        sections: in order; the first has no id where text stands before the first heading.
        anchors: every id that a link to this page can name.
        fingerprint: SHA-256 of its words, to which a clinical sign-off is bound.
        findings: what went wrong on the way here, one a fault.
    """

    topic: Topic
    name: ReadingName
    sections: tuple[Section, ...]
    anchors: frozenset[str]
    fingerprint: str
    findings: tuple[Finding, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block, in order."""
        return tuple(block for section in self.sections for block in section.blocks)
