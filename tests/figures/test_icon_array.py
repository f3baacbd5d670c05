from __future__ import annotations

import pytest
from lxml import etree

from plainguide.figures.icon_array import IconArray, Side, icon_array
from plainguide.figures.said import Said
from support.pictures import NAMED, SVG, height, lowest, numbers, parsed, texts


def _drawn(filled: int, *, partly: bool = False, words: str = "they slept & dreamt") -> str:
    sides = (
        Side(Said("about 39 out of 100", "calm.final.slept", "39.3"), words),
        Side(Said("about 61 out of 100", "calm.final.slept.others", "60.7"), "they did not"),
    )
    return icon_array(NAMED, IconArray(filled, partly, *sides))


def _people(root: etree._Element, side: str) -> int:
    """How many people there are on one side, without the one that explains it."""
    (group,) = root.findall(f"{SVG}g[@class='picture__{side}']")
    return len(group.findall(f"{SVG}use")) - 1


@pytest.mark.parametrize("filled", [0, 1, 39, 50, 99, 100])
def test_there_are_a_hundred_people(filled: int) -> None:
    root = parsed(_drawn(filled))
    assert _people(root, "in") == filled
    assert _people(root, "out") == 100 - filled


def test_filled_people_are_solid_and_the_others_are_outlines() -> None:
    root = parsed(_drawn(39))
    inside, outside = root.findall(f"{SVG}g")
    assert (root.get("fill"), inside.get("fill")) == ("currentColor", None)
    assert (outside.get("fill"), outside.get("stroke")) == ("none", "currentColor")


def test_a_person_who_is_in_it_only_in_part_is_filled_in_part() -> None:
    root = parsed(_drawn(0, partly=True))
    assert _people(root, "in") == 0
    assert len(root.findall(f"{SVG}g[@class='picture__in']/{SVG}path")) == 1
    assert _people(root, "out") == 100


def test_both_sides_are_explained_and_carry_their_figure() -> None:
    root = parsed(_drawn(39))
    assert texts(root) == [
        "about 39 out of 100",
        "they slept & dreamt",
        "about 61 out of 100",
        "they did not",
    ]
    assert numbers(root) == [
        ("about 39 out of 100", "calm.final.slept", "39.3"),
        ("about 61 out of 100", "calm.final.slept.others", "60.7"),
    ]


def test_long_words_are_wrapped_and_the_picture_grows() -> None:
    root = parsed(_drawn(39, words="they slept well and woke up refreshed " * 5))
    assert height(root) > height(parsed(_drawn(39)))
    assert lowest(root) <= height(root)
    assert max(map(len, texts(root))) < 45


def test_the_same_share_gives_the_same_picture() -> None:
    assert _drawn(39) == _drawn(39)
