"""The same id twice on a page."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.reading import Anchor, Reading, Section


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find ids that stand twice in one reading.

    Counted are the ids of sections, of headings below them, of any text with `{#its-id}` or
    `{: #its-id }`, and of raw HTML. Two sections with one id are found by `duplicate-id`.

    Why:    a link to an id that is there twice lands on the first, and what was meant may be the
            second: the wrong dose, the wrong medicine.
    Bad:    ### By mouth {#how}
            ### By drip {#how}
    Good:   ### By mouth {#by-mouth}
            ### By drip {#by-drip}
    Source: HTML Living Standard, 3.2.6: ids are unique; WCAG 2.2, technique H93.
    """
    first: dict[str, Anchor] = {}
    sections = {section.id for section in reading.sections}
    for section in reading.sections:
        for anchor in _anchors(section):
            taken = first.setdefault(anchor.id, anchor)
            of_sections = anchor.place == section.place and taken.id in sections
            if taken is not anchor and not (of_sections and _is_section(taken, reading)):
                where = f"is taken at line {taken.place.line}"
                yield anchor.place, f"the id `{anchor.id}` {where}; choose another"


def _anchors(section: Section) -> Iterator[Anchor]:
    """The ids of a section, in order."""
    if section.id:
        yield Anchor(section.place, section.id)
    for block in section.blocks:
        yield from block.anchors


def _is_section(anchor: Anchor, reading: Reading) -> bool:
    return any(section.place == anchor.place for section in reading.sections)
