"""Lines to blocks: paragraphs, lists, tables, headings and code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from plainguide.model.topic import Line

Kind = Literal["paragraph", "list", "box", "table", "heading", "code", "comment"]

HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t]*(?:\{:?[ \t]*(?P<attributes>#[^}]*)\})?[ \t]*$"
)
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_BOX = re.compile(r"^!!!\s")
_FENCE = re.compile(r"^(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class RawBlock:
    """Lines that belong together, as they were written."""

    kind: Kind
    lines: tuple[Line, ...]


def blocks(lines: Iterable[Line]) -> Iterator[RawBlock]:
    """Group lines into blocks.

    Blank lines part blocks, a heading stands alone, code stays whole, and indented lines belong to
    the list or the box above them.
    """
    gathered: list[Line] = []
    blank: list[Line] = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line.text)
        if fence:
            gathered.append(line)
            if mark and mark[1].startswith(fence):
                yield RawBlock("code", tuple(gathered))
                gathered, fence = [], ""
        elif not line.text.strip():
            blank.append(line)
        elif mark or HEADING.match(line.text) or (blank and not _goes_on(gathered, line)):
            yield from _block(gathered)
            gathered, blank, fence = [line], [], mark[1] if mark else ""
            if not mark and HEADING.match(line.text):
                yield RawBlock("heading", (line,))
                gathered = []
        else:
            gathered += [*blank, line] if gathered else [line]
            blank = []
    yield from [RawBlock("code", tuple(gathered))] if fence else _block(gathered)


def _goes_on(gathered: list[Line], line: Line) -> bool:
    """Tell whether a line after a blank one still belongs to the list or box before it."""
    if not gathered or not line.text.startswith(("    ", "\t")):
        return False
    return bool(_LIST.match(gathered[0].text) or _BOX.match(gathered[0].text))


def _block(lines: list[Line]) -> Iterator[RawBlock]:
    """The block of lines that hold no heading and no fence; nothing where there are none."""
    if not lines:
        return
    first = lines[0].text.lstrip()
    kind: Kind = "paragraph"
    if first.startswith("<!--"):
        kind = "comment"
    elif _LIST.match(lines[0].text):
        kind = "list"
    elif first.startswith("|"):
        kind = "table"
    elif _BOX.match(lines[0].text):
        kind = "box"
    yield RawBlock(kind, tuple(lines))
