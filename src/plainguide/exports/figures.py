"""Every figure as a table for spreadsheets."""

from __future__ import annotations

from plainguide.exports.rows import FIELDS, row
from plainguide.exports.table import as_csv
from plainguide.model.guide import Guide


def figures_csv(guide: Guide) -> str:
    """One line a figure, in the order of the ledger, under the names of `rows.FIELDS`."""
    return as_csv(FIELDS, (row(bound) for bound in guide.ledger.figures()))
