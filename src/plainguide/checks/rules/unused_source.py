"""A source on which nothing rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.checks.registry import Compiled, Hit, each_guide, follows, warns
from plainguide.model.base import Record, Slug, Text
from plainguide.model.evidence import Ledger
from plainguide.model.guide import Guide
from plainguide.model.place import Place


class Kept(Record):
    """Sources that are listed although nothing rests on them, each with the reason."""

    kept: Mapping[Slug, Text]


@follows(Kept)
@warns
@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find sources that no figure, statement, part or page uses.

    Used is what the ledger names as a `source`, or as the text in which something was `checked`,
    what a page cites, and what the guide keeps for a reason.

    Why:    the list of sources is published, and readers take it for what the guide rests on; a
            paper that is listed and not used is often one whose result was left out.
    Bad:    doe-2019 in sources.yml, and nowhere else
    Good:   source: doe-2019, or {{ cite("doe-2019") }} on a page
    Source: ICMJE recommendations, references: list what is cited, and cite what is listed.
    """
    ledger = guide.ledger
    if not ledger.whole or guide.unreadable:
        return
    used = {*_in_ledger(ledger), *_on_pages(compiled), *compiled.policy(Kept).kept}
    for name in ledger.sources:
        if name not in used:
            place = ledger.places.get(f"source:{name}", Place("content/evidence/sources.yml"))
            yield place, f"nothing uses the source {name}; use it, or take it out"


def _in_ledger(ledger: Ledger) -> Iterator[str]:
    """Every source that the ledger names."""
    held = (ledger.figures, ledger.statements, ledger.sourced_parts, ledger.pathways)
    for each in held:
        for sourced in each():
            yield sourced.source
            if sourced.checked:
                yield sourced.checked.read_in
    # A figure may say both for itself and so hide what its part says.
    for _, _, part in ledger.parts():
        yield part.source


def _on_pages(compiled: Compiled) -> Iterator[str]:
    """Every source that a page cites."""
    for readings in compiled.readings.values():
        for reading in readings.values():
            for block in reading.blocks:
                yield from (citation.source for citation in block.citations)
