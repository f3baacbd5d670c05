from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from time import process_time

import pytest

from plainguide.checks.spelling import dictionary
from plainguide.checks.spelling.dictionary import holds, languages, nearest, one_slip_away, words_of

FOLDER = Path(dictionary.__file__).parent / "dictionaries"
# As the packages dictionary-en-gb 3.0.0 and dictionary-en 4.0.0 publish them.
PUBLISHED = {
    "en-GB/index.aff": "8ae1f19d4840d957728ad90555d5a8dff6cc5c046279c95ff0c00fc0a0136c7b",
    "en-GB/index.dic": "869fe17ba4ee4b5401c60a666ee2d6a3dcc237f460b7294435df1cc6a799aa57",
    "en-US/index.aff": "8ae1f19d4840d957728ad90555d5a8dff6cc5c046279c95ff0c00fc0a0136c7b",
    "en-US/index.dic": "f0b1a234bd178bdd01875b2a392a9647f888b8fe879f79c52aae62c2759b3647",
}


@pytest.mark.parametrize("path", PUBLISHED)
def test_is_as_it_was_published(path: str) -> None:
    assert sha256((FOLDER / path).read_bytes()).hexdigest() == PUBLISHED[path]


def test_has_a_licence_beside_it() -> None:
    assert languages() == ("en-GB", "en-US")
    assert all((FOLDER / language / "license").is_file() for language in languages())


@pytest.mark.parametrize(
    "word",
    ["tea", "Tea", "TEA", "carried", "carrying", "happiest", "unhappily", "re-", "Paris", "PARIS",
     "doctor's", "colour", "hospitalised"],
)  # fmt: skip
def test_holds_every_form(word: str) -> None:
    assert holds(words_of("en-GB"), word.rstrip("-"))


@pytest.mark.parametrize("word", ["", "teaa", "carryed", "paris", "color", "hospitalized", "teas'"])
def test_holds_no_other(word: str) -> None:
    assert not holds(words_of("en-GB"), word)


def test_of_an_unknown_language_nothing_is_known() -> None:
    assert words_of("xx") == frozenset()
    assert nearest("tea", "xx") is None


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("tretment", "treatment"),
        ("Recieve", "Receive"),
        ("untill", "until"),
        ("vomitting", "vomiting"),
        ("suprise", "surprise"),
        ("stomache", "stomach"),
        ("seperate", "separate"),
        ("pronounciation", "pronunciation"),
        ("publically", "publicly"),
        ("qqqqqqq", None),
    ],
)
def test_says_what_was_meant(word: str, near: str | None) -> None:
    assert nearest(word, "en-GB") == near


def test_prefers_the_words_that_it_is_given() -> None:
    assert one_slip_away("oolnog", frozenset({"oolong"})) == "oolong"
    assert one_slip_away("tea", frozenset({"oolong"})) is None


def test_is_fast() -> None:
    words_of.cache_clear()
    start = process_time()
    for language in languages():
        words_of(language)
    assert process_time() - start < 3
