"""A page about a therapy that shows what it may do for a reader, and not what it may do to one."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.ledger.therapies import about
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.prose import prose, prose_of
from plainguide.checks.wording.phrases import Words, found_in
from plainguide.model.base import LedgerName, Record, Slug, Text
from plainguide.model.reading import Reading, Written


class Policy(Record):
    """What shows benefit, and what shows harm.

    Attributes:
        benefit: end points of benefit.
        harm: end points of harm.
        sections: ids of sections about harms.
        headings: words of headings above text about harms.
    """

    benefit: tuple[LedgerName, ...]
    harm: tuple[LedgerName, ...]
    sections: tuple[Slug, ...]
    headings: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find readings of pages about a therapy that show a figure of benefit and none of harm.

    What counts: the page names a therapy under `about`, shows a figure of an end point of benefit,
    shows none of an end point of harm, and has no text below a heading about harms.

    Why:    a choice needs both sides; benefit alone talks readers into it.
    Bad:    39 out of 100 people slept well.   (and nothing on bad dreams)
    Good:   39 out of 100 people slept well. 4 out of 100 had bad dreams.
    Source: IPDAS, on balanced information: benefits and harms are shown with equal detail.
    """
    ledger = compiled.guide.ledger
    subject = next(iter(about(reading.topic, ledger)), None)
    if subject is None:
        return
    policy = compiled.policy(Policy)
    shown = [
        bound.figure.endpoint
        for block in reading.blocks
        for use in block.uses
        if (bound := ledger.bind(use.ref))
    ]
    helps = any(endpoint in policy.benefit for endpoint in shown)
    harmful = any(endpoint in policy.harm for endpoint in shown)
    if helps and not harmful and not _has_section(reading, policy):
        where = policy.sections[0] if policy.sections else "harms"
        message = f"the {reading.name} reading says how often it helps, and nowhere what harm it"
        yield subject[2], f"{message} may do; show a figure of harm, or add a section `{where}`"


def _has_section(reading: Reading, policy: Policy) -> bool:
    """Tell whether there is text below a heading about harms."""
    listed = Words(says=policy.headings)
    for section in reading.sections:
        title = prose_of((Written(section.place, section.title),))
        if section.blocks and (section.id in policy.sections or any(found_in(title, listed))):
            return True
        for block, after in zip(section.blocks, section.blocks[1:], strict=False):
            headed = block.kind == "heading" and after.kind != "heading"
            if headed and any(found_in(prose(block), listed)):
                return True
    return False
