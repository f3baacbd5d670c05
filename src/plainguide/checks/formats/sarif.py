"""Findings as SARIF 2.1.0, which code-scanning services read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from plainguide.model.place import Finding

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Sequence[Finding], version: str) -> str:
    """One run with every finding as a result.

    Args:
        findings: what was found.
        version: the engine's version.
    """
    codes = sorted({finding.rule for finding in findings})
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "plainguide",
                        "version": version,
                        "rules": [{"id": code} for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding) for finding in findings],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)


def _result(finding: Finding) -> Mapping[str, object]:
    place = finding.place
    return {
        "ruleId": finding.rule,
        "level": finding.level,
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": place.path},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }
