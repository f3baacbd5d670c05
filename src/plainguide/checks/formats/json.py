"""Findings for programs."""

from __future__ import annotations

import json as standard_json
from collections.abc import Sequence

from plainguide.model.place import Finding


def json(findings: Sequence[Finding]) -> str:
    """A JSON list of objects with `path`, `line`, `column`, `rule`, `level` and `message`."""
    rows = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "rule": finding.rule,
            "level": finding.level,
            "message": finding.message,
        }
        for finding in findings
    ]
    return standard_json.dumps(rows, indent=2, ensure_ascii=False)
