"""Every number of a sentence that may need a word to be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainguide.checks.numbers.frequencies import DIGITS, frequencies

_NUMBER = re.compile(
    rf"(?<![\w.,/+:#=–-])(?<!\d\s)(?:{DIGITS})(?:\s?(?:%|per\s?cent\b))?"
    r"(?![\w+/%]|[.,:]\d|\s\d|-[A-Za-z\d]|[–—]\d|,?\s(?:(?:or|to|and)\s)?\d\+)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class BareNumber:
    """A number as it is said.

    Attributes:
        start: where in its sentence it begins.
        after: all that follows it there.
    """

    start: int
    said: str
    after: str


def bare_numbers(sentence: str) -> Iterator[BareNumber]:
    """Chances, and other numbers in digits; no years, scores such as 2+, or numbers to call."""
    chances = frequencies(sentence)
    for chance in chances:
        yield BareNumber(chance.start, chance.said, sentence[chance.end :])
    if not any(character.isdigit() for character in sentence):
        return
    for match in _NUMBER.finditer(sentence):
        taken = any(chance.start <= match.start() < chance.end for chance in chances)
        if not taken and not _YEAR.fullmatch(match[0]):
            yield BareNumber(match.start(), match[0], sentence[match.end() :])
