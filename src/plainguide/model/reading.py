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
    """A link as it was written in the text, or an address that stands in it.

    Attributes:
        place: where its target stands.
        text: its words, without marks; none where only its target is told, for use elsewhere.
        start: where it begins.
    """

    place: Place
    target: str
    text: str | None
    start: Place


@dataclass(frozen=True, slots=True, order=True)
class Image:
    """An image as it was written in the text.

    Attributes:
        target: where its file is; empty where that is told elsewhere.
        alt: what is read out in its place; none where nothing says so.
        sized: whether width and height are told beside it.
    """

    place: Place
    target: str
    alt: str | None
    sized: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """The start or the end of an HTML element as it was written in the text.

    Attributes:
        name: in small letters.
        attributes: names in small letters, with their values.
        ends: whether the element ends here.
    """

    place: Place
    name: str
    attributes: tuple[tuple[str, str], ...]
    ends: bool

    @property
    def is_image(self) -> bool:
        """Whether it shows an image."""
        return self.name == "img"

    @property
    def anchor(self) -> str | None:
        """The id that a link can name, if it has one."""
        given = dict(self.attributes)
        return given.get("id") or (given.get("name") if self.name == "a" else None)


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id in the text that a link can name."""

    place: Place
    id: str


@dataclass(frozen=True, slots=True)
class Written:
    """A line as its author wrote it, with all that is not prose blanked out.

    Expressions, addresses, ids, code and words that are marked as another language's are replaced
    by spaces, so columns still hold.
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
        tags: raw HTML.
        anchors: ids inside of it, and its own.
    """

    place: Place
    kind: str
    markdown: str
    plain: tuple[str, ...]
    written: tuple[Written, ...]
    uses: tuple[Use, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...] = ()
    tags: tuple[Tag, ...] = ()
    anchors: tuple[Anchor, ...] = ()


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
