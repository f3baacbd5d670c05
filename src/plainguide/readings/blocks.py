"""Lines to blocks: paragraphs, lists, tables, headings and code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from plainguide.model.topic import Line

Kind = Literal["paragraph", "list", "table", "heading", "code", "comment"]

HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t]*(?:\{:?[ \t]*(?P<attributes>#[^}]*)\})?[ \t]*$"
)
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_FENCE = re.compile(r"^(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class RawBlock:
    """Lines that belong together, as they were written."""

    kind: Kind
    lines: tuple[Line, ...]


def blocks(lines: Iterable[Line]) -> Iterator[RawBlock]:
    """Group lines into blocks: blank lines part them, a heading stands alone, code stays whole."""
    gathered: list[Line] = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line.text)
        if fence:
            gathered.append(line)
            if mark and mark[1].startswith(fence):
                yield RawBlock("code", tuple(gathered))
                gathered, fence = [], ""
            continue
        starts_apart = mark is not None or HEADING.match(line.text) is not None
        if gathered and (starts_apart or not line.text.strip()):
            yield _block(gathered)
            gathered = []
        if mark:
            gathered, fence = [line], mark[1]
        elif starts_apart:
            yield RawBlock("heading", (line,))
        elif line.text.strip():
            gathered.append(line)
    if gathered:
        yield RawBlock("code", tuple(gathered)) if fence else _block(gathered)


def _block(lines: list[Line]) -> RawBlock:
    """A block of lines that hold no heading and no fence."""
    first = lines[0].text.lstrip()
    kind: Kind = "paragraph"
    if first.startswith("<!--"):
        kind = "comment"
    elif _LIST.match(lines[0].text):
        kind = "list"
    elif first.startswith("|"):
        kind = "table"
    return RawBlock(kind, tuple(lines))
