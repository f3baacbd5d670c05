"""A group that lists a topic which is not there, or which lies elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find topics in the order of reading that no file of their group's folder holds.

    Why:    a slip here puts a page where nobody looks for it.
    Bad:    groups: [{id: basics, topics: [calm-teas]}]
    Good:   groups: [{id: basics, topics: [calm-tea]}]
    Source: a rule of this project's own: a sign-off or assessment of no topic is lost.
    """
    groups = {topic.front.id: topic.group for topic in guide.topics}
    for number, group in enumerate(guide.settings.groups):
        for index, topic in enumerate(group.topics):
            place = guide.places.get(f"groups.{number}.topics.{index}", Place("content/guide.yml"))
            if topic in guide.unreadable:
                continue
            if topic not in groups:
                near = get_close_matches(topic, groups, n=1)
                hint = f"did you mean `{near[0]}`?" if near else "write it, or take it out"
                yield place, f"there is no topic `{topic}`; {hint}"
            elif groups[topic] != group.id:
                message = f"`{topic}` lies in the folder of `{groups[topic]}`"
                yield place, f"{message}; list it there, or move its file"
