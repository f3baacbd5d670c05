"""The published reading-level formulas, each giving a US school grade.

Sources: Kincaid et al. 1975 (Flesch–Kincaid, Automated Readability Index); McLaughlin 1969 (SMOG);
Gunning 1952 (Fog); Coleman and Liau 1975.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from plainguide.checks.level.syllables import Syllables
from plainguide.checks.text.sentences import sentences, words

_LONG = 3
"""From how many syllables on a word counts as hard."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas need to know of a text.

    Attributes:
        unknown: words that no list knows, once each, in order.
        words_of_longest: the number of words of its longest sentence.
    """

    sentences: int
    words: int
    letters: int
    syllables: int
    long_words: int
    unknown: tuple[str, ...]
    longest: str
    words_of_longest: int


def count(units: Iterable[str], syllables: Syllables) -> Counts:
    """Count what the formulas need. An unknown word counts as hard, at three syllables.

    Args:
        units: paragraphs, list items and the like; each ends a sentence.
        syllables: how words are counted.

    Returns:
        The counts; all nought where no unit has a word, of which no formula makes a grade
        (`ZeroDivisionError`).
    """
    parts = [(text, words(text)) for text in sentences(units)]
    flat = [word for _, of_text in parts for word in of_text]
    known = [(word, syllables.count(word)) for word in flat]
    each = [_LONG if n is None else n for _, n in known]
    longest, of_longest = max(parts, key=lambda part: len(part[1]), default=("", []))
    return Counts(
        sentences=len(parts),
        words=len(flat),
        letters=sum(len(word) for word in flat),
        syllables=sum(each),
        long_words=sum(n >= _LONG for n in each),
        unknown=tuple(dict.fromkeys(word for word, n in known if n is None)),
        longest=longest,
        words_of_longest=len(of_longest),
    )


def flesch_kincaid(c: Counts) -> float:
    """0.39 words a sentence + 11.8 syllables a word - 15.59."""
    return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59


def smog(c: Counts) -> float:
    """1.0430 times the root of long words in 30 sentences, + 3.1291."""
    return 1.0430 * math.sqrt(c.long_words * 30 / c.sentences) + 3.1291


def gunning_fog(c: Counts) -> float:
    """0.4 times words a sentence plus long words in 100."""
    return 0.4 * (c.words / c.sentences + 100 * c.long_words / c.words)


def coleman_liau(c: Counts) -> float:
    """0.0588 letters in 100 words - 0.296 sentences in 100 words - 15.8."""
    return 5.88 * c.letters / c.words - 29.6 * c.sentences / c.words - 15.8


def ari(c: Counts) -> float:
    """4.71 letters a word + 0.5 words a sentence - 21.43."""
    return 4.71 * c.letters / c.words + 0.5 * c.words / c.sentences - 21.43


FORMULAS: Mapping[str, Callable[[Counts], float]] = {
    "flesch-kincaid": flesch_kincaid,
    "smog": smog,
    "gunning-fog": gunning_fog,
    "coleman-liau": coleman_liau,
    "ari": ari,
}
