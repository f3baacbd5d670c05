"""Handouts that somebody asks for: some or all of them, where anything has changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from plainguide.model.form import FORMS, Form
from plainguide.steps.cache import Cache, digest, digest_of
from plainguide.steps.check import FindingsError, check
from plainguide.steps.files import read_all
from plainguide.steps.handouts.handout import Handout, Source, Stamp
from plainguide.steps.handouts.make import Told, Wanted, make_handouts
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.handouts.stamp import read_stamp
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from plainguide.steps.site import set_clock

_KIND = "handout-orders"


class UnknownHandoutError(Exception):
    """There is no such handout. The message says what may be meant."""


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks for.

    Attributes:
        names: of handouts, such as a topic's id; all where there are none here nor in `packs`.
        packs: ids of packs.
        paper: to print on; none for every paper.
        large: whether to print in large print only.
        clinic: the file of the clinic that gives the handouts away.
        cached: whether what earlier runs found out may be used.
    """

    names: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    paper: str | None = None
    large: bool = False
    clinic: Path | None = None
    cached: bool = True

    @property
    def forms(self) -> frozenset[Form] | None:
        """The forms to print in; none for all."""
        if self.paper is None and not self.large:
            return None
        return frozenset(
            f for f in FORMS if self.paper in {None, f.paper} and f.large >= self.large
        )


def fill_order(layout: Layout, as_of: date, order: Order, tell: Told) -> list[Path]:
    """Make what somebody asks for.

    Args:
        layout: where the guide lies.
        as_of: the day to judge review dates by; pages tell of it.
        order: what is asked for.
        tell: is told how far it is.

    Returns:
        The PDFs, made now or before.

    Raises:
        FindingsError: where the content, the clinic's file or a handout is at fault; what was there
            stays.
        UnknownHandoutError: where there is no handout of that name.
    """
    stamp = read_stamp(order.clinic) if order.clinic else None
    cache = Cache.of(layout, used=order.cached)
    key = _key(layout, as_of, order, stamp) if cache else ""
    if (names := _as_made(cache, key, layout)) is not None:
        return [layout.handouts / name for name in names]
    checked = check(layout, as_of, cached=order.cached)
    made = compile_pages(checked)
    if checked.guide is None:
        raise FindingsError(checked.findings)
    set_clock(checked.guide)
    everything = handouts(Source(checked.guide, tuple(made)))
    wanted = Wanted(stamp, _names(order, everything), order.forms, order.cached)
    paths = make_handouts(layout, checked, made, wanted, tell)
    told = {"names": [path.name for path in paths], "files": _files(layout)}
    cache.put(_KIND, key, json.dumps(told).encode())
    return paths


def _names(order: Order, everything: Collection[Handout]) -> frozenset[str] | None:
    """The names of the handouts that are asked for; none for all.

    Raises:
        UnknownHandoutError: where there is none of that name, or not in that form.
    """
    if not order.names and not order.packs:
        return None
    known = {handout.name: handout for handout in everything}
    packs = {name.removeprefix("pack-"): name for name in known if name.startswith("pack-")}
    _refuse_unknown("pack", order.packs, packs)
    _refuse_unknown("handout", order.names, known)
    names = frozenset((*order.names, *(packs[pack] for pack in order.packs)))
    for name in sorted(names):
        if order.forms is not None and not order.forms & set(known[name].forms):
            raise UnknownHandoutError(f"{name} is not made in that form.")
    return names


def _refuse_unknown(what: str, names: Collection[str], known: Mapping[str, object]) -> None:
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = (
                f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known) or 'none'}."
            )
            raise UnknownHandoutError(f"No {what} is called {name}. {hint}")


def _key(layout: Layout, as_of: date, order: Order, stamp: Stamp | None) -> str:
    """What an order is kept under: all that its PDFs depend on."""
    files = read_all(layout.content, layout.root) | read_all(layout.theme / "handout", layout.root)
    return digest(digest_of(files), as_of.isoformat(), repr(order), repr(stamp))


def _as_made(cache: Cache, key: str, layout: Layout) -> list[str] | None:
    """The files of an order that was filled before, where all lies there as it was then."""
    kept = cache.get(_KIND, key)
    if kept is None:
        return None
    told = json.loads(kept)
    return list(told["names"]) if told["files"] == _files(layout) else None


def _files(layout: Layout) -> dict[str, str]:
    """A digest of each PDF that lies there."""
    if not layout.handouts.is_dir():
        return {}
    files = {
        path.relative_to(layout.handouts).as_posix(): path
        for path in sorted(layout.handouts.rglob("*"))
        if path.is_file()
    }
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
