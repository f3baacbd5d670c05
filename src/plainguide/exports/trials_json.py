"""The table of all trials as JSON: trials, their arms, and each arm's results."""

from __future__ import annotations

import json

from plainguide.exports.rows import row
from plainguide.model.guide import Guide
from plainguide.readings.explorer_rows import Row, rows


def trials_json(guide: Guide) -> str:
    """One object with `endpoints` and `traits` by their titles, and `trials`.

    Each trial has its record and its `rows`: one an arm at the current data cut, with `results` by
    end point. A row without `arm` is of all arms together. Numbers are text, with the digits of
    their source.
    """
    settings, of_rows = guide.settings, rows(guide)
    whole = {
        "guide": settings.title,
        "edition": settings.edition.model_dump(mode="json"),
        "endpoints": dict(settings.endpoints),
        "traits": dict(settings.traits),
        "trials": {
            name: {
                **trial.model_dump(mode="json", exclude={"cuts", "kind"}, exclude_none=True),
                "rows": [_row(of_row) for of_row in of_rows if of_row.name == name],
            }
            for name, trial in guide.ledger.trials()
        },
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _row(of_row: Row) -> dict[str, object]:
    """One row; what is not known is left out."""
    known: dict[str, object] = {
        "arm": of_row.arm_name,
        "therapies": of_row.therapies,
        "cut": of_row.cut_name,
        "cutoff": of_row.cut.cutoff.isoformat() if of_row.cut.cutoff else None,
        "results": {
            endpoint: {key: value for key, value in row(bound).items() if value}
            for endpoint, bound in of_row.results.items()
        },
    }
    return {key: value for key, value in known.items() if value is not None}
