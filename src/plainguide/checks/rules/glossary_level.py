"""A glossary that is harder to read than the guide promises."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.level.formulas import FORMULAS, count
from plainguide.checks.level.syllables import Syllables
from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find plain meanings that, taken together, are above the grade that `guide.yml` allows.

    Why:    whoever looks a word up is already at a hard place.
    Bad:    plain: An undesirable effect attributable to the administration of a pharmaceutical.
    Good:   plain: An unwanted effect of a medicine.
    Source: Federal Plain Language Guidelines (USA): define a term in words that are easier.
    """
    if not guide.glossary or guide.syllables is None:
        return
    counts = count((term.plain for term in guide.glossary.values()), Syllables(guide.syllables))
    for name, highest in guide.settings.reading_level.items():
        grade = FORMULAS[name](counts)
        if round(grade, 1) > highest:
            message = f"the plain meanings are at grade {grade:.1f} by {name}, above {highest}"
            yield Place("content/glossary.yml"), f'{message}; start with "{counts.longest}"'
