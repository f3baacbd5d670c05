"""Run the rules over a compiled guide."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, Rule, rules
from plainguide.model.place import Finding


def findings(compiled: Compiled) -> list[Finding]:
    """All that the rules find, sorted by place, each fault once."""
    seen = {
        Finding(place, rule.code, message)
        for rule in rules().values()
        for place, message in _hits(rule, compiled)
    }
    return sorted(seen)


def _hits(rule: Rule, compiled: Compiled) -> Iterator[Hit]:
    """What one rule finds in all that it looks at."""
    if rule.scope == "figure":
        for bound in compiled.guide.ledger.figures():
            yield from rule.find(bound, compiled)
        return
    for readings in compiled.readings.values():
        for subject in [readings] if rule.scope == "topic" else readings.values():
            yield from rule.find(subject, compiled)
