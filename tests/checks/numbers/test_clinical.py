from __future__ import annotations

import pytest

from plainguide.checks.numbers.clinical import clinical_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It helped 38% of them", [(10, "38%")]),
        ("It helped 8 per cent", [(10, "8 per cent")]),
        ("in one of 10, as told", [(3, "one of 10")]),
        ("for 3 to 6 months", [(4, "3 to 6 months")]),
        ("of 84 older people", [(3, "84 older people")]),
        ("HR 0.47 (p < 0.001)", [(0, "HR 0.47"), (9, "p < 0.001")]),
        ("hr 9, on 19 January 2023", [(9, "19 January 2023")]),
        ("6.4 mg/ml, and 1.5", [(0, "6.4 mg/ml"), (15, "1.5")]),
    ],
)
def test_finds_what_looks_like_a_clinical_number(text: str, found: list[tuple[int, str]]) -> None:
    assert list(clinical_numbers(text)) == found


@pytest.mark.parametrize("text", ["", "none at all", "chapter 4", "A2.5B", "in 2023"])
def test_leaves_other_numbers(text: str) -> None:
    assert list(clinical_numbers(text)) == []
