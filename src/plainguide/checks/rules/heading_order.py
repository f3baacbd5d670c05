"""Headings that skip a level, stand above the page's own title, or say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading

_HEADING = re.compile(r"(?P<marks>#{1,6})(?P<space>\s*)(?P<title>.*)")
_WORD = re.compile(r"\w")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*")
_ELEMENT = re.compile(r"h(?P<level>[1-6])")
_TOP = 1
"""The level of the page's title, which is not written in the text."""
_SECTION = 2

_Heading = tuple[Place, int, str]
"""Where a heading stands, its level, and how its author made it."""


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find headings out of order, and empty ones.

    Counted are all headings of a reading's text: lines that begin with `#`, lines that are
    underlined with `===` or `---`, and HTML headings. Each may be at most one level below the one
    before it; the page's title is the first level, and its text begins with the second.

    Why:    who listens to a page moves from heading to heading. A level that is left out sounds
            like a part that was missed.
    Bad:    ## Side effects {#harms}
            #### Diarrhoea
    Good:   ## Side effects {#harms}
            ### Diarrhoea
    Source: WCAG 2.2, success criteria 1.3.1 and 2.4.6, with technique G141.
    """
    before = _TOP
    for section in reading.sections:
        if section.id or section.title:
            before = _SECTION
            if not _WORD.search(section.title):
                yield section.place, "this heading is empty; say what its section tells"
        for block in section.blocks:
            for place, level, written in _headings(block):
                if message := _fault(level, before, written):
                    yield place, message
                before = max(level, _SECTION)
            yield from _malformed(block)


def _headings(block: Block) -> Iterator[_Heading]:
    """The headings in a block."""
    for tag in block.tags:
        if not tag.ends and (element := _ELEMENT.fullmatch(tag.name)):
            yield tag.place, int(element["level"]), f"`<{tag.name}>`"
    if block.kind not in {"heading", "paragraph"}:
        return
    lines = block.markdown.split("\n")
    if block.kind == "paragraph" and len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]):
        level = _TOP if lines[1].startswith("=") else _SECTION
        yield block.place, level, f"`{lines[1].strip()[:3]}` below a line"
    for number, line in enumerate(lines):
        if heading := _HEADING.match(line):
            place = Place(block.place.path, block.written[number].place.line)
            yield place, len(heading["marks"]), f"`{heading['marks']}`"


def _fault(level: int, before: int, written: str) -> str | None:
    """What is wrong with a heading's level, if anything."""
    if level == _TOP:
        return f"{written} is the level of the page's own title; begin a section with `##`"
    if level > before + 1:
        after = f"right after `{'#' * before}`" if before > _TOP else "before any `##`"
        return f"{written} comes {after}; write `{'#' * (before + 1)}`"
    if level == _SECTION and not written.startswith("`##"):
        return f"{written} makes a heading that is no section; write `## Its words {{#its-id}}`"
    return None


def _malformed(block: Block) -> Iterator[Hit]:
    """Headings without words, or without the space that parts them from their marks."""
    if block.kind not in {"heading", "paragraph"}:
        return
    for line, own in zip(block.markdown.split("\n"), block.written, strict=True):
        if not (heading := _HEADING.match(line)):
            continue
        if not _WORD.search(re.sub(r"\{:?\s*[#.][^}]*\}", "", heading["title"])):
            yield own.place, "this heading is empty; write its words, or take it out"
        elif not heading["space"]:
            yield own.place, f"put a space after `{heading['marks']}`"
