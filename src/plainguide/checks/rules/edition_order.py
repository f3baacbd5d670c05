"""Editions whose order, by their records, cannot be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find an edition dated before one that is recorded, and an edition that is recorded twice.

    Why:    whoever scans a printed copy is told what changed since. A copy of an edition that is
            recorded as the later one would be told that an older text is the newer.
    Bad:    edition: {version: "2.2", date: 2026-02-01}   (history/2.1.json says 2026-03-01)
    Good:   edition: {version: "2.2", date: 2026-04-01}
    Source: ICMJE Recommendations, corrections and version control: a published version stays.
    """
    edition = guide.settings.edition
    for old in guide.history:
        if old.date > edition.date:
            message = (
                f"edition {old.version} is recorded with a later day, {old.date.isoformat()}; "
                "set `edition` to the day of this one"
            )
            place = guide.places.get("edition.date", Place("content/guide.yml"))
            yield place, message
    for version, number in Counter(old.version for old in guide.history).items():
        if number > 1:
            message = f"history/ has {number} records of edition {version}; keep the one published"
            yield Place(f"content/history/{version}.json"), message
