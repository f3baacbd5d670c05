from __future__ import annotations

import pytest

from plainguide.checks.wording.slots import any_phrase, as_slots

SLOTS = as_slots({"times": ("twice", "<number> times"), "more": ("<times> more", "fewer")})
PHRASES = ("<times> as likely", "<times> as likely as", "<more> than", "cut* … by <percent>")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is twice as\nlikely.", "twice as\nlikely"),
        ("It is three times as likely as not.", "three times as likely as"),
        ("ten times more than", "ten times more than"),
        ("fewer than", "fewer than"),
        ("It cuts all of this by 30 per cent.", "cuts all of this by 30 per cent"),
        ("It cuts by 5%.", "cuts by 5%"),
    ],
)
def test_fills_slots(text: str, said: str) -> None:
    match = any_phrase(PHRASES, SLOTS).search(text)
    assert match is not None
    assert match[0] == said


@pytest.mark.parametrize(
    "text", ["times as likely", "as likely", "cuts one two three four five by 5%", "nontwice"]
)
def test_wants_all_of_a_phrase(text: str) -> None:
    assert any_phrase(PHRASES, SLOTS).search(text) is None


def test_finds_nothing_where_nothing_is_listed() -> None:
    assert any_phrase((), ()).search("twice as likely") is None
