"""A percentage in the patient reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.prose import Prose
from plainguide.checks.text.quotes import quoted, within
from plainguide.checks.text.texts import texts_of
from plainguide.model.base import Record, Text
from plainguide.model.reading import Reading

_BEFORE = r"(?:\d[\d,.]*(?:\s?(?:-|–|—|to)\s?\d[\d,.]*)?\s*-?)"


class Policy(Record):
    """Signs and words of percentages.

    Attributes:
        signs: wherever they stand, such as `%` or `per cent`.
        after_numbers: that mean a percentage only right after a number, such as `pc`.
        strength_of: what a percentage may tell the strength of, such as `alcohol`.
        reports: words that tell that a quotation is of the reader's own papers.
    """

    signs: tuple[Text, ...]
    after_numbers: tuple[Text, ...] = ()
    strength_of: tuple[Text, ...] = ()
    reports: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find percentages in the patient reading: its title, summary, headings, text and tables.

    A percentage is "%", "percent", "per cent", "percentage" or whatever else the policy lists,
    with a number or without. Fine are the strength of something, such as a cream, and a quotation
    of what the reader's own report may say.

    Why:    many people cannot tell how many of them a percentage means, and of whom.
    Bad:    It helped 38% of people.
    Good:   It helped about 38 out of 100 people.
    Source: NICE guideline CG138 (use a natural frequency rather than a percentage); CDC Clear
            Communication Index, items on numbers.
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Policy)
    pattern = _pattern(policy.signs, policy.after_numbers, policy.strength_of)
    for text in texts_of(reading):
        for match in pattern.finditer(text.text):
            if not _of_a_report(text, match.start(), policy.reports):
                said = " ".join(match[0].split())
                hint = 'say how many people, such as "about 38 out of 100 people"'
                yield text.place(match.start()), f'"{said}" is a percentage; {hint}'


def _of_a_report(text: Prose, start: int, reports: tuple[str, ...]) -> bool:
    """Whether a place is in a quotation of the reader's own papers."""
    if not within(quoted(text.text), start):
        return False
    line = text.text[max(start - 200, 0) : start + 200].lower()
    return any(report.lower() in line for report in reports)


@lru_cache(maxsize=8)
def _pattern(
    signs: tuple[str, ...], after_numbers: tuple[str, ...], strength_of: tuple[str, ...]
) -> re.Pattern[str]:
    """One pattern for all; a word stands alone, a sign may touch a number."""
    words = "|".join(r"\s+".join(map(re.escape, sign.split())) for sign in _longest_first(signs))
    after = "|".join(map(re.escape, _longest_first(after_numbers))) or "(?!)"
    strong = "|".join(map(re.escape, _longest_first(strength_of))) or "(?!)"
    return re.compile(
        rf"(?:{_BEFORE}?(?<![A-Za-z])(?:{words})|{_BEFORE}(?:{after}))(?![A-Za-z])"
        rf"(?!\s+(?:[a-z]+\s+)?(?:{strong})\b)",
        re.IGNORECASE,
    )


def _longest_first(words: tuple[str, ...]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
