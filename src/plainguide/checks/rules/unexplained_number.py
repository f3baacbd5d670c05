"""A number that does not say what it counts, or stands among too many others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.numbers.bare import BareNumber, bare_numbers
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.quotes import quoted, within
from plainguide.checks.text.seen import items, seen
from plainguide.checks.text.sentences import sentence_spans
from plainguide.checks.wording.patterns import any_of
from plainguide.model.base import Record, Text
from plainguide.model.reading import Block, Reading

_WORD = re.compile(r"[A-Za-z][\w’'-]*|[°£$€]\w*")
_PLURAL = re.compile(r"[a-z-]{3,}s")
_CLAUSE_END = re.compile(
    r"[;:!?]|\.\s|,\s|\b(?:in|with|among|for|after|from|by|on|when|where|than|who|had|was|were|is|are)\b"
)
_NEXT = 4
"""How many words after a number may name what it counts."""


class Policy(Record):
    """What numbers count, and which numbers count nothing.

    Attributes:
        most: at most so many numbers in one paragraph or list item.
        counted: nouns of what numbers count, such as `people`.
        units: of time, money and the like; words right after a number.
        labels: words right before a number that is a name, such as `phase` or `call`.
        measures: words with which a number needs its noun right behind it, such as `median`.
        no_nouns: words that end in s, and are no nouns.
        unless: words of a sentence whose numbers are explained otherwise.
    """

    most: int
    counted: tuple[Text, ...]
    units: tuple[Text, ...]
    labels: tuple[Text, ...] = ()
    measures: tuple[Text, ...] = ()
    no_nouns: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find numbers of the patient text that do not say what they count, or that are too many.

    Looked at are chances ("39 out of 100") and numbers in digits in paragraphs, lists and boxes.
    A number says what it counts where a unit, a noun that the policy lists or another plural is
    among the four words after it. Where it is not said with a word such as "median" or "rate", it
    is enough if its sentence, the one before it, or the line that opens its list names what was
    counted. Years, dates, names such as "phase 2" and quotations are no such numbers. Too many is
    more than the policy's `most` in one paragraph or list item.

    Why:    a bare number is remembered, and taken for whatever the reader fears or hopes.
    Bad:    The response rate was 39 out of 100.
    Good:   It helped about 39 out of 100 people.
    Source: CDC Clear Communication Index, items on numbers (always explain what the numbers mean);
            AHRQ PEMAT, item 6 (numbers are clear and easy to understand).
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Policy)
    for section in reading.sections:
        opening = ""
        for block in section.blocks:
            if block.kind in {"paragraph", "list", "box"}:
                yield from _in_block(block, opening, policy)
            text = seen(block).text.rstrip() if block.kind in {"paragraph", "list"} else ""
            opening = text if text.endswith(":") else ""


def _in_block(block: Block, opening: str, policy: Policy) -> Iterator[Hit]:
    """Numbers of a block; `opening` is the line before it that ends in a colon."""
    text = seen(block)
    quotes = quoted(text.text)
    for item in items(block):
        found = []
        before = opening
        for start, end in sentence_spans(text.text, item):
            sentence = text.text[start:end]
            for number in bare_numbers(sentence):
                if _names(number, sentence, policy) or within(quotes, start + number.start):
                    continue
                found.append(start + number.start)
                if not _explained(number, sentence, before, policy):
                    message = f'"{number.said}" does not say what it counts; name it'
                    yield (
                        text.place(start + number.start),
                        f'{message}, as in "39 out of 100 people" or "8 hours"',
                    )
            before = f"{opening} {sentence}"
        if len(found) > policy.most:
            message = f"{len(found)} numbers stand here together, and {policy.most} are allowed"
            yield text.place(found[0]), f"{message}; leave some out, or make a list of them"


def _names(number: BareNumber, sentence: str, policy: Policy) -> bool:
    """Whether a number is a name, such as that of a phase."""
    return _labels(policy.labels).search(sentence[: number.start]) is not None


def _explained(number: BareNumber, sentence: str, before: str, policy: Policy) -> bool:
    """Whether something says what a number counts."""
    if _phrases(policy.unless).search(sentence):
        return True
    clause = _CLAUSE_END.split(f"{number.after} ", maxsplit=1)[0]
    known, no_nouns = _words(policy.counted + policy.units), _words(policy.no_nouns)
    for word in _WORD.findall(clause.lower())[:_NEXT]:
        if word in known or (_PLURAL.fullmatch(word) and word not in no_nouns):
            return True
    if _phrases(policy.measures).search(sentence):
        return False
    return bool(_phrases(policy.counted).search(f"{before} {sentence}"))


@lru_cache(maxsize=16)
def _words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


@lru_cache(maxsize=16)
def _phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(words)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _labels(labels: tuple[str, ...]) -> re.Pattern[str]:
    """A label, with up to two words between it and the number behind."""
    return re.compile(
        rf"(?:(?<![\w-])(?:{any_of(labels)})(?!\w)\s+(?:\w+\s+){{0,2}}|[£$€]\s?)$", re.IGNORECASE
    )
