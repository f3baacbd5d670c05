from __future__ import annotations

import pytest

from plainguide.checks.level.formulas import FORMULAS, Counts, count
from plainguide.checks.level.syllables import Syllables
from plainguide.checks.text.sentences import sentences, words

# 100 words in 10 sentences, with 150 syllables, 450 letters and 12 long words.
TEXT = Counts(
    sentences=10,
    words=100,
    letters=450,
    syllables=150,
    long_words=12,
    unknown=(),
    longest="",
    words_of_longest=0,
)


@pytest.mark.parametrize(
    ("formula", "grade"),
    [
        ("flesch-kincaid", 0.39 * 10 + 11.8 * 1.5 - 15.59),
        ("smog", 1.0430 * 6 + 3.1291),
        ("gunning-fog", 0.4 * (10 + 12)),
        ("coleman-liau", 0.0588 * 450 - 0.296 * 10 - 15.8),
        ("ari", 4.71 * 4.5 + 0.5 * 10 - 21.43),
    ],
)
def test_each_formula_is_as_published(formula: str, grade: float) -> None:
    assert FORMULAS[formula](TEXT) == pytest.approx(grade, abs=0.01)


@pytest.mark.parametrize(
    ("unit", "parts"),
    [
        ("Tea is good. It is hot.", ["Tea is good.", "It is hot."]),
        ("Is it? Yes! “Good.” Next.", ["Is it?", "Yes!", "“Good.", "Next."]),
        ("It is 8.1 hours long", ["It is 8.1 hours long"]),
        ("A cup (of tea). 39 slept.", ["A cup (of tea).", "39 slept."]),
        ("…", []),
    ],
)
def test_sentences(unit: str, parts: list[str]) -> None:
    assert [part.strip() for part in sentences([unit])] == parts


def test_each_unit_ends_a_sentence() -> None:
    assert sentences(["a cup", "a pot"]) == ["a cup", "a pot"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("well-made tea", ["well", "made", "tea"]),
        ("it’s 17,589 cups", ["it’s", "17589", "cups"]),
        ("tea2 and café", ["tea2", "and", "café"]),
    ],
)
def test_words(text: str, parts: list[str]) -> None:
    assert words(text) == parts


def test_counts_what_the_formulas_need() -> None:
    counted = count(["Tea is good. Chamomilla is better, they say."], Syllables({}))
    assert counted.sentences == 2
    assert counted.words == 8
    assert counted.unknown == ("Chamomilla",)
    assert counted.long_words == 1
    assert counted.syllables == 1 + 1 + 1 + 3 + 1 + 2 + 1 + 1
    assert counted.words_of_longest == 5
