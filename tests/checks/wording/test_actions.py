from __future__ import annotations

import pytest

from plainguide.checks.wording.actions import Verbs, calls_to_act

VERBS = Verbs(
    verbs=("ask", "don't forget"),
    nouns_too=("call", "work"),
    objects=("your", "if"),
    lead=("please", "then"),
)


@pytest.mark.parametrize(
    "text", ["Ask a friend.", "“Please, then ask", "Don’t forget", "Call\nyour friend"]
)
def test_knows_a_call_to_act(text: str) -> None:
    assert calls_to_act(text, VERBS)


@pytest.mark.parametrize(
    "text", ["Call centre", "Work and money", "Asking a friend", "Ask-me cards", "You ask"]
)
def test_knows_what_only_looks_like_one(text: str) -> None:
    assert not calls_to_act(text, VERBS)
