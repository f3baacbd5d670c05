"""An entry may accept what a rule finds in it, with a reason; an idle acceptance is a finding."""

from __future__ import annotations

import pytest

from support.compiling import HEAD, TOPIC, check_with, compile_body, findings_of

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


TYPED = "It helped 38% of them."
OTHER = "An old idea."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (TYPED, [(11, "unbound-number")]),
        (f"{TYPED} <!-- accept unbound-number: An example. -->", []),
        (f"<!-- accept unbound-number: An example. -->\n{TYPED}", []),
        (f"<!-- accept unbound-number: An example. -->\n\n{OTHER}\n{TYPED}", []),
        (
            f"<!-- accept unbound-number: Far. -->\n{OTHER}\n\n{TYPED}",
            [(11, "accept"), (14, "unbound-number")],
        ),
        (f"{TYPED} <!-- accept unbound-number -->", [(11, "accept"), (11, "unbound-number")]),
        (f"{OTHER} <!-- accept unbound-number: No. -->", [(11, "accept")]),
        (f"{OTHER} <!-- accept unbound-numbers: No. -->", [(11, "accept")]),
        (f"{OTHER} <!-- accept schema: No. -->", [(11, "accept")]),
    ],
)
def test_an_exception_stands_beside_what_it_excuses(
    body: str, found: list[tuple[int, str]]
) -> None:
    findings = findings_of(f"## Text {{#text}}\n\n{body}\n")
    assert sorted({(line, rule) for line, rule, _ in findings}) == found


def test_what_is_accepted_is_told_with_its_reason() -> None:
    text = f"{HEAD}## Text {{#text}}\n\n{TYPED} <!-- accept unbound-number: An example. -->\n"
    accepted = check_with({TOPIC: text}).accepted
    assert {a.reason for a in accepted if a.finding.place.path == TOPIC} == {"An example."}
    rules = {a.finding.rule for a in accepted}
    assert rules == {"unbound-number", "interval-recomputed", "reserved-address"}


def test_no_reader_sees_an_exception() -> None:
    body = f"## Text {{#text}}\n\n<!-- accept unbound-number: Why. -->\n{TYPED}\n"
    blocks = compile_body(body)["patient"].blocks
    assert [block.markdown for block in blocks] == [TYPED]
