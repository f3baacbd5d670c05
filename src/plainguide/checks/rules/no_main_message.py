"""A patient page without a short message at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.sentences import sentences, words
from plainguide.checks.wording.patterns import any_of
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Reading

_SHOWN = {"paragraph", "list", "box"}


class Policy(Record):
    """How long the text at the head of a page may be, and what is no message.

    Attributes:
        words: at most so many.
        sentences: at most so many.
        only_about: beginnings of a sentence that tells what a page is about, and no more.
    """

    words: int
    sentences: int
    only_about: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient pages that do not begin with a short message.

    The head of a page is its summary with all text before the first heading. It has to hold a
    sentence that is neither a question, nor only says what the page is about ("This page explains
    …"), nor has fewer than three words. It may have as many words and sentences as the policy
    allows.

    Why:    many people read no further than the first lines, and take these as all that matters.
    Bad:    This page is about green tea.
    Good:   Green tea can keep you awake. Drink it before noon.
    Source: CDC Clear Communication Index, items 1 and 2 (one main message, of one to three short
            sentences, at the top).
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Policy)
    place, units = _head(reading)
    said = sentences(units)
    number = sum(len(words(sentence)) for sentence in said)
    if not any(_is_message(sentence, policy) for sentence in said):
        what = _what_instead(said)
        yield place, f"the page begins with {what}; say first what the reader most needs to know"
    elif number > policy.words or len(said) > policy.sentences:
        message = f"the page begins with {len(said)} sentences and {number} words"
        limits = f"{policy.sentences} sentences or {policy.words} words"
        yield place, f"{message}, above {limits}; keep the one message that matters most"


def _head(reading: Reading) -> tuple[Place, list[str]]:
    """Where the head of a page is, and what it says."""
    units = [reading.topic.front.summary.patient]
    first = reading.sections[0] if reading.sections else None
    if first is not None and not first.id and not first.title and len(reading.sections) > 1:
        for block in first.blocks:
            if block.kind in _SHOWN:
                # A list is one sentence that goes on from line to line.
                units += ["; ".join(block.plain)] if block.kind == "list" else block.plain
    return reading.topic.places["title.patient"], units


def _is_message(sentence: str, policy: Policy) -> bool:
    if re.search(r"\?[\s\"”’)]*$", sentence) or len(words(sentence)) < 3:  # noqa: PLR2004 - as above
        return False
    return not _only_about(policy.only_about).match(sentence)


def _what_instead(said: list[str]) -> str:
    if not said:
        return "no message"
    start = " ".join(said[0].split()[:6])
    if all("?" in sentence for sentence in said):
        return f'a question only ("{start}")'
    return f'"{start} …", which is no message'


@lru_cache(maxsize=8)
def _only_about(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(beginnings)})(?!\w)", re.IGNORECASE)
