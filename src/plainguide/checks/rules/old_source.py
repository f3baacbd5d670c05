"""A figure on a page that rests on an old source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field

from plainguide.checks.registry import Compiled, Hit, each_guide, follows, warns
from plainguide.model.base import Record, Slug, Text
from plainguide.model.guide import Guide


class Ages(Record):
    """How old the sources of figures may be.

    Attributes:
        years: how many, for kinds of sources that are not listed.
        of: how many, by kind of source.
        landmarks: sources that stand however old they are, each with the reason.
    """

    years: int = Field(ge=1)
    of: Mapping[Text, int] = Field(default_factory=dict)
    landmarks: Mapping[Slug, Text] = Field(default_factory=dict)


@follows(Ages)
@warns
@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find figures that a page shows and whose source is older than the guide allows.

    A source is as old as the years from the one in which it came out to that of the check. It is
    told once, at its record, with the number of figures that rest on it.

    Why:    how people are treated changes, and an old figure may be true of nobody today.
    Bad:    a share from a paper of 2009, shown in 2026, where papers may be 12 years old
    Good:   a newer source, or the old one among the landmarks, with the reason
    Source: DISCERN, question 5 (is it clear when the information was produced?); the number of
            years is the guide's own choice.
    """
    ages = compiled.policy(Ages)
    shown = _shown(compiled)
    for name, refs in shown.items():
        source = guide.ledger.sources.get(name)
        if source is None or name in ages.landmarks:
            continue
        allowed = ages.of.get(source.kind, ages.years)
        if compiled.as_of.year - source.year > allowed:
            first = min(refs)
            rest = f"{first} and {len(refs) - 1} more rest" if refs[1:] else f"{first} rests"
            place = guide.ledger.places.get(
                f"source:{name}.year", guide.ledger.places[first.rsplit(".", 2)[0]]
            )
            yield (
                place,
                (
                    f"{rest} on {name} of {source.year}, which is more than {allowed} years old; "
                    "look for a newer source, or say in rules/old-source.yml why it stands"
                ),
            )


def _shown(compiled: Compiled) -> dict[str, list[str]]:
    """The figures that pages show, by their source."""
    ledger = compiled.guide.ledger
    shown: dict[str, list[str]] = {}
    for readings in compiled.readings.values():
        for reading in readings.values():
            for block in reading.blocks:
                for use in block.uses:
                    bound = ledger.bind(use.ref)
                    if bound and bound.ref not in shown.setdefault(bound.source, []):
                        shown[bound.source].append(bound.ref)
    return shown
