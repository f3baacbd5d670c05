"""A clinical number that was typed instead of bound to the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.numbers.clinical import clinical_numbers
from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.checks.text.texts import front_of
from plainguide.model.place import Place
from plainguide.model.reading import Reading, Written


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find clinical numbers that were typed by hand.

    A percentage, an interval, a duration, a count of people, a dose, a date, a p-value, a ratio
    or any decimal number is clinical until it is shown to come from the ledger.

    Why:    a typed number has no source, is not recomputed, and may differ between the two
            readings.
    Bad:    It worked in 38% of people.
    Good:   It worked in {{ some_trial.primary.orr }}.
    Source: a rule of this project's own: every clinical number has one home, with its source.
    """
    titles = [*front_of(reading), *(Written(s.place, s.title) for s in reading.sections)]
    for line in titles:
        for _, typed in clinical_numbers(line.text):
            yield line.place, _message(typed, reading, compiled)
    for line in (line for block in reading.blocks for line in block.written):
        for start, typed in clinical_numbers(line.text):
            place = Place(line.place.path, line.place.line, line.place.column + start)
            yield place, _message(typed, reading, compiled)


def _message(typed: str, reading: Reading, compiled: Compiled) -> str:
    near = compiled.suggest(typed, reading.topic.front.evidence)
    hint = f"Did you mean {{{{ {near[0]} }}}}?" if near else "Put it into content/evidence/"
    return f'"{typed}" is not bound to the ledger. {hint}'
