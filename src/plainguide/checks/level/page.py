"""How hard one patient page is to read, on all words as its reader sees them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from plainguide.checks.level.formulas import FORMULAS, count
from plainguide.checks.level.syllables import Syllables
from plainguide.checks.text.sentences import sentences, words
from plainguide.checks.text.texts import front_of
from plainguide.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Levels:
    """The measures of one page.

    Attributes:
        grades: the school grade by formula.
        without_names: the Flesch–Kincaid grade without the names that have no easier word.
        median: words of the middle sentence.
        longest: words of the longest sentence.
    """

    grades: Mapping[str, float]
    without_names: float
    median: float
    longest: int


def levels(reading: Reading, syllables: Syllables, names: Collection[str]) -> Levels:
    """Measure a page: title, summary, headings and all text, but for pictures.

    Args:
        reading: the page.
        syllables: how words are counted.
        names: words to leave out for the second grade.

    Raises:
        ZeroDivisionError: where every word is one of these names.
    """
    units = list(_units(reading))
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)", re.IGNORECASE
    )
    bare = [text for unit in units if words(text := pattern.sub(" ", unit))]
    lengths = [len(words(sentence)) for sentence in sentences(units)]
    return Levels(
        grades={name: formula(count(units, syllables)) for name, formula in FORMULAS.items()},
        without_names=FORMULAS["flesch-kincaid"](count(bare, syllables)),
        median=median(lengths),
        longest=max(lengths),
    )


def _units(reading: Reading) -> Iterator[str]:
    yield from (line.text for line in front_of(reading))
    for section in reading.sections:
        yield section.title
        for block in section.blocks:
            if block.kind != "picture":
                yield from block.plain
