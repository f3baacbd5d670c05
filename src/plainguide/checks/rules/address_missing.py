"""A topic or a section without a short address."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.addresses import is_whole, places
from plainguide.model.guide import Guide
from plainguide.model.place import Place
from plainguide.model.reading import Reading


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find topics and sections that no id in `content/addresses.yml` leads to.

    A guide without that file has no short addresses at all.

    Why:    a link that is printed, or given across a desk, is one that stays; `plainguide
            addresses` makes it in a moment.
    Bad:    ## When to take it {#when}   (and no id leads to `calm-tea#when`)
    Good:   sections: {k7f3: calm-tea#when}   (in addresses.yml)
    Source: W3C, Cool URIs don't change.
    """
    if guide.addresses is None:
        return
    written = set(guide.addresses.sections.values())
    known = written | {guide.addresses.now(target) for target in written}
    for target in places(compiled.readings):
        if target not in known and is_whole(compiled.readings, target.partition("#")[0]):
            message = f"`{target}` has no short address; run `plainguide addresses`"
            yield _place(target, compiled), message


def _place(target: str, compiled: Compiled) -> Place:
    """Where the topic's id stands, or the section's heading."""
    topic, mark, id_ = target.partition("#")
    readings = compiled.readings[topic].values()
    return (
        next(place for reading in readings if (place := _heading(reading, id_)))
        if mark
        else next(iter(readings)).topic.places["id"]
    )


def _heading(reading: Reading, section: str) -> Place | None:
    return next((s.place for s in reading.sections if s.id == section), None)
