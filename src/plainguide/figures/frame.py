"""The frame of a picture: its caption, and a table that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from plainguide.figures.svg import tag


@dataclass(frozen=True, slots=True)
class Table:
    """What a picture shows, in words and numbers.

    Attributes:
        caption: as HTML.
        heads: of the columns, as text.
        rows: of cells, as HTML; the first cell of a row names it.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def framed(kind: str, svg: str, caption: str, summary: str, table: Table) -> str:
    """A picture as HTML without an empty line, so that Markdown leaves it as it is.

    Args:
        kind: of the picture, for its style.
        svg: the picture.
        caption: what stands under it, as HTML.
        summary: what opens the table, as text.
        table: the same as the picture shows.
    """
    heads = "".join(tag("th", escape(head), scope="col") for head in table.heads)
    parts = [
        f'<figure class="picture picture--{kind}">',
        svg,
        tag("figcaption", caption),
        f'<details class="picture__table"><summary>{escape(summary)}</summary>',
        f"<table><caption>{table.caption}</caption>",
        f"<thead><tr>{heads}</tr></thead>",
        "<tbody>",
        *(_row(cells) for cells in table.rows),
        "</tbody>",
        "</table>",
        "</details>",
        "</figure>",
    ]
    return "\n".join(parts)


def _row(cells: tuple[str, ...]) -> str:
    first, *rest = cells
    inside = "".join(f"<td>{cell}</td>" for cell in rest)
    return f'<tr><th scope="row">{first}</th>{inside}</tr>'
