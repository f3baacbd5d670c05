"""Run the rules over a compiled guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

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
    return settle(compiled, in_guide(compiled) | in_topics(compiled, compiled.readings))


def in_topics(compiled: Compiled, topics: Iterable[str]) -> set[Finding]:
    """What the rules for readings and topics find in some topics.

    All rules look at one topic before the next comes, so that what they share of it is at hand.
    """
    of_topic, of_reading = _of(compiled, "topic"), _of(compiled, "reading")
    found: set[Finding] = set()
    for topic in topics:
        readings = compiled.readings[topic]
        for rule in of_topic:
            found |= _hits(rule, readings, compiled)
        for reading in readings.values():
            for rule in of_reading:
                found |= _hits(rule, reading, compiled)
    return found


def in_guide(compiled: Compiled) -> set[Finding]:
    """What the rules for the guide as a whole find."""
    found: set[Finding] = set()
    for rule in _of(compiled, "guide"):
        found |= _hits(rule, compiled.guide, compiled)
    return found


def settle(compiled: Compiled, found: Iterable[Finding]) -> Outcome:
    """Run the rules for the ledger too, and set aside what is accepted of all that was found."""
    kept, accepted = set(found), set[Accepted]()
    ledger = compiled.guide.ledger
    for rule in _of(compiled, "entry"):
        for entry in ledger.entries.items():
            kept |= _hits(rule, entry, compiled)
    for rule in _of(compiled, "part"):
        for part in ledger.sourced_parts():
            kept |= _hits(rule, part, compiled)
    for bound in ledger.figures():
        for rule in _of(compiled, "figure"):
            hits = _hits(rule, bound, compiled)
            if why := bound.figure.accept.get(rule.code):
                accepted |= {Accepted(finding, why) for finding in hits}
            else:
                kept |= hits
    for bound in ledger.figures():
        kept.update(_idle_in_ledger(bound, accepted))
    kept = _without_accepted(kept, compiled.guide.acceptances, accepted)
    return Outcome(tuple(sorted(kept)), tuple(sorted(accepted)))


def _of(compiled: Compiled, scope: str) -> list[Rule]:
    """The rules that look at one kind of thing, without those whose policy the guide lacks."""
    return [
        rule
        for rule in rules().values()
        if rule.scope == scope and (rule.policy is None or rule.policy in compiled.policies)
    ]


def _hits(rule: Rule, subject: object, compiled: Compiled) -> set[Finding]:
    return {Finding(p, rule.code, m, rule.level) for p, m in rule.find(subject, compiled)}


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
