"""HTML in the text that no reading needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.model.base import Record, Text
from plainguide.model.reading import Reading, Tag


class RawHtml(Record):
    """The HTML that a guide uses.

    Attributes:
        elements: each with the attributes that it may have.
        attributes: what every one of them may have.
        instead: of other elements, what to write in their place.
    """

    elements: Mapping[Text, tuple[Text, ...]] = {}
    attributes: tuple[Text, ...] = ()
    instead: Mapping[Text, Text] = {}


@follows(RawHtml)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find HTML elements and attributes that are not in the guide's list.

    Counted is the start of each element in the text; code that is only shown is not.

    Why:    what stands in HTML escapes the checks, the handouts and other builders, may run
            scripts, and is often not accessible.
    Bad:    <font color="red">Call at once.</font>
    Good:   **Call at once.**
    Source: a rule of this project's own, because its pages must build alike everywhere; for colour
            and scripts also WCAG 2.2, success criteria 1.4.1 and 2.1.1.
    """
    policy = compiled.policy(RawHtml)
    for tag in (tag for block in reading.blocks for tag in block.tags if not tag.ends):
        if tag.name not in policy.elements:
            instead = policy.instead.get(tag.name, "write it in Markdown, or take it out")
            yield tag.place, f"`<{tag.name}>` is HTML that this guide does not use; {instead}"
        else:
            yield from _attributes(tag, policy)


def _attributes(tag: Tag, policy: RawHtml) -> Iterator[Hit]:
    """What an element has beyond its list."""
    allowed = {*policy.elements[tag.name], *policy.attributes}
    for name, _ in tag.attributes:
        if name not in allowed:
            yield tag.place, f"`<{tag.name}>` may not have `{name}` in this guide; take it out"
