"""What a built page shows: its words, its figures, and where in the file they stand."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from plainguide.model.place import Place

_UNITS = frozenset(
    "article blockquote caption dd dt figcaption h1 h2 h3 h4 h5 h6 li p section summary table td "  # noqa: SIM905 - a list of names reads best as a line
    "text th tr".split()
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_UNSEEN = frozenset(("desc", "script", "style", "template", "title"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as a page shows it.

    Attributes:
        ref: the address that it carries, `entry.part.figure`.
        value: the exact value that it carries.
        text: what the reader sees.
    """

    place: Place
    ref: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Loose:
    """The words of a paragraph, an item or a cell that no figure's mark and no citation holds."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A page, as far as its readers see it.

    Attributes:
        words: everything that is read, in order.
        marks: its figures, in order.
        loose: what stands outside of them, before the list of sources.
    """

    words: tuple[str, ...]
    marks: tuple[Mark, ...]
    loose: tuple[Loose, ...]


def shown(html: str, path: str, *, within: str = "", without: str = "") -> Shown:
    """Read what a page shows.

    Args:
        html: the whole page, or a fragment of one.
        path: its file, for places.
        within: tag or class of the element whose content counts; all of it where left out.
        without: class of the elements inside it that are passed over.
    """
    reader = _Reader(path, within, without)
    reader.feed(html)
    reader.close()
    reader.end_unit()
    return Shown(tuple(reader.words), tuple(reader.marks), tuple(reader.loose))


class _Reader(HTMLParser):
    """Walks through a page, and notes what is seen."""

    def __init__(self, path: str, within: str, without: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.marks: list[Mark] = []
        self.loose: list[Loose] = []
        self._path = path
        self._within = within
        self._without = without
        self._open: list[str] = []
        self._inside = 0 if within else -1
        self._passed = 0
        self._sources = False
        self._mark: tuple[int, Place, str, str, list[str]] | None = None
        self._bound = 0
        self._unit: tuple[Place, list[str]] = (Place(path), [])
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element starts."""
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if tag in _UNITS:
            self.end_unit()
        if given.get("id") == "sources":
            self._sources = True
        if tag in _VOID:
            self._text.append(" ")
            return
        self._open.append(tag)
        depth = len(self._open)
        if self._within and self._within in {tag, *classes}:
            self._inside = self._inside or depth
        if self._without and self._without in classes:
            self._passed = self._passed or depth
        if "data-figure" in given and self._counts:
            value = given.get("value", given.get("data-value", ""))
            self._mark = (depth, self._here(), given["data-figure"], value, [])
        # A picture's words are the ledger's or the settings', and each of its figures has a mark.
        if "cite" in classes or "picture" in classes:
            self._bound = self._bound or depth

    def handle_endtag(self, tag: str) -> None:
        """Note what an element ends."""
        if tag not in self._open:
            return
        if tag in _UNITS:
            self.end_unit()
        while self._open:
            self._leave(len(self._open))
            if self._open.pop() == tag:
                break

    def _leave(self, depth: int) -> None:
        """Forget what the element at this depth started."""
        if self._mark and self._mark[0] == depth:
            _, place, ref, value, pieces = self._mark
            self.marks.append(Mark(place, ref, value, " ".join("".join(pieces).split())))
            self._mark = None
        self._bound = 0 if self._bound == depth else self._bound
        self._passed = 0 if self._passed == depth else self._passed
        self._inside = 0 if self._inside == depth else self._inside

    @property
    def _counts(self) -> bool:
        """Whether what comes now is read."""
        return self._inside != 0 and not self._passed

    def handle_data(self, data: str) -> None:
        """Note words."""
        if not self._counts or (self._open and self._open[-1] in _UNSEEN):
            return
        self._text.append(data)
        if self._mark:
            self._mark[4].append(data)
        held = self._mark or self._bound or self._sources
        self._unit[1].append(" " * len(data) if held else data)

    def end_unit(self) -> None:
        """What came so far is a unit of its own: no word goes on beyond it."""
        self.words += "".join(self._text).split()
        place, pieces = self._unit
        if "".join(pieces).strip():
            self.loose.append(Loose(place, "".join(pieces)))
        self._text = []
        self._unit = (self._here(), [])

    def _here(self) -> Place:
        line, offset = self.getpos()
        return Place(self._path, line, offset + 1)
