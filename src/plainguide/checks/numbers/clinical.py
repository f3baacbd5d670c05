"""What a clinical number looks like when somebody types it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
)
_ANY = rf"(?:{_NUMBER}|\b{_WORD})"
_TO = r"\s?(?:-|–|—|to)\s?"
_PEOPLE = r"(?:people|patients?|participants?|adults?|women|men|cases|responders?)"
_TIME = r"(?:hours?|days?|weeks?|months?|years?)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)

_KINDS = (
    rf"p\s*(?:-?values?\s*)?[=<>≤]\s*{_NUMBER}",
    rf"\b(?:(?-i:HR|OR|RR)|hazard ratio|odds ratio|risk ratio)\s*(?:[=:]|of|was)?\s*{_NUMBER}",
    rf"\b(?:n|N)\s*=\s*{_NUMBER}",
    rf"{_ANY}\s?(?:%|per ?cent\b|percentage points?\b)",
    rf"{_ANY}\s+(?:out of|in|of|in every)\s+(?:(?:the|a|every)\s+)?{_ANY}\b",
    rf"\b{_NUMBER}/{_NUMBER}\b",
    rf"{_ANY}(?:{_TO}{_ANY})?[\s-]{_TIME}\b",
    rf"{_ANY}\s+(?:\w+\s+)?{_PEOPLE}\b",
    rf"{_NUMBER}\s?(?:mg|g|kg|mcg|µg|ml|mL|IU|units)(?:/\w+)?\b",
    rf"\b\d{{1,2}}\s+{_MONTH}\s+\d{{4}}\b|\b{_MONTH}\s+(?:\d{{1,2}},\s+)?\d{{4}}\b",
    rf"{_NUMBER}{_TO}{_NUMBER}",
    r"(?<![\w.])\d+\.\d+(?![\w.])",
)
_CLINICAL = re.compile(
    rf"(?<![\w.])(?:{'|'.join(f'(?:{kind})' for kind in _KINDS)})", re.IGNORECASE
)
_COUNTS = re.compile(rf"\d|\b{_WORD}", re.IGNORECASE)
"""What every kind has in it; looked for first, because most lines have none."""


def clinical_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Each clinical number of a text, with the index at which it starts.

    A percentage, an interval, a duration, a count of people, a dose, a date, a p-value, a ratio or
    any decimal number is one.
    """
    for match in _CLINICAL.finditer(text) if _COUNTS.search(text) else ():
        yield match.start(), " ".join(match[0].split())
