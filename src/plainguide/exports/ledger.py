"""The whole ledger as JSON: entries, figures, statements and sources."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plainguide.exports.csl import item
from plainguide.exports.rows import row
from plainguide.model.evidence import Sourced
from plainguide.model.guide import Guide
from plainguide.model.part import Statement

_IN_PARTS = {"cuts", "approvals", "labels", "groups", "editions", "definitions"}


def ledger_json(guide: Guide) -> str:
    """One object with `edition`, `entries`, `figures`, `statements` and `sources`.

    Figures and statements are lists of flat objects under their address (`ref`). Numbers are text,
    with the digits of their source.
    """
    ledger = guide.ledger
    whole = {
        "guide": guide.settings.title,
        "edition": guide.settings.edition.model_dump(mode="json"),
        "entries": {
            name: entry.model_dump(mode="json", exclude=_IN_PARTS, exclude_none=True)
            for name, entry in ledger.entries.items()
        },
        "parts": {
            ref: part.model_dump(
                mode="json", exclude={"figures", "statements"}, exclude_none=True, by_alias=True
            )
            for ref, _, part in ledger.parts()
        },
        "figures": [
            {key: value for key, value in row(bound).items() if value} for bound in ledger.figures()
        ],
        "statements": [_statement(statement) for statement in ledger.statements()],
        "sources": [item(name, source) for name, source in ledger.sources.items()],
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _statement(statement: Sourced[Statement]) -> Mapping[str, str]:
    """One statement with all that it inherits; what is not known is left out."""
    said, checked = statement.held, statement.checked
    known = {
        "ref": statement.ref,
        "about": said.about,
        "says": said.says,
        "therapy": said.therapy,
        "grade": said.grade,
        "source": statement.source,
        "read_in": checked.read_in if checked else None,
        "read_on": checked.on.isoformat() if checked else None,
        "note": said.note,
    }
    return {key: value for key, value in known.items() if value}
