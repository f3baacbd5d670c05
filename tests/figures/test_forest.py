from __future__ import annotations

from dataclasses import replace

import pytest

from plainguide.figures.forest import Row, forest
from plainguide.figures.said import Said
from support.pictures import NAMED, SVG, height, lowest, numbers, parsed, texts

ROW = Row(
    group="Calm tea",
    trial="CALM",
    arm="One cup",
    value=39.3,
    low=28.8,
    high=50.5,
    said=Said("39.3% (28.8–50.5)", "calm.final.slept", "39.3"),
    size=Said("84", "calm.final.slept.of", "84"),
)


def _drawn(*rows: Row) -> str:
    return forest(NAMED, rows, "% (95% CI)")


def test_a_row_says_trial_arm_size_and_result() -> None:
    root = parsed(_drawn(ROW))
    scale = ["0", "50", "100", "% (95% CI)"]
    row = ["Calm tea", "CALM", "n = 84", "One cup", "39.3% (28.8–50.5)"]
    assert texts(root) == [*scale, *row, *scale]
    assert numbers(root) == [
        ("84", "calm.final.slept.of", "84"),
        ("39.3% (28.8–50.5)", "calm.final.slept", "39.3"),
    ]


def test_rows_of_one_group_stand_under_one_heading_in_their_order() -> None:
    rows = (ROW, replace(ROW, trial="NAP"), replace(ROW, group="Water", trial="AQUA"))
    said = [t for t in texts(parsed(_drawn(*rows))) if t in {"Calm tea", "Water", "CALM", "NAP"}]
    assert said == ["Calm tea", "CALM", "NAP", "Water"]


@pytest.mark.parametrize("value", [0, 0.4, 50, 99.6, 100])
def test_a_point_lies_on_its_ruler(value: float) -> None:
    root = parsed(_drawn(replace(ROW, value=value, low=value, high=value)))
    (point,) = root.iter(f"{SVG}rect")
    middle = float(str(point.get("x"))) + float(str(point.get("width"))) / 2
    assert middle == pytest.approx(5 + 206 * value / 100, abs=0.2)


def test_an_end_that_was_not_reached_has_no_cap() -> None:
    both = _drawn(ROW).count("v10")
    assert _drawn(replace(ROW, high=None)).count("v10") == both - 1
    assert _drawn(replace(ROW, low=None, high=None)).count("v10") == both - 2


def test_an_arm_or_a_size_that_is_not_there_takes_no_room() -> None:
    full, bare = parsed(_drawn(ROW)), parsed(_drawn(replace(ROW, arm="", size=None)))
    assert height(bare) < height(full)
    assert len(texts(bare)) == len(texts(full)) - 2


def test_long_names_are_wrapped_and_the_picture_grows() -> None:
    long = replace(ROW, arm="a cup of tea, then another " * 6, trial="THE LONG NIGHT " * 6)
    root = parsed(_drawn(long))
    assert lowest(root) <= height(root)
    assert max(map(len, texts(root))) < 50


def test_twenty_rows_are_still_small() -> None:
    rows = tuple(replace(ROW, trial=f"CALM {n}") for n in range(20))
    assert _drawn(*rows) == _drawn(*rows)
    parsed(_drawn(*rows))
