from __future__ import annotations

from dataclasses import replace

import pytest

from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName
from plainguide.readings.minutes import minutes
from support.compiling import check_with


def _reading(name: ReadingName, words: int, kind: str = "paragraph") -> Reading:
    """A reading of the tea guide with nothing in it but so many words and its head."""
    reading = check_with({}).readings["calm-tea"][name]
    section = next(section for section in reading.sections if section.blocks)
    block = replace(section.blocks[0], kind=kind, plain=("leaf " * words,))
    return replace(reading, sections=(replace(section, id="", title="", blocks=(block,)),))


def _head(name: ReadingName) -> int:
    front = check_with({}).readings["calm-tea"][name].topic.front
    return len(f"{front.title.for_(name)} {front.summary.for_(name)}".split())


@pytest.mark.parametrize(("name", "rate"), [("patient", 180), ("professional", 200)])
def test_a_begun_minute_counts_as_one(name: ReadingName, rate: int) -> None:
    head = _head(name)
    assert minutes(_reading(name, 0)) == 1
    assert minutes(_reading(name, 3 * rate - head)) == 3
    assert minutes(_reading(name, 3 * rate - head + 1)) == 4


def test_pictures_are_seen_and_not_read() -> None:
    assert minutes(_reading("patient", 1000, "picture")) == 1
