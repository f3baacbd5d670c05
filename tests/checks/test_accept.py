"""An entry may accept what a rule finds in it, with a reason; an idle acceptance is a finding."""

from __future__ import annotations

import pytest

from support.compiling import check_with

CASE = """case:
  kind: survey
  name: A case
  design: Invented
  groups:
    all:
      title: All
      as_of: null
      source: leaf-2025
      checked: none
      figures:
        a: {{measure: share, name: A, value: {value}, ci: [28.8, {high}], count: 33, of: 84{more}}}
"""


def _found(value: str, high: str, accept: str = "") -> list[tuple[str, str]]:
    more = ", accept: {" + accept + ": The paper says so.}" if accept else ""
    ledger = CASE.format(value=value, high=high, more=more)
    findings = check_with({"content/evidence/case.yml": ledger}).findings
    return [(f.rule, f.level) for f in findings]


@pytest.mark.parametrize(
    ("value", "high", "accept", "found"),
    [
        ("39.3", "50.5", "", []),
        ("39.3", "55.0", "", [("interval-recomputed", "warning")]),
        ("39.3", "55.0", "interval-recomputed", []),
        ("39.3", "50.5", "interval-recomputed", [("accept", "error")]),
        ("39.3", "50.5", "no-such-rule", [("accept", "error")]),
        ("39.3", "50.5", "reading-level", [("accept", "error")]),
        ("39.9", "50.5", "share-recomputed", []),
        ("39.9", "50.5", "", [("share-recomputed", "error")]),
    ],
)
def test_only_what_is_accepted_is_let_pass(
    value: str, high: str, accept: str, found: list[tuple[str, str]]
) -> None:
    assert _found(value, high, accept) == found
