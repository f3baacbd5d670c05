"""A therapy that the ledger does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_entry
from plainguide.model.entry import AnyEntry, Therapy, Trial


@each_entry
def find(named: tuple[str, AnyEntry], compiled: Compiled) -> Iterator[Hit]:
    """Find arms and statements whose `therapy` is not a therapy of the ledger.

    Why:    what was tried, what is approved and what is recommended are brought together by that
            name.
    Bad:    therapy: clam_tea   (no such entry)
    Good:   therapy: calm_tea, or no `therapy` where there is no entry
    Source: a rule of this project's own: a name that is misspelt joins no table.
    """
    ledger = compiled.guide.ledger
    known = [name for name, entry in ledger.entries.items() if isinstance(entry, Therapy)]
    for ref, therapy in _therapies(*named):
        if therapy is not None and therapy not in known and ledger.whole:
            near = get_close_matches(therapy, known, n=1, cutoff=0.8)
            hint = f"did you mean `{near[0]}`?" if near else "add an entry, or leave `therapy` out"
            yield ledger.places[f"{ref}.therapy"], f"the ledger has no therapy `{therapy}`; {hint}"


def _therapies(name: str, entry: AnyEntry) -> Iterator[tuple[str, str | None]]:
    """The address of all that can name a therapy, with the name that it gives."""
    if isinstance(entry, Trial):
        for arm_name, arm in entry.arms.items():
            yield f"{name}.arms.{arm_name}", arm.therapy
    for part_name, part in entry.parts.items():
        for statement_name, statement in part.statements.items():
            yield f"{name}.{part_name}.{statement_name}", statement.therapy
