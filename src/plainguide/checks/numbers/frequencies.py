"""Natural frequencies, such as "3 out of 100", "one in ten" or "of 84 people, 33"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SIMPLE = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: n for n, word in enumerate(_SIMPLE)},
    **{word: 30 + 10 * n for n, word in enumerate(_TENS)},
    "a": 1,
    "an": 1,
    "no": 0,
}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_UNITS = "|".join(sorted((*_SIMPLE, *_TENS), key=len, reverse=True))
_BIG = "|".join(_LARGE)

DIGITS = r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
SPELT = (
    rf"(?:(?:an?|{_UNITS})[\s-]+)?(?:{_BIG})(?:[\s-]+(?:{_BIG}))?"
    rf"|(?:twenty|{'|'.join(_TENS)})[\s-](?:{'|'.join(_SIMPLE[1:10])})|(?:{_UNITS})"
)
NUMBER = rf"(?:(?:{DIGITS})|\b(?:{SPELT})\b)"
"""A number in digits or in words."""

_ROUGHLY = (
    r"(?:(?:about|only|some|just|around|almost|nearly|roughly|approximately|up\s+to|at\s+least"
    r"|at\s+most|over|under|more\s+than|fewer\s+than|less\s+than)\s+)*"
)
_EVERY = r"(?:(?:every|each|the|all|these|those)\s+)?(?:single\s+)?"
_OUT_OF = (
    r"(?:out\s+of|in\s+(?:every|each)|of\s+(?:every|each)|per|for\s+(?:every|each)|from\s+every)"
)
_NOUN = r"(?!(?:and|or|but|to|in|of|with|than|for|is|was|are|were)\b)[a-z’'-]+"
_START = r"(?<![\w.,/+-])"
_END = r"(?![\w%/+]|[.,]\d|-\w)"

_PART_OF_WHOLE = (
    rf"{_START}(?P<part>{NUMBER}|none)(?:\s+(?:more|others?|extra|fewer))?"
    rf"(?:\s+{_NOUN}){{0,2}}?\s+{_OUT_OF}\s+{_EVERY}{_ROUGHLY}(?P<whole>{NUMBER}){_END}"
)
_PART_IN_WHOLE = (
    rf"{_START}(?P<part>{NUMBER})(?:\s+{_NOUN})?\s+in\s+{_ROUGHLY}(?P<whole>{NUMBER}){_END}"
)
_COUNTS = rf"{_START}(?P<part>{DIGITS}|none)\s+of\s+{_EVERY}(?P<whole>{DIGITS}){_END}"
_OF_WHOLE_PART = (
    rf"\b(?:of|among|in|if|from|for|imagine)\s+(?:a\s+group\s+of\s+)?{_EVERY}"
    rf"(?P<whole>{NUMBER})\s+[a-z’'-]+(?:\s+[\w’'-]+){{0,8}}?,\s+{_ROUGHLY}"
    rf"(?P<part>{NUMBER}|none|no)\b{_END}"
)
_WHOLE = rf"\b{_OUT_OF}\s+{_EVERY}{_ROUGHLY}(?P<whole>{NUMBER}){_END}"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (_PART_OF_WHOLE, _PART_IN_WHOLE, _COUNTS, _OF_WHOLE_PART, _WHOLE)
)
_HINT = re.compile(
    rf"\d|\b(?:in|of|per|every|each)\s+(?:an?\s+)?(?:{_UNITS}|{_BIG})\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:page|part|step|day|week|cycle|question|stage|phase|grade)\s+$", re.IGNORECASE
)
_TIMES = frozenset(
    f"{unit}{end}"
    for unit in ("second", "minute", "hour", "day", "night", "week", "month", "year")
    for end in ("", "s", "'", "’")
)
_OF_TWO = 2
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How many out of how many.

    Attributes:
        whole: out of how many.
        start: where in its text it begins; the number of all stands at `at`.
        after: up to three words that follow the number of all, in small letters.
    """

    whole: float
    start: int
    end: int
    at: int
    said: str
    after: tuple[str, ...]


def value(said: str) -> float:
    """A number in digits or in words, as a number.

    Args:
        said: what `NUMBER` takes, or "none", "no" and "a", in any letters.

    Raises:
        KeyError: where a word is none of a number.
    """
    if said.lower() == "none":
        return 0
    plain = re.sub(r"(?<=\d)[,\u202f\u00a0 ](?=\d{3})", "", said)
    if plain[0].isdigit():
        return float(plain)
    total = 0
    for word in re.split(r"[\s-]+", plain.lower()):
        total = (total or 1) * _LARGE[word] if word in _LARGE else total + _VALUES[word]
    return float(total)


@lru_cache(maxsize=4096)
def frequencies(text: str) -> tuple[Frequency, ...]:
    """Natural frequencies of a text, in order, none within another."""
    found: list[Frequency] = []
    if not _HINT.search(text):
        return ()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            frequency = _frequency(match)
            if _fits(match) and not (frequency.after and frequency.after[0] in _TIMES):
                found.append(frequency)
    return tuple(sorted(found, key=lambda f: f.start))


def _fits(match: re.Match[str]) -> bool:
    """Whether a part and a whole can be that: no year, no page, and no more than all."""
    said = match["whole"]
    whole = value(said)
    part = match.groupdict().get("part")
    if whole < _OF_TWO or (said.isdigit() and int(said) in _YEARS and "in" in match[0].split()):
        return False
    if _LABEL.search(match.string, max(match.start() - 12, 0), match.start()):
        return False
    return part is None or value(part) <= whole


def _frequency(match: re.Match[str]) -> Frequency:
    rest = re.split(r"[.,;:!?(]", match.string[match.end("whole") : match.end("whole") + 60])[0]
    after = tuple(re.findall(r"[a-z’'-]+|[°£$€%]", rest.lower())[:3])
    said = " ".join(match[0].split())
    return Frequency(
        value(match["whole"]), match.start(), match.end(), match.start("whole"), said, after
    )
