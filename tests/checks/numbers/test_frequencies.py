from __future__ import annotations

import pytest

from plainguide.checks.numbers.frequencies import frequencies, value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("about 39 out of 100 people", [("39 out of 100", 100)]),
        ("1 in 8 women and out of 10,000", [("1 in 8", 8), ("out of 10,000", 10_000)]),
        ("fewer than one in ten thousand", [("one in ten thousand", 10_000)]),
        ("less than 1 in 1 000 people", [("1 in 1 000", 1000)]),
        ("twenty-five out of a hundred", [("twenty-five out of a hundred", 100)]),
        ("5 people in every thousand", [("5 people in every thousand", 1000)]),
        ("33 of the 84 people, none of 84", [("33 of the 84", 84), ("none of 84", 84)]),
        ("Of 84 people who slept, 33 dreamt", [("Of 84 people who slept, 33", 84)]),
        ("Out of every 1,000 people", [("Out of every 1,000", 1000)]),
        ("one of two teas, in 3 weeks, 2 in 2019", []),
        ("once in 24 hours, 3 cups in 24 hours, page 3 of 10", []),
        ("9 in 8, and no number at all", []),
    ],
)
def test_finds_natural_frequencies(text: str, found: list[tuple[str, float]]) -> None:
    assert [(f.said, f.whole) for f in frequencies(text)] == found


def test_tells_what_follows_within_the_clause() -> None:
    assert [f.after for f in frequencies("1 in 8 older women. 1 in 8. Women")] == [
        ("older", "women"),
        (),
    ]


@pytest.mark.parametrize(
    ("said", "number"),
    [("1,000", 1000), ("3.5", 3.5), ("a hundred", 100), ("two hundred thousand", 200_000)],
)
def test_reads_numbers(said: str, number: float) -> None:
    assert value(said) == number
