"""The names that an expression can use, and what each stands for in one reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plainguide.model.entry import Trial
from plainguide.model.evidence import Ledger
from plainguide.model.topic import ReadingName
from plainguide.readings.phrase import Phrase, day, phrases


@dataclass(frozen=True, slots=True)
class Names:
    """Every expression that one reading can write, with its phrase.

    Attributes:
        phrases: by full dotted name, such as `some_trial.final.orr` or `some_trial.final.orr.of`.
        withheld: names of figures that are not for this reading.
    """

    phrases: Mapping[str, Phrase]
    withheld: frozenset[str]


def names_for(ledger: Ledger, reading: ReadingName) -> Names:
    """Gather what one reading's expressions can name: figures, their parts and data cut-offs."""
    shown: dict[str, Phrase] = {}
    withheld: set[str] = set()
    for bound in ledger.figures():
        said = phrases(bound.figure, reading)
        if not said:
            withheld.add(bound.ref)
        for detail, phrase in said.items():
            shown[f"{bound.ref}.{detail}" if detail else bound.ref] = phrase
    for name, entry in ledger.entries.items():
        if isinstance(entry, Trial) and entry.registry:
            shown[f"{name}.registry"] = Phrase(entry.registry, entry.registry)
        for part_name, part in entry.parts.items():
            if part.dated:
                shown[f"{name}.{part_name}.dated"] = Phrase(day(part.dated), part.dated.isoformat())
    return Names(shown, frozenset(withheld))
