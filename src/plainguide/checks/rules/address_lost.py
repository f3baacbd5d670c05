"""A short address, or a former name, that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.addresses import is_whole, places, reachable
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find ids and former names in `content/addresses.yml` that lead to nothing that exists.

    A former name is one that nothing has now, or nobody could tell which of the two is meant.

    Why:    somebody holds that link on paper, and will hold it for years.
    Bad:    sections: {k7f3: calm-tea#result}   (the section is `results`)
    Good:   sections: {k7f3: calm-tea#results}
    Source: W3C, Cool URIs don't change.
    """
    if guide.addresses is None:
        return
    for short, target in guide.addresses.sections.items():
        if fault := _fault(target, guide, compiled):
            yield _place(guide, "sections", short), f"`{short}` leads to `{target}`, {fault}"
    for old, target in guide.addresses.moved.items():
        if reachable(compiled.readings, old):
            message = f"`{old}` is said to have moved, and is still there; take the line out"
            yield _place(guide, "moved", old), message
        elif fault := _fault(target, guide, compiled):
            yield _place(guide, "moved", old), f"`{old}` moved to `{target}`, {fault}"


def _fault(target: str, guide: Guide, compiled: Compiled) -> str | None:
    """What is wrong with a target, if anything."""
    now = guide.addresses.now(target) if guide.addresses else target
    topic = now.partition("#")[0]
    if topic in guide.unreadable or not is_whole(compiled.readings, topic):
        return None  # What it has is not known until its faults are mended.
    if reachable(compiled.readings, now):
        return None
    near = get_close_matches(now, list(places(compiled.readings)), n=1)
    hint = f"did you mean `{near[0]}`?" if near else "name what stands in for it now"
    return f"which is not there; {hint}"


def _place(guide: Guide, part: str, name: str) -> Place:
    return guide.places.get(f"addresses.{part}.{name}", Place("content/addresses.yml"))
