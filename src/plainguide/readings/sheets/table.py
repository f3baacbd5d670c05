"""Tables of a sheet, as plain HTML: dense, and each figure with its address in the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from plainguide.model.evidence import Bound
from plainguide.model.figure import Count, Day, Dose, Duration, Ratio, Share
from plainguide.model.sheets import EvidenceSheets
from plainguide.readings.cites import cite_mark
from plainguide.readings.expressions import Shown, data_element
from plainguide.readings.phrase import interval, phrases

NONE = "–"
"""What stands where nothing was reported."""

_NARROW = 41
"""How many signs a line of a table holds that has another beside it, about."""
_TAG = re.compile(r"<[^>]*>")


def table(heads: Sequence[str], rows: Iterable[str], kind: str) -> str:
    """A table; empty where it has no rows.

    Args:
        heads: of the columns, as text.
        rows: as HTML, each with its element.
        kind: what its columns are laid out for, as the styles call it.
    """
    body = list(rows)
    if not body:
        return ""
    head = "".join(f'<th scope="col">{text(title)}</th>' for title in heads)
    return "\n".join(
        [
            f'<table class="sheet__table sheet__table--{kind}">',
            f"<thead><tr>{head}</tr></thead>",
            "<tbody>",
            *body,
            "</tbody>",
            "</table>",
        ]
    )


def side_by_side(tables: Sequence[str]) -> str:
    """Narrow tables beside each other, to save paper."""
    if len(tables) < 2:  # noqa: PLR2004 - one has nothing beside it
        return "".join(tables)
    boxes = "\n".join(f"<div>\n{one}\n</div>" for one in tables)
    return f'<div class="sheet__pair">\n{boxes}\n</div>'


def halves(groups: Sequence[list[str]]) -> tuple[list[str], list[str]]:
    """Groups of rows in two halves, about as long as each other.

    Where a group is parted, its head is repeated.
    """
    rows = [(group[0], one) for group in groups for one in group]
    sizes = [_lines(one) for _, one in rows]
    ways = [n for n in range(len(rows) + 1) if not _widows(rows, n)]
    best = min(ways, key=lambda n: abs(sum(sizes[:n]) - sum(sizes[n:])))
    first, second = [one for _, one in rows[:best]], [one for _, one in rows[best:]]
    head = rows[best][0] if second else ""
    return first, second if not second or second[0] == head else [head, *second]


def _widows(rows: Sequence[tuple[str, str]], n: int) -> bool:
    """Whether a cut before the row `n` would leave a head alone."""
    return 0 < n < len(rows) and rows[n - 1][0] == rows[n - 1][1]


def _lines(row: str) -> int:
    """How many lines a narrow row takes, about."""
    return 1 + len(_TAG.sub("", row)) // _NARROW


def row(first: str, *others: str) -> str:
    """A row with its heading, all as HTML."""
    cells = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'


def group(title: str, columns: int) -> str:
    """A row that heads those below it."""
    return f'<tr class="sheet__group"><th scope="colgroup" colspan="{columns}">{title}</th></tr>'


def text(said: str) -> str:
    """Words of the ledger or the settings as HTML, in one line."""
    return escape(" ".join(said.split()), quote=False)


def result_row(title: str, bound: Bound, words: EvidenceSheets) -> str:
    """A row of results: what, how many of how many, estimate, interval."""
    what = f"{text(title)}{cite_mark(bound.source)}{unconfirmed(bound, words)}"
    return row(what, counted(bound), estimate(bound), between(bound))


def estimate(bound: Bound) -> str:
    """The value of a figure alone."""
    said = phrases(bound.figure, "professional")
    part = "" if isinstance(bound.figure, Count | Day | Dose) else "short"
    return _shown(bound, part) if part in said else NONE


def between(bound: Bound) -> str:
    """The interval around a figure."""
    figure = bound.figure
    if isinstance(figure, Share | Duration | Ratio) and figure.ci:
        return interval(figure.ci)
    return NONE


def counted(bound: Bound) -> str:
    """How many of how many."""
    said = phrases(bound.figure, "professional")
    parts = [_shown(bound, part) for part in ("count", "of") if part in said]
    return "/".join(parts) or NONE


def whole(bound: Bound, words: EvidenceSheets) -> str:
    """A figure with its name, its details and its source."""
    value = _shown(bound, "")
    cite = cite_mark(bound.source)
    return f"{text(bound.figure.name)}: {value}{cite}{unconfirmed(bound, words)}"


def unconfirmed(bound: Bound, words: EvidenceSheets) -> str:
    """The mark of a figure that nobody has read at its source."""
    return "" if bound.checked else mark(words.unconfirmed)


def mark(said: str) -> str:
    """Words that set something apart."""
    return f' <b class="sheet__mark">({text(said)})</b>'


def _shown(bound: Bound, part: str) -> str:
    ref = f"{bound.ref}.{part}" if part else bound.ref
    return data_element(Shown(ref, phrases(bound.figure, "professional")[part]), capital=False)


def each(bounds: Iterable[Bound | None]) -> Iterator[Bound]:
    """Those that are there and that dispute no other."""
    return (bound for bound in bounds if bound and bound.figure.disputes is None)
