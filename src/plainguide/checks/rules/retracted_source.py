"""A figure that rests on a retracted publication."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_figure
from plainguide.model.evidence import Bound


@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:
    """Find figures whose source, or whose place of reading, has been retracted.

    Why:    a retracted number goes on being copied for years; here it stops.
    Bad:    source: doe-2020   (which has a notice of kind `retraction`)
    Good:   source: roe-2021
    Source: COPE retraction guidelines; ICMJE Recommendations, section on retractions.
    """
    read_in = bound.checked.read_in if bound.checked else bound.source
    for name in dict.fromkeys((bound.source, read_in)):
        source = compiled.guide.ledger.sources.get(name)
        if source and any(notice.kind == "retraction" for notice in source.notices):
            yield bound.place, f"{bound.ref} rests on {name}, which was retracted; take it out"
