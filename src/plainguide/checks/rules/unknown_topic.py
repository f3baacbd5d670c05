"""A group, a pack or a code that lists a topic which is not there, or which lies elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find topics in the order of reading, of a pack or of a code, that no file there holds.

    Why:    a slip here puts a page where nobody looks for it, or opens nothing by a code.
    Bad:    groups: [{id: basics, topics: [calm-teas]}]
    Good:   groups: [{id: basics, topics: [calm-tea]}]
    Source: a rule of this project's own: a sign-off or assessment of no topic is lost.
    """
    groups = {topic.front.id: topic.group for topic in guide.topics}
    for number, group in enumerate(guide.settings.groups):
        for index, topic in enumerate(group.topics):
            place = _place(guide, f"groups.{number}.topics.{index}")
            if topic not in groups:
                yield from _unknown(topic, place, guide)
            elif groups[topic] != group.id:
                message = f"`{topic}` lies in the folder of `{groups[topic]}`"
                yield place, f"{message}; list it there, or move its file"
    packs = [pack.topics for pack in guide.settings.packs]
    codes = [code.topics for code in guide.settings.codes]
    for key, listing in (("packs", packs), ("codes", codes)):
        for number, listed in enumerate(listing):
            for index, topic in enumerate(listed):
                if topic not in groups:
                    place = _place(guide, f"{key}.{number}.topics.{index}")
                    yield from _unknown(topic, place, guide)


def _unknown(topic: str, place: Place, guide: Guide) -> Iterator[Hit]:
    """A topic that no file holds; nothing where its file is there and cannot be read."""
    if topic not in guide.unreadable:
        near = get_close_matches(topic, (topic.front.id for topic in guide.topics), n=1)
        hint = f"did you mean `{near[0]}`?" if near else "write it, or take it out"
        yield place, f"there is no topic `{topic}`; {hint}"


def _place(guide: Guide, key: str) -> Place:
    return guide.places.get(key, Place("content/guide.yml"))
