"""An exception to a rule, written beside what it excuses."""

from __future__ import annotations

from dataclasses import dataclass

from plainguide.model.place import Finding, Place


@dataclass(frozen=True, slots=True, order=True)
class Acceptance:
    """One exception.

    Attributes:
        place: where it stands.
        rule: the rule whose finding is accepted.
        reason: why; empty where its author gave none.
        last: the last line that it covers; the first is its own.
    """

    place: Place
    rule: str
    reason: str
    last: int

    def covers(self, finding: Finding) -> bool:
        """Tell whether this accepts a finding."""
        at = finding.place
        return (
            finding.rule == self.rule
            and at.path == self.place.path
            and self.place.line <= at.line <= self.last
        )


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """A finding that stands, and why."""

    finding: Finding
    reason: str
