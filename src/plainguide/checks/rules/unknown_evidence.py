"""A topic that names evidence which the ledger does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_topic
from plainguide.model.entry import Therapy, Trial
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName


@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find entries under `evidence` or `about` that the ledger does not have.

    An entry under `about` must be a therapy or a trial as well.

    Why:    the lists say what must be looked at again when a source changes, and which warnings the
            page owes its reader; a name that leads nowhere is a page that nobody will look at.
    Bad:    evidence: [some_trail]   (no such entry)
    Good:   evidence: [some_trial]
    Source: a rule of this project's own: a name that is misspelt binds nothing.
    """
    front, places = readings["patient"].topic.front, readings["patient"].topic.places
    ledger = compiled.guide.ledger
    for key, names in (("evidence", front.evidence), ("about", front.about)):
        for index, name in enumerate(names):
            entry = ledger.entries.get(name)
            if entry is None and ledger.whole:
                near = get_close_matches(name, ledger.entries, n=1)
                hint = f"did you mean `{near[0]}`?" if near else "add it to content/evidence/"
                message = f"the ledger has no entry `{name}`; {hint}"
            elif key == "about" and entry and not isinstance(entry, Therapy | Trial):
                message = f"`{name}` is a {entry.kind}; name a therapy or a trial"
            else:
                continue
            yield places[f"{key}.{index}"], message
