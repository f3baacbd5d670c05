from __future__ import annotations

import re

import pytest

from plainguide.checks.wording.patterns import any_of, heads_of, words_in

LISTED = ("ask", "ask your", "asking*", "don't", "2 times a day", "mg", "US", "cut … half")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ask", "ask"),
        ("ask your team", "ask your"),
        ("askings", "askings"),
        ("don’t", "don’t"),
        ("2  times\na day", "2  times\na day"),
        ("US", "US"),
        ("cut it right in half", "cut it right in half"),
        ("cut it down right in a half", None),
        ("us", None),
    ],
)
def test_any_of_takes_the_longest_phrase(text: str, found: str | None) -> None:
    match = re.match(any_of(LISTED), text)
    assert (match[0] if match else None) == found


def test_any_of_nothing_takes_nothing() -> None:
    assert re.search(any_of(()), "a") is None


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Please ASK.", True),
        ("Askingly so", True),
        ("You don’t", True),
        ("three times", True),
        ("5mg", True),
        ("a task, a mug", False),
        ("", False),
    ],
)
def test_heads_tell_that_no_phrase_can_begin(text: str, *, may: bool) -> None:
    assert heads_of(LISTED).among(words_in(text)) is may
