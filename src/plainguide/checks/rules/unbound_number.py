"""A clinical number that was typed instead of bound to the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.place import Place
from plainguide.model.reading import Reading, Written

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
    rf"{_ANY}\s+(?:out of|in|of|in every)\s+(?:the\s+)?{_ANY}\b",
    rf"\b{_NUMBER}/{_NUMBER}\b",
    rf"{_ANY}(?:{_TO}{_ANY})?[\s-]{_TIME}\b",
    rf"{_ANY}\s+(?:\w+\s+)?{_PEOPLE}\b",
    rf"{_NUMBER}\s?(?:mg|g|kg|mcg|µg|ml|mL|IU|units)(?:/\w+)?\b",
    rf"\b\d{{1,2}}\s+{_MONTH}\s+\d{{4}}\b|\b{_MONTH}\s+(?:\d{{1,2}},\s+)?\d{{4}}\b",
    rf"{_NUMBER}{_TO}{_NUMBER}",
    r"(?<![\w.])\d+\.\d+(?![\w.])",
)
_CLINICAL = re.compile("|".join(f"(?:(?<![\\w.]){kind})" for kind in _KINDS), re.IGNORECASE)


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find clinical numbers that were typed by hand.

    A percentage, an interval, a duration, a count of people, a dose, a date, a p-value, a ratio
    or any decimal number is clinical until it is shown to come from the ledger.

    Why: a typed number has no source, is not recomputed, and may differ between the two readings.

    Bad:  It worked in 38% of people.
    Good: It worked in {{ some_trial.primary.orr }}.
    """
    front = reading.topic.front
    titles = [
        Written(reading.topic.places[f"{key}.{reading.name}"], wording.for_(reading.name))
        for key, wording in (("title", front.title), ("summary", front.summary))
    ]
    titles += [Written(section.place, section.title) for section in reading.sections]
    for line in titles:
        for _, typed in _numbers(line):
            yield line.place, _message(typed, reading, compiled)
    for line in (line for block in reading.blocks for line in block.written):
        for start, typed in _numbers(line):
            place = Place(line.place.path, line.place.line, line.place.column + start)
            yield place, _message(typed, reading, compiled)


def _numbers(line: Written) -> Iterator[tuple[int, str]]:
    """Each clinical number of a line, with the index at which it starts."""
    for match in _CLINICAL.finditer(line.text):
        yield match.start(), " ".join(match[0].split())


def _message(typed: str, reading: Reading, compiled: Compiled) -> str:
    near = compiled.suggest(typed, reading.topic.front.evidence)
    hint = f"Did you mean {{{{ {near[0]} }}}}?" if near else "Put it into content/evidence/"
    return f'"{typed}" is not bound to the ledger. {hint}'
