"""Results of trials on a sheet: end points, harms, and what is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from plainguide.model.entry import Trial
from plainguide.model.evidence import Bound
from plainguide.model.figure import Count, Share
from plainguide.model.guide import Guide
from plainguide.model.part import DataCut
from plainguide.model.sheets import EvidenceSheets
from plainguide.readings.cites import cite_mark
from plainguide.readings.phrase import day
from plainguide.readings.sheets.table import (
    NONE,
    between,
    counted,
    each,
    estimate,
    group,
    result_row,
    row,
    text,
    unconfirmed,
    whole,
)

_SEVERE = re.compile(r"_g(?:rade_?)?[345]$")
"""The end of the name of a figure that counts the severe ones of a harm."""


def bounds_of(ref: str, part: Iterable[str], guide: Guide) -> list[Bound]:
    """The figures of a part at this address that dispute no other."""
    return list(each(guide.ledger.bind(f"{ref}.{name}") for name in part))


def is_harm(bound: Bound, words: EvidenceSheets) -> bool:
    """Whether a figure tells of a harm."""
    return is_any(bound, words.harms)


def is_any(bound: Bound, patterns: Iterable[str]) -> bool:
    """Whether a pattern fits the end point, the name or the address of a figure."""
    names = (bound.figure.endpoint or "", _name(bound), bound.ref)
    return any(fnmatchcase(name, pattern) for pattern in patterns for name in names if name)


def cut_words(cut: DataCut, trial: Trial, guide: Guide, words: EvidenceSheets) -> str:
    """A data cut: its title, its day, and whether another replaces it."""
    dated = day(cut.cutoff) if cut.cutoff else words.no_cutoff
    state = words.current
    if cut.superseded_by:
        after = trial.cuts[cut.superseded_by].title
        state = guide.settings.explorer_page.superseded.replace("{by}", after)
    return text(f"{cut.title}, {dated}; {state}")


def efficacy_rows(
    bounds: Iterable[Bound], guide: Guide, words: EvidenceSheets, *, named: bool
) -> Iterator[str]:
    """Results of the guide's end points, in their order; counts stand above them.

    Args:
        bounds: figures of one arm at one data cut.
        guide: the guide.
        words: of sheets.
        named: whether each row has the figure's own name, or the end point's short one.
    """
    order = list(guide.settings.endpoints)
    found = [b for b in bounds if b.figure.endpoint in order and not is_harm(b, words)]
    found = [b for b in found if not isinstance(b.figure, Count)]
    for bound in sorted(found, key=lambda b: order.index(str(b.figure.endpoint))):
        title = guide.settings.endpoints[str(bound.figure.endpoint)]
        yield result_row(bound.figure.name if named else title, bound, words)


def pivotal(bounds: Iterable[Bound], words: EvidenceSheets) -> dict[str, Bound]:
    """The results of those end points that a therapy's sheet shows, by end point."""
    found = {b.figure.endpoint: b for b in bounds}
    return {name: found[name] for name in words.pivotal if name in found}


def result_cell(bound: Bound | None, words: EvidenceSheets) -> str:
    """A result in one cell: estimate, how many of how many, and the interval below."""
    if bound is None:
        return NONE
    of = counted(bound)
    lines = [estimate(bound) + (f" ({of})" if of != NONE else "")]
    lines += [said for said in (between(bound),) if said != NONE]
    return "<br>".join(lines) + unconfirmed(bound, words)


def sizes(bounds: Iterable[Bound], guide: Guide) -> str:
    """The counts among the results of end points, for the head of their group."""
    said = [
        f"{text(guide.settings.endpoints[str(b.figure.endpoint)])}: {estimate(b)}"
        for b in bounds
        if isinstance(b.figure, Count) and b.figure.endpoint in guide.settings.endpoints
    ]
    return "; ".join(said)


def harm_rows(bounds: Iterable[Bound], words: EvidenceSheets) -> list[str]:
    """Harms with their share of any grade and that of the severe ones, side by side."""
    found = {_name(b): b for b in bounds if isinstance(b.figure, Share) and is_harm(b, words)}
    rows = []
    for name, bound in found.items():
        if _SEVERE.search(name):
            if _SEVERE.sub("", name) not in found:
                rows.append(_harm(None, bound, words))
        elif is_any(bound, words.severe):
            rows.append(_harm(None, bound, words))
        else:
            rows.append(_harm(bound, _severe(name, found), words))
    return rows


def further(bounds: Iterable[Bound], guide: Guide, words: EvidenceSheets) -> list[str]:
    """Figures of no end point that tell of no harm, each with its name, as text."""
    order = guide.settings.endpoints
    rest = [b for b in bounds if b.figure.endpoint not in order]
    return [
        whole(b, words) for b in rest if not (isinstance(b.figure, Share) and is_harm(b, words))
    ]


def grouped(title: str, rows: list[str], columns: int) -> list[str]:
    """Rows below their head; nothing where there are none."""
    return [group(title, columns), *rows] if rows else []


def _severe(name: str, found: Mapping[str, Bound]) -> Bound | None:
    return next((b for other, b in found.items() if _SEVERE.sub("", other) == name != other), None)


def _harm(bound: Bound | None, severe: Bound | None, words: EvidenceSheets) -> str:
    shown = bound or severe
    assert shown is not None  # noqa: S101 - one of them is there
    marked = unconfirmed(shown, words)
    if severe and not severe.checked:
        marked = marked or unconfirmed(severe, words)
    what = f"{text(shown.figure.name)}{cite_mark(shown.source)}{marked}"
    return row(what, *(estimate(b) if b else NONE for b in (bound, severe)))


def _name(bound: Bound) -> str:
    return bound.ref.rpartition(".")[2]
