"""Findings as SARIF 2.1.0, which code-scanning services read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from plainguide.checks.handbook import rule_page, told
from plainguide.checks.registry import rules
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
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding) for finding in findings],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)


def _rule(code: str) -> Mapping[str, object]:
    """What a viewer shows of a rule; of a fault that is no rule's there is only its name."""
    if code not in rules():
        return {"id": code}
    rule = rules()[code]
    page = rule_page(rule)
    return {
        "id": code,
        "shortDescription": {"text": told(rule).summary},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": rule.level},
    }


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
