"""A link to a page or a section that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.reading import Reading

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find internal links that lead nowhere.

    A topic is linked by its id with `.md`, a section by `#` and its id, and both lead to the
    reading in which the link stands.

    Why: a frightened reader who lands on nothing does not try twice.

    Bad:  see [how it is tested](its-test.md#ihc)   (no topic `its-test`)
    Good: see [how it is tested](its-tests.md#ihc)
    """
    for block in reading.blocks:
        for link in block.links:
            if not _ELSEWHERE.match(link.target) and (
                message := _fault(link.target, reading, compiled)
            ):
                yield link.place, message


def _fault(target: str, reading: Reading, compiled: Compiled) -> str | None:
    """What is wrong with an internal link, if anything."""
    file, _, anchor = target.partition("#")
    topic = file.removesuffix(".md") if file else reading.topic.front.id
    if topic in compiled.guide.unreadable:
        return None
    if topic not in compiled.readings or (file and not file.endswith(".md")):
        near = get_close_matches(topic, compiled.readings, n=1)
        hint = f"did you mean `{near[0]}.md`?" if near else "link a topic as `its-id.md`"
        return f"there is no page `{file}`; {hint}"
    anchors = compiled.readings[topic][reading.name].anchors
    if anchor and anchor not in anchors:
        near = get_close_matches(anchor, sorted(anchors), n=1)
        hint = f"did you mean `#{near[0]}`?" if near else "link a section that is there"
        return f"`{topic}` has no section `#{anchor}` for this reading; {hint}"
    return None
