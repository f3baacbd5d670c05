"""An approval that only patients read of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from plainguide.checks.ledger.approvals import claims
from plainguide.checks.ledger.therapies import therapies
from plainguide.checks.registry import Compiled, Hit, each_topic, follows
from plainguide.checks.rules.approval_not_in_ledger import Policy
from plainguide.checks.same import Same
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName


@follows(Policy)
@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find approvals that the patient reading tells, and the professional one of the page does not.

    What counts as telling one is told under `approval-not-in-ledger`, whose words it uses; to
    professionals, a clause tells it that names therapy, approval and region, whatever else it
    denies. A figure of an approval, such as its day, tells it too. More regions for professionals
    are no fault.

    Why:    a clinician who shares a page answers for what it says of the law, and must find that in
            the text that is written for clinicians, with its source.
    Bad:    patient: Calm tea is approved at home.   professional: Calm tea is authorised abroad.
    Good:   patient: Calm tea is approved at home.   professional: It is authorised at home.
    Source: a rule of this project's own, because two readings of one fact have to agree.
    """
    policy = compiled.policy(Policy)
    known = therapies(compiled.guide.ledger)
    told = {
        (therapy, claim.region)
        for claim in claims(readings["professional"], compiled.guide, _lenient(Same(policy)))
        for therapy in claim.therapies
    }
    shown = {
        tuple(use.ref.split(".")[:2])
        for block in readings["professional"].blocks
        for use in block.uses
    }
    for claim in claims(readings["patient"], compiled.guide, policy):
        missing = [
            therapy
            for therapy in sorted(claim.therapies)
            if (therapy, claim.region) not in told
            and not any(e == therapy and _same(part, claim.region) for e, part, *_ in shown)
        ]
        if missing and (claim.each or len(missing) == len(claim.therapies)):
            names = " or ".join(known[therapy].name for therapy in missing)
            message = f"patients read of an approval of {names} for `{claim.said}`, and"
            yield claim.place, f"{message} professionals of none on this page; tell them too"


@lru_cache(maxsize=4)
def _lenient(policy: Same[Policy]) -> Policy:
    """The same words, with none that deny: “accelerated in one region, and none in another”."""
    return policy.it.model_copy(update={"denied": (), "others": ()})


def _same(part: str, region: str) -> bool:
    """Whether an approval's name in the ledger is that of a region."""
    return part == region or part.startswith(f"{region}_")
