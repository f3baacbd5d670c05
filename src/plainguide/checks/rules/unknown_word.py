"""A word whose syllables nobody has counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.level.syllables import Syllables
from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.checks.text.sentences import words
from plainguide.model.reading import Reading

_LATIN = re.compile("[a-z]", re.IGNORECASE)


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find words of the patient reading that no syllable list knows.

    Why:    the reading level is only as true as the syllables behind it. The names of medicines and
            British spellings are often missing from the dictionary, and a misspelt word always is.
    Bad:    a patient page says "oolong", and syllables.yml does not
    Good:   syllables.yml has `oolong: 2`
    Source: a rule of this project's own: a formula cannot count what nobody has counted.
    """
    if reading.name != "patient" or compiled.guide.syllables is None:
        return
    syllables = Syllables(compiled.guide.syllables)
    seen: set[str] = set()
    for block in reading.blocks:
        for unit in block.plain:
            for word in words(unit):
                if word.lower() in seen or not _LATIN.search(word):
                    continue
                if syllables.count(word) is None:
                    seen.add(word.lower())
                    message = f'no list knows "{word}"; if it is spelt right, add it'
                    yield block.place, f"{message} with its syllables to content/syllables.yml"
