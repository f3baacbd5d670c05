"""A warning that only one reading has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plainguide.checks.registry import Compiled, Hit, each_topic, follows
from plainguide.checks.text.pairs import other
from plainguide.checks.text.texts import texts_in
from plainguide.checks.wording.phrases import Words, found_in
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading, Section
from plainguide.model.topic import READINGS, ReadingName

_BOX = re.compile(r"!!!\s+(?P<kind>\w+)(?:[^\"\n]*\"(?P<title>[^\"\n]*)\")?")


class Warnings(Record):
    """What warns in each reading.

    Attributes:
        boxes: the kinds of boxes that warn, such as `danger`.
        patient, professional: words that warn as well in that reading.
    """

    boxes: tuple[Text, ...]
    patient: Words
    professional: Words


@follows(Warnings)
@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find boxes with a warning whose section warns of nothing in the other reading.

    The other reading warns where that section has such a box too, or words that the guide lists.
    Where it lacks the section, any section of the page may have them. A section that says it is
    only for one reading needs none.

    Why:    a professional who does not know what patients are told to call about at night cannot
            answer them; and a danger that only professionals read of protects nobody.
    Bad:    patient: !!! danger "Call at once if …"     professional: It is well tolerated.
    Good:   patient: !!! danger "Call at once if …"     professional: Boxed warning: …
    Source: EU guideline on the readability of the label and package leaflet, which has warnings of
            the product information stand out in the leaflet; the pairing is this project's own.
    """
    warnings = compiled.policy(Warnings)
    for name in READINGS:
        against = other(name)
        words = warnings.patient if against == "patient" else warnings.professional
        there = {section.id: section for section in readings[against].sections if section.blocks}
        for section in readings[name].sections:
            if section.only is not None:
                continue
            for block in section.blocks:
                title = _warning(block, warnings)
                sections = [there[section.id]] if section.id in there else list(there.values())
                if title is not None and not _warns(sections, words, warnings):
                    where = "in this section" if section.id in there else "on this page"
                    yield (
                        _place(block),
                        (
                            f"{title} warns in the {name} reading, and the {against} text {where} "
                            "warns of nothing; warn there too, in its own words"
                        ),
                    )


def _warning(block: Block, warnings: Warnings) -> str | None:
    """What a box that warns is called; none where the block is none."""
    box = _BOX.match(block.markdown.lstrip()) if block.kind == "box" else None
    if box is None or box["kind"] not in warnings.boxes:
        return None
    return f"“{box['title']}”" if box["title"] else f"this {box['kind']} box"


def _warns(sections: Iterable[Section], words: Words, warnings: Warnings) -> bool:
    """Whether any of these sections has a box that warns, or words that do."""
    return any(
        any(_warning(block, warnings) is not None for block in section.blocks)
        or any(True for text in texts_in(section) for _ in found_in(text, words))
        for section in sections
    )


def _place(block: Block) -> Place:
    line = block.written[0]
    indent = len(line.text) - len(line.text.lstrip())
    return Place(line.place.path, line.place.line, line.place.column + indent)
