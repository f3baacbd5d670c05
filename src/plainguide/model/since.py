"""What changed since a printed copy, for whoever holds it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from plainguide.model.history import Change, Part, Snapshot, kind_of
from plainguide.model.topic import ReadingName

State = Literal["latest", "same", "changed", "moved", "newer"]
"""`moved` is a topic that is a part of another now; `newer` is what no snapshot can tell."""


_ORDER = ("changed", "superseded", "source", "removed", "added")
"""Of kinds of change: what a copy says otherwise comes before what it lacks."""


@dataclass(frozen=True, slots=True)
class PartChange:
    """A section, or a term, that says other things than the copy.

    Attributes:
        id: its name; of one that is gone, the name that it had.
        values: of each figure that is said otherwise, what the copy says and what is said now.
    """

    id: str
    title: str
    kind: Literal["added", "removed", "changed"]
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """How a copy of one page stands to the page as it is now.

    Attributes:
        parts: what says other things; empty where older snapshots cannot tell.
        figures: what changed of the figures on the page, as professionals read them.
    """

    state: State
    parts: tuple[PartChange, ...] = ()
    figures: tuple[Change, ...] = ()


def since(old: Snapshot, now: Snapshot, was: str, target: str, reading: ReadingName) -> Since:
    """Compare a copy with the page as it is now.

    Args:
        old: the edition of the copy.
        now: the latest edition.
        was: what the page's topic was called in that edition; or the glossary's name.
        target: what it is called now: a topic, or a section of one, `topic#section`.
        reading: whose page it is.
    """
    if "#" in target:
        return Since("moved")
    before = old.parts.get(was, {}).get(reading)
    after = now.parts.get(target, {}).get(reading)
    if before is None or after is None:
        words = old.words.get(was, {}).get(reading)
        if words is None:
            return Since("latest" if old.version == now.version else "newer")
        parts: tuple[PartChange, ...] = ()
        changed = words != now.words.get(target, {}).get(reading)
        shown = old.uses.get(was, ()), now.uses.get(target, ())
    else:
        parts = tuple(_parts(before, after))
        changed = bool(parts)
        shown = _figures_in(before.values()), _figures_in(after.values())
    figures: tuple[Change, ...] = ()
    if reading == "professional":
        found = _figures(old, now, *shown)
        figures = tuple(sorted(found, key=lambda change: _ORDER.index(change.kind)))
    if changed or figures:
        return Since("changed", parts, figures)
    return Since("latest" if old.version == now.version else "same")


def name_then(old: Snapshot, short: str | None, names: Iterable[str]) -> str | None:
    """What a topic was called in an edition; none where that did not have it.

    Args:
        old: the edition.
        short: its short id; none where it has none.
        names: what it is called now, and every name that it had.
    """
    led = old.addresses.get(short, "") if short else ""
    if "#" in led:
        return None
    return next((name for name in (led, *names) if name in old.words), None)


def _parts(old: Mapping[str, Part], new: Mapping[str, Part]) -> Iterator[PartChange]:
    """The parts that differ: those that are there, in their order, then those that are gone."""
    for name, part in new.items():
        before = old.get(name)
        if before is None:
            yield PartChange(name, part.title, "added")
        elif before.words != part.words:
            pairs = _pairs(before.shown, part.shown)
            values = [(before.shown[a], part.shown[b]) for a, b in pairs if a and b]
            differ = dict.fromkeys((a, b) for a, b in values if a != b)
            yield PartChange(name, part.title, "changed", tuple(differ))
    for name, part in old.items():
        if name not in new:
            yield PartChange(name, part.title, "removed")


def _pairs(
    old: Collection[str], new: Collection[str]
) -> Iterator[tuple[str, str] | tuple[str, None] | tuple[None, str]]:
    """Addresses of figures that stand for each other: the same, or of another data cut.

    A figure of a trial's newer data cut has the same name in the same entry.
    """
    gone = [ref for ref in old if ref not in new]
    for ref in new:
        if ref in old:
            yield ref, ref
        elif twin := next((g for g in gone if _without_part(g) == _without_part(ref)), None):
            gone.remove(twin)
            yield twin, ref
        else:
            yield None, ref
    yield from ((ref, None) for ref in gone)


def _without_part(ref: str) -> tuple[str, ...]:
    entry, _, *name = ref.split(".")
    return (entry, *name)


def _figures_in(parts: Iterable[Part]) -> tuple[str, ...]:
    """The addresses of the figures in some parts, each once; what is shown of them left out."""
    refs = (".".join(ref.split(".")[:3]) for part in parts for ref in part.shown)
    return tuple(dict.fromkeys(refs))


def _figures(
    old: Snapshot, now: Snapshot, before: Collection[str], after: Collection[str]
) -> Iterator[Change]:
    """What changed of the figures on a page."""
    for was, is_now in _pairs(before, after):
        held = (old.held.get(was or ""), now.held.get(is_now or ""))
        kind, said, says = kind_of(*held) if any(held) else (None, "", "")
        either = held[1] or held[0]
        if kind and either:
            ref = is_now or was or ""
            yield Change(ref=ref, kind=kind, name=either.name, before=said, after=says, topics=())
