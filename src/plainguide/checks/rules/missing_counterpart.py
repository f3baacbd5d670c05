"""A section that one reading has and the other lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.checks.registry import Compiled, Hit, each_topic
from plainguide.model.reading import Reading, Section
from plainguide.model.topic import READINGS, ReadingName


@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find sections without a counterpart in the other reading.

    Why:    the switch between the readings lands on the same section, and a reader who follows it
            must not fall into a hole.
    Bad:    a section `{#results}` with text in a `/// professional` block and none for patients
    Good:   text for both, or a heading that says so: `## Dosing {#dosing only=professional}`
    Source: a rule of this project's own: one text, two readings, and neither lacks a part.
    """
    for name in READINGS:
        other = READINGS[1 - READINGS.index(name)]
        there = {section.id: section for section in readings[other].sections if section.blocks}
        for section in readings[name].sections:
            if _needs_counterpart(section) and section.id not in there:
                yield (
                    section.place,
                    (
                        f"`{section.id}` has no text for `{other}`; write it, or say "
                        f"`{{#{section.id} only={name}}}`"
                    ),
                )


def _needs_counterpart(section: Section) -> bool:
    return bool(section.id and section.blocks and section.only is None)
