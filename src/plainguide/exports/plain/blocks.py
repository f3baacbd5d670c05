"""HTML as plain text, block by block.

A paragraph is one line, however long: a window, a portal or a voice breaks it as it needs, and a
line that is broken at 72 letters would be broken twice on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.html import HtmlElement

from plainguide.exports.plain.inline import Inline, alternative, squeezed
from plainguide.exports.plain.tables import table_lines

_LEFT_OUT = frozenset(("counterpart", "picture__table"))
"""Links to the other reading; and tables that say what a picture's alternative text says too."""
_BLOCKS = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 "  # noqa: SIM905 - a list of names reads best as a line
    "h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul".split()
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list or a table.

    Attributes:
        text: its lines.
        level: of a heading, from 1; 0 for all else.
    """

    text: str
    level: int = 0


def blocks(fragment: str, picture: str) -> list[Block]:
    """The blocks of an HTML fragment that have words.

    Args:
        fragment: HTML.
        picture: what is said before that which a picture shows, such as `Picture:`.
    """
    if not fragment.strip():
        return []
    tree = lxml_html.fragment_fromstring(fragment, create_parent="div")
    return [block for block in _Walker(Inline(picture)).within(tree) if block.text]


class _Walker:
    """Walks through HTML."""

    def __init__(self, inline: Inline) -> None:
        self._inline = inline

    def within(self, element: HtmlElement) -> Iterator[Block]:
        """The blocks in an element; loose text between them is a block too."""
        loose = [element.text or ""]
        for child in element:
            if child.tag in _BLOCKS:
                yield _flushed(loose)
                yield from self._block(child)
            else:
                loose += self._inline.pieces(child)
            loose.append(child.tail or "")
        yield _flushed(loose)

    def _block(self, element: HtmlElement) -> Iterator[Block]:
        if _LEFT_OUT & set(element.get("class", "").split()):
            return
        tag = element.tag
        if tag in _HEADINGS:
            yield Block(self._inline.said(element), _HEADINGS.index(tag) + 1)
        elif tag in {"ul", "ol"}:
            yield Block("\n".join(self._items(element)))
        elif tag == "dl":
            yield Block("\n".join(self._terms(element)))
        elif tag == "table":
            yield Block("\n".join(table_lines(element, self._cell)))
        elif tag == "pre":
            yield Block(element.text_content().strip("\n"))
        elif tag == "svg":
            yield Block(alternative(element))
        else:
            yield from self.within(element)

    def _items(self, element: HtmlElement) -> Iterator[str]:
        """The lines of a list; what an item holds besides its first line stands below that."""
        start = element.get("start", "1")
        number = int(start) if start.lstrip("-").isdecimal() else 1
        for item in element.iterchildren("li"):
            mark = f"{number}. " if element.tag == "ol" else "- "
            number += 1
            inside = [block.text for block in self.within(item) if block.text]
            lines = "\n".join(inside).split("\n") if inside else []
            for n, line in enumerate(lines):
                yield (mark if n == 0 else " " * len(mark)) + line

    def _terms(self, element: HtmlElement) -> Iterator[str]:
        """A list of terms: each with what it means, in one line."""
        term: list[str] = []
        for child in element.iterdescendants("dt", "dd"):
            said = self._cell(child)
            if child.tag == "dt":
                term.append(said)
            else:
                yield ": ".join(filter(None, (", ".join(filter(None, term)), said)))
                term = []
        if any(term):
            yield ", ".join(filter(None, term))

    def _cell(self, element: HtmlElement) -> str:
        """All that an element holds, in one line."""
        lines = (line.strip() for block in self.within(element) for line in block.text.split("\n"))
        return " ".join(line for line in lines if line)


def _flushed(loose: list[str]) -> Block:
    """A block of what came so far; `loose` is empty afterwards."""
    text = squeezed("".join(loose))
    loose.clear()
    return Block(text)
