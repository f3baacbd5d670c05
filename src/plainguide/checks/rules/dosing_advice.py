"""Patient text that says how to take a medicine, or to change how it is taken."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.passages import passages
from plainguide.checks.text.sentences import sentences_in
from plainguide.checks.wording.dosing import DosePatterns, DoseWords, advice_in, dose_patterns
from plainguide.model.reading import Block, Reading, Section


class Policy(DoseWords):
    """What counts as advice on doses."""


_ENDS = ' "”*_'
"""What may follow the colon above a list."""


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find amounts and times of a medicine, and advice to take, stop or change it, for patients.

    What counts: a number with a unit of medicine or with tablets and the like; how often to take
    something; a verb such as stop, skip or double that is said to the reader of a medicine or a
    dose. What sends to the care team for it, warns of it, asks or quotes does not count.

    Why:    the dose is decided for one person. A reader who changes it by a page may come to harm.
    Bad:    If you feel sick, skip the next dose.
    Good:   If you feel sick, call your care team before the next dose.
    Source: a rule of this project's own, because the guide informs and does not prescribe.
    """
    if reading.name != "patient":
        return
    patterns = dose_patterns(compiled.policy(Policy), compiled.guide.settings.names)
    for section in reading.sections:
        yield from _in_section(section, patterns)


def _in_section(section: Section, patterns: DosePatterns) -> Iterator[Hit]:
    """What counts in a section. A list below a line that warns or sends on is read with it."""
    above = section.title
    for block in section.blocks:
        for use in block.uses:
            if message := patterns.amount_in(use.text):
                yield use.place, message
        written = " ".join(line.text for line in block.written)
        if block.kind != "list":
            above = written if block.kind == "heading" or written.rstrip(_ENDS)[-1:] == ":" else ""
        if patterns.may_be_in(written):
            yield from _in_block(block, above, patterns)


def _in_block(block: Block, above: str, patterns: DosePatterns) -> Iterator[Hit]:
    """What counts in a block; the items of a box are read with its own first line."""
    for number, unit in enumerate(passages(block)):
        if block.kind == "box" and number == 0:
            above = unit.text
        listed = block.kind == "list" or (block.kind == "box" and number > 0)
        if not (listed and patterns.warns(above)):
            for passage in sentences_in(unit):
                yield from advice_in(passage, patterns)
