"""A link to a page or a section that does not exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.reading import Reading

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MADE = ("../changes.md", "../evidence/index.md", "../evidence/sources.md", "../trials.md")
"""Pages that every guide has, though nobody writes them."""
_GLOSSARY = "glossary.md"


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find internal links that lead nowhere.

    A topic is linked by its id with `.md`, a section by `#` and its id, and both lead to the
    reading in which the link stands. The pages that are made from the ledger are linked as
    `../evidence/index.md`, `../evidence/sources.md`, `../trials.md` and `../changes.md`, the
    glossary as `glossary.md` and `#` with the name of a term.

    Why:    a frightened reader who lands on nothing does not try twice.
    Bad:    see [how it is tested](its-test.md#ihc)   (no topic `its-test`)
    Good:   see [how it is tested](its-tests.md#ihc)
    Source: WCAG 2.2, success criterion 2.4.4 (link purpose); NHS digital service manual, links.
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
    if file in _MADE or topic in compiled.guide.unreadable:
        return None
    if file == _GLOSSARY and compiled.guide.glossary:
        return _unknown(anchor, compiled.guide.glossary, "the glossary has no term `{}`", "a term")
    if topic not in compiled.readings or (file and not file.endswith(".md")):
        near = get_close_matches(topic, compiled.readings, n=1)
        hint = f"did you mean `{near[0]}.md`?" if near else "link a topic as `its-id.md`"
        return f"there is no page `{file}`; {hint}"
    anchors = sorted(compiled.readings[topic][reading.name].anchors)
    return _unknown(
        anchor, anchors, f"`{topic}` has no section `#{{}}` for this reading", "a section"
    )


def _unknown(anchor: str, known: Collection[str], fault: str, what: str) -> str | None:
    """What is wrong with the part of a link after its `#`, if anything."""
    if not anchor or anchor in known:
        return None
    near = get_close_matches(anchor, known, n=1)
    hint = f"did you mean `#{near[0]}`?" if near else f"link {what} that is there"
    return f"{fault.format(anchor)}; {hint}"
