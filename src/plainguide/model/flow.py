"""The steps of a pathway: what each says, and where each answer leads."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from plainguide.model.base import LedgerName, Record
from plainguide.model.fault import FaultAt
from plainguide.model.topic import TwoWordings


class Branch(Record):
    """An answer, and the step that it leads to. Without `when` it is the only way on."""

    when: TwoWordings | None = None
    to: LedgerName


class Step(Record):
    """One step: a thing done, with ways on, or an end.

    Attributes:
        ends: how the pathway ends here; none where it goes on.
    """

    says: TwoWordings
    then: tuple[Branch, ...] = ()
    ends: Literal["positive", "negative", "open"] | None = None

    @model_validator(mode="after")
    def _goes_on_or_ends(self) -> Step:
        if bool(self.then) == (self.ends is not None):
            raise ValueError("a step either goes on (`then`) or ends (`ends`)")
        return self


def _leads_somewhere(steps: dict[str, Step]) -> dict[str, Step]:
    """Refuse a branch to nowhere, and a way that comes back to where it was."""
    for name, step in steps.items():
        for branch in step.then:
            if branch.to not in steps:
                raise FaultAt(f"there is no step `{branch.to}`", name, "then")
    for name in steps:
        _follow(name, steps, ())
    return steps


def _follow(name: str, steps: dict[str, Step], way: tuple[str, ...]) -> None:
    if name in way:
        raise FaultAt(f"the steps go round in a circle: {' → '.join([*way, name])}", name)
    for branch in steps[name].then:
        _follow(branch.to, steps, (*way, name))


Flow = Annotated[dict[LedgerName, Step], AfterValidator(_leads_somewhere)]
"""Steps by name, without a circle."""
