"""Patient text that is harder to read than the guide promises."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.level.formulas import FORMULAS, Counts, count
from plainguide.checks.level.syllables import Syllables
from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.reading import Block, Reading

_PROSE = {"paragraph", "list", "box"}


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient pages above the school grade that `guide.yml` allows.

    Measured are paragraphs, lists and boxes as a reader sees them, figures included. Headings and
    tables are left out: they are short, and would make the text look easier than it is.

    Why:    most adults read best well below the grade at which they left school, and fear takes
            another grade away.
    Bad:    The administration of the medication necessitates regular evaluation.
    Good:   You will need regular checks while you take this medicine.
    Source: Kincaid 1975; McLaughlin 1969; Gunning 1952; Coleman and Liau 1975.
    """
    if reading.name != "patient" or compiled.guide.syllables is None:
        return
    blocks = [block for block in reading.blocks if block.kind in _PROSE]
    syllables = Syllables(compiled.guide.syllables)
    counts = count([reading.topic.front.summary.patient, *_units(blocks)], syllables)
    for name, highest in compiled.guide.settings.reading_level.items():
        grade = FORMULAS[name](counts)
        if round(grade, 1) > highest:
            yield reading.topic.places["title.patient"], _message(name, grade, highest, counts)


def _units(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.plain


def _message(name: str, grade: float, highest: object, counts: Counts) -> str:
    start = " ".join(counts.longest.split()[:6])
    return (
        f"the patient text is at grade {grade:.1f} by {name}, above {highest}; shorten sentences "
        f'(the longest has {counts.words_of_longest} words: "{start} …") and long words'
    )
