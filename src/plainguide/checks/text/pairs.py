"""The sections that both readings of a topic have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.model.reading import Reading, Section
from plainguide.model.topic import READINGS, ReadingName

Pair = Mapping[ReadingName, Section]
"""One section, as each reading has it."""


def pairs(readings: Mapping[ReadingName, Reading]) -> Iterator[Pair]:
    """Every section that has text in both readings, in the order of the patient's."""
    by_id = {
        name: {section.id: section for section in readings[name].sections if section.blocks}
        for name in READINGS
    }
    for section_id in by_id["patient"]:
        if section_id in by_id["professional"]:
            yield {name: by_id[name][section_id] for name in READINGS}


def other(name: ReadingName) -> ReadingName:
    """The other reading."""
    return READINGS[1 - READINGS.index(name)]
