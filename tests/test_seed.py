"""Every point of the summary from which the guide grew is covered, in both readings."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from ruamel.yaml import YAML

from plainguide.model.reading import Reading
from plainguide.model.topic import READINGS, ReadingName
from plainguide.steps.check import Checked, check_files
from plainguide.steps.files import read_all
from support.building import AS_OF, ROOT

POINTS: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / "tests" / "seed.yml")


@cache
def _checked() -> Checked:
    return check_files(read_all(ROOT / "content", ROOT), AS_OF)


def _text(reading: Reading, section: str) -> str:
    """All that a section says; of `summary`, what stands at the head of the page."""
    if section == "summary":
        return reading.topic.front.summary.for_(reading.name)
    (found,) = [s for s in reading.sections if s.id == section]
    return " ".join([found.title, *(unit for block in found.blocks for unit in block.plain)])


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("point", POINTS, ids=lambda point: str(point["point"])[:60])
def test_a_point_of_the_summary_is_covered(point: dict[str, Any], reading: ReadingName) -> None:
    place = point[reading]
    text = _text(_checked().readings[place["topic"]][reading], place["section"])
    assert " ".join(place["says"].split()).casefold() in " ".join(text.split()).casefold()


def test_there_are_as_many_points_as_the_summary_makes() -> None:
    assert len(POINTS) >= 25
