"""Run the rules over a compiled guide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plainguide.checks.registry import Compiled, Rule, rules
from plainguide.model.evidence import Bound
from plainguide.model.place import Finding

ACCEPT = "accept"
"""The code of what is wrong with an acceptance itself."""


def findings(compiled: Compiled) -> list[Finding]:
    """All that the rules find, sorted by place, each fault once."""
    seen: set[Finding] = set()
    for rule in rules().values():
        for subject in _subjects(rule, compiled):
            seen.update(_found(rule, subject, compiled))
    for bound in compiled.guide.ledger.figures():
        seen.update(_idle_acceptances(bound, compiled))
    return sorted(seen)


def _subjects(rule: Rule, compiled: Compiled) -> Iterator[Any]:
    """All that a rule looks at, one by one."""
    ledger = compiled.guide.ledger
    if rule.scope == "figure":
        yield from ledger.figures()
    elif rule.scope == "entry":
        yield from ledger.entries.items()
    elif rule.scope == "part":
        yield from ledger.sourced_parts()
    elif rule.scope == "guide":
        yield compiled.guide
    else:
        for readings in compiled.readings.values():
            yield from [readings] if rule.scope == "topic" else readings.values()


def _found(rule: Rule, subject: Any, compiled: Compiled) -> Iterator[Finding]:  # noqa: ANN401 - whatever the rule takes
    """What one rule finds in one subject, but for what its entry accepts."""
    if isinstance(subject, Bound) and rule.code in subject.figure.accept:
        return
    for place, message in rule.find(subject, compiled):
        yield Finding(place, rule.code, message, rule.level)


def _idle_acceptances(bound: Bound, compiled: Compiled) -> Iterator[Finding]:
    """Acceptances of rules that do not exist, or that find nothing to accept."""
    for code in bound.figure.accept:
        rule = rules().get(code)
        if rule is None or rule.scope != "figure":
            message = f"no rule for figures is called `{code}`; take it out of `accept`"
        elif any(True for _ in rule.find(bound, compiled)):
            continue
        else:
            message = f"`{code}` finds nothing here that would have to be accepted; take it out"
        yield Finding(bound.place, ACCEPT, message)
