from __future__ import annotations

import pytest

from plainguide.checks.level.syllables import Syllables, spoken


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("chemotherapy", 5),
        ("Chemotherapy", 5),
        ("tea", 1),
        ("don’t", 1),
        ("don't", 1),
        ("oolong", 2),
        ("oolongs", 2),
        ("oolong’s", 2),
        ("teapots", 2),
        ("39", 3),
        ("tea2", 2),
        ("lapsangsouchong", None),
        ("lapsangsouchong2", None),
    ],
)
def test_counts_as_the_dictionary_and_the_guides_own_list_say(word: str, count: int | None) -> None:
    assert Syllables({"Oolong": 2, "teapot": 2}).count(word) == count


def test_the_guides_own_list_comes_first() -> None:
    assert Syllables({"tea": 3}).count("tea") == 3


def test_a_plural_after_a_hiss_has_one_more() -> None:
    assert Syllables({"zzouge": 1}).count("zzouges") == 2


@pytest.mark.parametrize(
    ("number", "count"),
    [
        (0, 2),
        (7, 2),
        (11, 3),
        (39, 3),
        (40, 2),
        (70, 3),
        (100, 3),
        (107, 6),
        (1918, 4),
        (2000, 3),
        (2026, 5),
        (1900, 4),
        (12_000, 3),
    ],
)
def test_numbers_count_as_they_are_spoken(number: int, count: int) -> None:
    assert spoken(number) == count
