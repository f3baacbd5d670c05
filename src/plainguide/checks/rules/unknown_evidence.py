"""A topic that names evidence which the ledger does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_topic
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName


@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find entries under `evidence` that are not in the ledger.

    Why:    the list says what must be looked at again when a source changes; a name that leads
            nowhere is a page that nobody will look at.
    Bad:    evidence: [some_trail]   (no such entry)
    Good:   evidence: [some_trial]
    Source: a rule of this project's own: a name that is misspelt binds nothing.
    """
    topic, ledger = readings["patient"].topic, compiled.guide.ledger
    for index, name in enumerate(topic.front.evidence):
        if name not in ledger.entries and ledger.whole:
            near = get_close_matches(name, ledger.entries, n=1)
            hint = f"did you mean `{near[0]}`?" if near else "add it to content/evidence/"
            yield topic.places[f"evidence.{index}"], f"the ledger has no entry `{name}`; {hint}"
