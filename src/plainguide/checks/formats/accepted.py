"""Exceptions that authors accept, for people."""

from __future__ import annotations

from collections.abc import Sequence

from plainguide.model.acceptance import Accepted


def accepted_text(accepted: Sequence[Accepted]) -> str:
    """`path:line:column rule accepted: reason`, one a line; empty where there are none."""
    return "\n".join(f"{a.finding.place} {a.finding.rule} accepted: {a.reason}" for a in accepted)
