"""Chances of one section that are given out of different numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.numbers.frequencies import Frequency, frequencies
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.quotes import quoted, within
from plainguide.checks.text.seen import items, seen
from plainguide.checks.text.sentences import sentence_spans
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Reading, Section


class Policy(Record):
    """What only looks like a chance.

    Attributes:
        not_counted: words after a number that say it counts no people, such as `hours`.
        unless: words in a sentence whose numbers are points of a scale or the like.
    """

    not_counted: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient sections with chances out of different numbers.

    A chance is "N out of N", "N in N", "N of N people" or "of N people, N", in digits or in
    words, typed or from the ledger. The first one of a section sets the number that all others
    of the section have to be out of. Numbers of hours, tablets or studies are no chances, and
    nor are points of a scale.

    Why:    many people take 1 in 100 to be more than 1 in 10, because 100 is the larger number.
    Bad:    Sickness came in 1 in 8 people, and a rash in 3 out of 100 people.
    Good:   Sickness came in about 13 out of 100 people, and a rash in 3 out of 100 people.
    Source: IPDASi, items on probabilities (compare across options with the same denominator and
            time); NICE guideline CG138 (make the denominators equal).
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Policy)
    for section in reading.sections:
        first: Frequency | None = None
        for place, frequency in _chances(section, policy):
            if first is None:
                first = frequency
            elif frequency.whole != first.whole:
                message = f'"{frequency.said}" is out of {frequency.whole:,.0f}, but "{first.said}"'
                message = f"{message} in this section is out of {first.whole:,.0f}"
                yield place, f"{message}; give both out of the same number, such as 100"


def _chances(section: Section, policy: Policy) -> Iterator[tuple[Place, Frequency]]:
    """Chances that a section tells its readers, in order."""
    unless, not_counted = _any_of(policy.unless), frozenset(policy.not_counted)
    for block in section.blocks:
        if block.kind in {"code", "picture", "heading"}:
            continue
        written = seen(block)
        quotes = quoted(written.text)
        for item in items(block):
            for start, end in sentence_spans(written.text, item):
                sentence = written.text[start:end]
                if unless is not None and unless.search(sentence):
                    continue
                for found in frequencies(sentence):
                    if not_counted.isdisjoint(found.after) and not within(quotes, start + found.at):
                        yield written.place(start + found.start), found


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    each = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{each})\b", re.IGNORECASE) if words else None
