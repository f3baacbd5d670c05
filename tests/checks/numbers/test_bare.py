from __future__ import annotations

import pytest

from plainguide.checks.numbers.bare import bare_numbers


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("About 3 out of 100 people slept for 8 hours.", ["3 out of 100", "8"]),
        ("It was 1,200, or 38 % or 4.5.", ["1,200", "38 %", "4.5"]),
        ("TEA2, 3+, 0 or 1+, 24/7, 2019, 0800 123 4567, T-2 and a 7-day rest.", []),
    ],
)
def test_finds_numbers_that_need_a_word(sentence: str, said: list[str]) -> None:
    assert [number.said for number in bare_numbers(sentence)] == said


def test_tells_what_follows() -> None:
    assert [number.after for number in bare_numbers("For 8 hours.")] == [" hours."]
