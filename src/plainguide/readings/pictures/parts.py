"""What all pictures are made from, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape

from plainguide.figures.frame import Table, framed
from plainguide.figures.said import Said
from plainguide.model.evidence import Bound, Ledger
from plainguide.model.pictures import PictureWords
from plainguide.model.topic import ReadingName
from plainguide.readings.cites import cite_mark
from plainguide.readings.expressions import Shown, data_element
from plainguide.readings.phrase import phrases


@dataclass(frozen=True, slots=True)
class Desk:
    """What a picture is drawn from: the ledger, the guide's words, and who will see it."""

    ledger: Ledger
    words: PictureWords
    reading: ReadingName


@dataclass(frozen=True, slots=True)
class Request:
    """A picture, as an expression asked for it.

    Attributes:
        id: no other picture of the page has it.
        what: the name that it is of.
        more: what else was said.
    """

    id: str
    what: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, ready to stand in a page.

    Attributes:
        words: what the picture says in the reading's own words, for the checks; names of the
            ledger are not among them.
        shown: every figure in it.
        sources: of all that it shows, each once.
    """

    html: str
    words: tuple[str, ...]
    shown: tuple[Shown, ...]
    sources: tuple[str, ...]


class WrongRequest(Exception):  # noqa: N818 - it becomes a finding
    """What is asked for can't be drawn. The message says why, and what to do."""


def drawn(
    kind: str,
    svg: str,
    caption: str,
    table: Table,
    *,
    desk: Desk,
    shown: Iterable[Shown],
    sources: Iterable[str],
    words: Iterable[str],
) -> Drawn:
    """Put a picture into its frame, with its sources cited in the caption."""
    each = tuple(dict.fromkeys(sources))
    summary = desk.words.table.for_(desk.reading)
    html = framed(kind, svg, cited(caption, *each), summary, table)
    return Drawn(html, (caption, summary, *words), tuple(shown), each)


def cited(text: str, *sources: str) -> str:
    """Words as HTML, with the marks of their sources."""
    return escape(text, quote=False) + "".join(cite_mark(source) for source in sources)


def said(shown: Shown) -> Said:
    """A figure, as a picture takes it."""
    return Said(shown.phrase.text, shown.ref, shown.phrase.value)


def data(shown: Shown) -> str:
    """A figure, as a table's cell."""
    return data_element(shown, capital=False)


def as_shown(bound: Bound, reading: ReadingName, part: str = "") -> Shown:
    """A figure, or a part of it such as `of`, as the reading says it."""
    phrase = phrases(bound.figure, reading)[part]
    return Shown(f"{bound.ref}.{part}" if part else bound.ref, phrase)


def unknown(kind: str, what: str, known: Iterable[str], of_what: str) -> WrongRequest:
    """The fault of a name that is not there."""
    near = get_close_matches(what, list(dict.fromkeys(known)), n=1, cutoff=0.5)
    hint = f'did you mean {{{{ picture("{kind}", "{near[0]}") }}}}?' if near else "add it first"
    return WrongRequest(f"the ledger has no {of_what} called {what}; {hint}")


def only_these(bounds: list[Bound], names: tuple[str, ...], kind: str) -> list[Bound]:
    """The figures of the entries that were named; all of them where none was."""
    entries = [bound.ref.partition(".")[0] for bound in bounds]
    for name in names:
        if name not in entries:
            near = get_close_matches(name, list(dict.fromkeys(entries)), n=1, cutoff=0.5)
            hint = f"did you mean `{near[0]}`?" if near else "take it out"
            raise WrongRequest(f"{name} has nothing to show in a {kind}; {hint}")
    return [b for b, name in zip(bounds, entries, strict=True) if not names or name in names]
