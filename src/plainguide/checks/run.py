"""Run the rules over a compiled guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from plainguide.checks.registry import Compiled, Rule, rules
from plainguide.model.acceptance import Acceptance, Accepted
from plainguide.model.evidence import Bound
from plainguide.model.place import Finding

ACCEPT = "accept"
"""The code of what is wrong with an acceptance itself."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules found, each sorted by place, each fault once.

    Attributes:
        findings: what is to be mended.
        accepted: what an author accepts, and why.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]


def run(compiled: Compiled) -> Outcome:
    """Run every rule over a guide, and set aside what is accepted."""
    found: set[Finding] = set()
    accepted: set[Accepted] = set()
    for rule in rules().values():
        if rule.policy is not None and rule.policy not in compiled.policies:
            continue
        for subject in _subjects(rule, compiled):
            hits = {Finding(p, rule.code, m, rule.level) for p, m in rule.find(subject, compiled)}
            if isinstance(subject, Bound) and (why := subject.figure.accept.get(rule.code)):
                accepted |= {Accepted(finding, why) for finding in hits}
            else:
                found |= hits
    for bound in compiled.guide.ledger.figures():
        found.update(_idle_in_ledger(bound, accepted))
    kept = _without_accepted(found, compiled.guide.acceptances, accepted)
    return Outcome(tuple(sorted(kept)), tuple(sorted(accepted)))


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


def _without_accepted(
    found: set[Finding], acceptances: Iterable[Acceptance], accepted: set[Accepted]
) -> set[Finding]:
    """What is left when exceptions are taken out, and what is wrong with the exceptions."""
    kept = set(found)
    for acceptance in acceptances:
        covered = {finding for finding in found if acceptance.covers(finding)}
        if not acceptance.reason:
            message = f"say why `{acceptance.rule}` is accepted; write `accept rule: reason`"
        elif acceptance.rule not in rules():
            near = get_close_matches(acceptance.rule, rules(), n=1)
            hint = f"did you mean `{near[0]}`?" if near else "take it out"
            message = f"no rule is called `{acceptance.rule}`; {hint}"
        elif not covered:
            message = f"`{acceptance.rule}` finds nothing here to accept; take it out"
        else:
            kept -= covered
            accepted |= {Accepted(finding, acceptance.reason) for finding in covered}
            continue
        kept.add(Finding(acceptance.place, ACCEPT, message))
    return kept


def _idle_in_ledger(bound: Bound, accepted: Iterable[Accepted]) -> Iterator[Finding]:
    """Acceptances of a figure that name no rule for figures, or accept nothing."""
    for code in bound.figure.accept:
        rule = rules().get(code)
        if rule is None or rule.scope != "figure":
            message = f"no rule for figures is called `{code}`; take it out of `accept`"
        elif any(a.finding.rule == code and a.finding.place == bound.place for a in accepted):
            continue
        else:
            message = f"`{code}` finds nothing here that would have to be accepted; take it out"
        yield Finding(bound.place, ACCEPT, message)
