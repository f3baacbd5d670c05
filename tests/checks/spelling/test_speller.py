from __future__ import annotations

import pytest

from plainguide.checks.spelling.speller import Speller

SPELLER = Speller("en-GB", ["gaiwan", "Oolong", "drinker’s"], ["re", "over"], ["itis"])


@pytest.mark.parametrize(
    "word",
    ["cup", "gaiwan", "Gaiwans", "GAIWAN", "gaiwan’s", "cups’", "re", "resteeping", "overgaiwan",
     "oolong", "café", "naïve", "color", "XQZT", "mXqz", "x"],
)  # fmt: skip
def test_knows(word: str) -> None:
    assert SPELLER.knows(word)


@pytest.mark.parametrize("word", ["cupp", "gaiwann", "Oolnog", "recupp", "retea", "xqzt"])
def test_does_not_know(word: str) -> None:
    assert not SPELLER.knows(word)


@pytest.mark.parametrize(
    ("word", "starts", "name"),
    [
        ("Ozolinska", False, True),
        ("Ozolinska", True, False),
        ("Oolnog", False, False),
        ("Abbott", True, True),
        ("ozolinska", False, False),
    ],
)
def test_tells_names(word: str, *, starts: bool, name: bool) -> None:
    assert SPELLER.is_name(word, starts=starts) == name


def test_says_what_was_meant_its_own_words_first() -> None:
    assert SPELLER.meant("gaiwam") == "gaiwan"
    assert SPELLER.meant("tretment") == "treatment"


def test_trusts_endings_unless_a_word_of_the_guide_is_near() -> None:
    assert SPELLER.ends_well("teaitis")
    assert not SPELLER.ends_well("tea")
    assert not Speller("en-GB", ["leafitis"], [], ["itis"]).ends_well("laefitis")
