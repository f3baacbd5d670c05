"""A PDF as it leaves the house: what Typst can't say of its tables is said, and it is packed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

_RowHeads = tuple[tuple[bool, ...], ...]


def finished(data: bytes, row_heads: _RowHeads) -> tuple[bytes, int]:
    """The PDF with headers of rows marked as such, written as small as it can be without loss.

    With it comes the number of its pages. Typst knows headers of columns only. The same bytes come
    of the same bytes.

    Args:
        data: a tagged PDF.
        row_heads: for each table, for each of its rows, whether its first cell is the row's header.

    Raises:
        ValueError: where the PDF has other tables than those.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        if any(map(any, row_heads)):
            _mark_heads(pdf, row_heads)
        out = BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
        return out.getvalue(), len(pdf.pages)


def _mark_heads(pdf: pikepdf.Pdf, row_heads: _RowHeads) -> None:
    tables = [e for e in _elements(pdf.Root.StructTreeRoot) if e.S == "/Table"]
    if len(tables) != len(row_heads):
        raise ValueError(f"{len(tables)} tables were printed of {len(row_heads)}")
    for table, heads in zip(tables, row_heads, strict=True):
        rows = [e for e in _elements(table) if e.S == "/TR"]
        if len(rows) != len(heads):
            raise ValueError(f"a table was printed with {len(rows)} rows of {len(heads)}")
        for row, headed in zip(rows, heads, strict=True):
            if headed:
                _head(next(_elements(row)))


def _head(cell: Any) -> None:  # noqa: ANN401 - objects of a PDF have no types
    """Make a cell the header of its row."""
    cell.S = pikepdf.Name.TH
    scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    cell.A = pikepdf.Array([*_all(cell.get("/A")), scope])


def _elements(node: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Every structure element below a node, in reading order."""
    for kid in _all(node.get("/K")):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _all(value: Any) -> list[Any]:  # noqa: ANN401 - as above
    """What may be none, one or several, as several."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
