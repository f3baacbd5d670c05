"""What an edition of the guide said, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from plainguide.model.base import Record, Text, Version
from plainguide.model.topic import ReadingName

Fingerprints = Mapping[ReadingName, str]


class Said(Record):
    """A figure or a statement as an edition had it.

    Attributes:
        name: what it is, with the entry and the part it stands in.
        says: what professionals read of it.
        source: the id of its source.
        current: false where a newer data cut stands in for it.
    """

    name: Text
    says: Text
    source: Text
    current: bool = True


class Part(Record):
    """A section of a topic, or a term of the glossary, as one reading of an edition had it.

    Attributes:
        title: its heading.
        words: a fingerprint of what is seen of it.
        shown: what is seen of each figure in it, by address; the last, where it is there twice.
    """

    title: Text
    words: Text
    shown: Mapping[str, str] = Field(default_factory=dict)


Parts = Mapping[ReadingName, Mapping[str, Part]]
"""The parts of a page by reading, then by section; what stands before the first has no name."""

GLOSSARY = "glossary"
"""The name of the glossary among pages; no topic can have it."""


class Snapshot(Record):
    """All that an edition said of the evidence, and where.

    Attributes:
        held: figures and statements by address.
        topics: titles for patients, by topic id.
        words: the fingerprint of each reading's words, by topic id.
        uses: the addresses of the figures that a topic shows in either reading.
        addresses: where each short id led; snapshots of before there were any have none.
        parts: the parts of each page, by topic id, and of the glossary; older snapshots have none.
    """

    version: Version
    date: date
    held: Mapping[str, Said]
    topics: Mapping[str, str]
    words: Mapping[str, Fingerprints]
    uses: Mapping[str, tuple[str, ...]]
    addresses: Mapping[str, str] = Field(default_factory=dict)
    parts: Mapping[str, Parts] = Field(default_factory=dict)


class Change(Record):
    """One thing that an edition says otherwise than the one before.

    Attributes:
        ref: its address.
        kind: `superseded` where it stands, and a newer data cut came in its place.
        before: what was said; empty where it is new.
        after: what is said; empty where it is gone.
        topics: ids of the topics that showed it or show it, so whose pages and handouts it touches.
    """

    ref: str
    kind: Literal["added", "removed", "changed", "superseded", "source"]
    name: str
    before: str
    after: str
    topics: tuple[str, ...]


def changes(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """What changed in the evidence from one snapshot to another, by address."""
    for ref in sorted(old.held.keys() | new.held.keys()):
        before, after = old.held.get(ref), new.held.get(ref)
        if before == after:
            continue
        kind, was, now = kind_of(before, after)
        either = after or before
        users = [t for s in (old, new) for t, refs in s.uses.items() if ref in refs]
        if either and kind:
            yield Change(
                ref=ref,
                kind=kind,
                name=either.name,
                before=was,
                after=now,
                topics=tuple(sorted(set(users))),
            )


def rewritten(old: Snapshot, new: Snapshot) -> Iterator[tuple[str, tuple[ReadingName, ...]]]:
    """Topics whose words changed, are new or are gone, each with the readings concerned."""
    for topic in sorted(old.words.keys() | new.words.keys()):
        before, after = old.words.get(topic, {}), new.words.get(topic, {})
        names = [n for n in sorted(before.keys() | after.keys()) if before.get(n) != after.get(n)]
        if names:
            yield topic, tuple(names)


def kind_of(
    before: Said | None, after: Said | None
) -> tuple[Literal["added", "removed", "changed", "superseded", "source"] | None, str, str]:
    """The kind of a change, with what was said and what is said; none where only a name changed."""
    if before is None or after is None:
        return (
            ("removed" if before else "added"),
            before.says if before else "",
            (after.says if after else ""),
        )
    if before.says != after.says:
        return "changed", before.says, after.says
    if before.current and not after.current:
        return "superseded", before.says, after.says
    if before.source != after.source:
        return "source", before.source, after.source
    return None, before.says, after.says
