"""A sentence that has a therapy approved where the ledger has no approval of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.checks.ledger.approvals import ApprovalWords, Claim, claims
from plainguide.checks.ledger.therapies import ALLOWED, therapies
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.model.entry import Therapy
from plainguide.model.reading import Reading


class Policy(ApprovalWords):
    """How approvals are told."""


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find approvals that are told of a region, and that the ledger does not have.

    What counts: a therapy of the ledger, a word for approval and a region in one clause or one
    row of a table, without a word that denies or doubts it. A pronoun stands for the therapy
    named before it, or for the one that the page is about; a region that stands alone above a
    list holds for the list. What is said of another use than the guide's does not count.

    Why:    a reader who asks for a medicine that cannot be had where they live loses time and hope.
    Bad:    Calm tea is approved at home and abroad.   (the ledger: at home only)
    Good:   Calm tea is approved at home. We found no approval abroad.
    Source: a rule of this project's own, because what a regulator decided is a fact of the ledger.
    """
    known = therapies(compiled.guide.ledger)
    policy = compiled.policy(Policy)
    for claim in claims(reading, compiled.guide, policy):
        states = [_state(known[therapy], claim.region) for therapy in sorted(claim.therapies)]
        wrong = [state not in ALLOWED for state in states]
        if any(wrong) if claim.each else all(wrong):
            yield claim.place, _message(claim, known, states[wrong.index(True)])


def _state(therapy: Therapy, region: str) -> str:
    """What the ledger has decided of a therapy in a region; of several uses, the best."""
    found = {
        approval.decision
        for name, approval in therapy.approvals.items()
        if name == region or name.startswith(f"{region}_")
    }
    return next(iter(sorted(found & ALLOWED) or sorted(found)), "nothing")


def _message(claim: Claim, known: Mapping[str, Therapy], state: str) -> str:
    names = " or ".join(known[therapy].name for therapy in sorted(claim.therapies))
    held = "says nothing of it" if state == "nothing" else f"has it as “{state}”"
    return (
        f"no approval of {names} in the ledger for `{claim.said}`, which {held}; "
        "say what the ledger says, or add the approval there with its source"
    )
