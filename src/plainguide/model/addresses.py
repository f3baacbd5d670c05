"""Short addresses that stay: which id leads where, and what has moved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import Annotated

from pydantic import AfterValidator, Field

from plainguide.model.base import Record
from plainguide.model.reading import Reading
from plainguide.model.topic import READINGS, ReadingName

LETTERS = "23456789bcdfghjkmnpqrstvwxz"
"""No vowels, so that no word comes about; no l, 1 or 0, which are misread on paper."""
_LENGTH = 4
_TARGET = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?\Z")

Compiled = Mapping[str, Mapping[ReadingName, Reading]]
"""Readings by topic id, then by reading."""


def is_id(text: str) -> bool:
    """Whether a text is a short id. One of digits alone is none: YAML would make it a number."""
    return len(text) == _LENGTH and set(text) <= set(LETTERS) and not text.isdigit()


def _id(text: str) -> str:
    if not is_id(text):
        message = f"a short id is {_LENGTH} of {LETTERS}, with a letter among them"
        raise ValueError(f"{message}; let `plainguide addresses` make it")
    return text


def _target(text: str) -> str:
    if not _TARGET.match(text):
        raise ValueError("write a topic as `its-id`, or a section as `its-id#its-section`")
    return text


Id = Annotated[str, AfterValidator(_id)]
Target = Annotated[str, AfterValidator(_target)]
"""A topic, `some-topic`, or a section of one, `some-topic#some-section`."""


class Addresses(Record):
    """What stands in `content/addresses.yml`.

    Attributes:
        sections: where each short id leads: a topic, or a section as `topic#section`. An id stays
            once it is written; when what it leads to is renamed, only its target changes.
        moved: the present name of a topic or a section by the name that it had.
    """

    sections: Mapping[Id, Target] = Field(default_factory=dict)
    moved: Mapping[Target, Target] = Field(default_factory=dict)

    def now(self, target: str) -> str:
        """The present name of a topic or a section, however often it has moved."""
        passed: set[str] = set()
        while target not in passed:
            passed.add(target)
            topic, mark, section = target.partition("#")
            if target in self.moved:
                target = self.moved[target]
            elif mark and topic in self.moved:
                # A topic that moved took its sections along; one that became a section has none.
                there, inside, _ = self.moved[topic].partition("#")
                target = self.moved[topic] if inside else f"{there}#{section}"
        return target

    def id_of(self, target: str) -> str | None:
        """The short id that leads to a topic or a section; the first, where there are several."""
        return next((short for short, to in self.sections.items() if self.now(to) == target), None)

    def former(self, target: str) -> Iterator[str]:
        """Every former name of a topic or a section."""
        return (old for old in self.moved if self.now(old) == target)


def places(readings: Compiled) -> Iterator[str]:
    """Every topic and every section of a guide, as an address can lead to them, in order."""
    for topic, of_topic in readings.items():
        yield topic
        sections = (s.id for name in READINGS for s in of_topic[name].sections)
        yield from (f"{topic}#{section}" for section in dict.fromkeys(sections) if section)


def reachable(readings: Compiled, target: str) -> tuple[ReadingName, ...]:
    """The readings in which a topic or a section can be opened; none where it is in neither."""
    topic, _, section = target.partition("#")
    of_topic = readings.get(topic, {})
    return tuple(name for name in READINGS if name in of_topic and _is_in(of_topic[name], section))


def is_whole(readings: Compiled, topic: str) -> bool:
    """Whether a topic compiled without a fault, so that it has all its sections."""
    return not any(reading.findings for reading in readings.get(topic, {}).values())


def new_id(target: str, taken: Collection[str]) -> str:
    """A short id for a topic or a section, from its name, that nothing else has or had.

    Args:
        target: the name; the same one gives the same id wherever nothing is taken.
        taken: ids that are in use, or were.
    """
    step = 0
    while True:
        number = int.from_bytes(sha256(f"{target}{step or ''}".encode()).digest())
        short = ""
        for _ in range(_LENGTH):
            number, index = divmod(number, len(LETTERS))
            short += LETTERS[index]
        if is_id(short) and short not in taken:
            return short
        step += 1


def _is_in(reading: Reading, section: str) -> bool:
    return not section or section in reading.anchors
