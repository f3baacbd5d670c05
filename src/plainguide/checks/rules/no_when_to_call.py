"""A patient page about a therapy that does not say when to call for help."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.ledger.therapies import about
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.wording.patterns import any_of
from plainguide.model.base import Record, Text
from plainguide.model.reading import Block, Reading


class Policy(Record):
    """What tells a reader when to call.

    Attributes:
        boxes: kinds of box that hold the signs, as they stand after `!!!`.
        calls: words any of which such a box must have.
        links: pages, or sections of pages, that hold the signs.
    """

    boxes: tuple[Text, ...]
    calls: tuple[Text, ...]
    links: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient pages about a therapy without the signs that mean: call at once.

    What counts: the page names a therapy under `about`, and has neither a box of the guide's kind
    that says to call, with signs in it, nor a link to the page or section that the guide names.

    Why:    a reader who has a grave side effect must find out what to do on the page at hand.
    Bad:    A page on calm tea that says how well it works, and no more.
    Good:   !!! danger "Call your care team at once, if you have:"
    Source: NHS digital service manual, care cards: they say what to do, and how fast.
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Policy)
    for _, therapy, place in about(reading.topic, compiled.guide.ledger):
        if any(_calls(block, policy) for block in reading.blocks):
            return
        box = f'`!!! {policy.boxes[0]} "Call …"`' if policy.boxes else "a box"
        link = f", or a link to {policy.links[0]}" if policy.links else ""
        message = f"the page about {therapy.name} does not say when to call at once"
        yield place, f"{message}; add {box} with the signs{link}"
        return


def _calls(block: Block, policy: Policy) -> bool:
    """Tell whether a block says when to call, or links to where it is said."""
    if any(_same(link.target, listed) for link in block.links for listed in policy.links):
        return True
    opened = re.match(rf"\s*!!!\s+(?:{any_of(policy.boxes)})(?![\w-])", block.markdown)
    if block.kind != "box" or not opened:
        return False
    head, _, signs = block.markdown.partition("\n")
    says = re.search(rf"(?<!\w)(?:{any_of(policy.calls)})(?!\w)", block.markdown, re.IGNORECASE)
    return bool(says) and bool(signs.strip() or len(head.split()) > _WORDS)


_WORDS = 12
"""From how many words on a box of one line holds signs too."""


def _same(target: str, listed: str) -> bool:
    """Tell whether a link leads to a listed page, or to a listed section of it."""
    page, _, anchor = target.partition("#")
    on_list, _, section = listed.partition("#")
    return page.rpartition("/")[2] == on_list and (not section or anchor == section)
