"""Every figure as a table for spreadsheets."""

from __future__ import annotations

import csv
import io

from plainguide.exports.rows import FIELDS, row
from plainguide.model.guide import Guide

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figures_csv(guide: Guide) -> str:
    """One line a figure, in the order of the ledger, under the names of `rows.FIELDS`."""
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, lineterminator="\n")
    writer.writeheader()
    for bound in guide.ledger.figures():
        writer.writerow({key: _safe(value) for key, value in row(bound).items()})
    return text.getvalue()


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
