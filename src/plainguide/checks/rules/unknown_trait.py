"""A trial's trait that the guide does not have."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_entry
from plainguide.model.entry import AnyEntry, Trial


@each_entry
def find(named: tuple[str, AnyEntry], compiled: Compiled) -> Iterator[Hit]:
    """Find traits of a trial that the settings do not name.

    Why:    who took part decides what a result means; a trait under a misspelt name is missing from
            the table of trials, and nobody sees that it is.
    Bad:    traits: {agee: 18 or older}
    Good:   traits: {age: 18 or older}
    Source: a rule of this project's own: a name that is misspelt joins no table.
    """
    name, entry = named
    known = compiled.guide.settings.traits
    for trait in entry.traits if isinstance(entry, Trial) else ():
        if trait not in known:
            near = get_close_matches(trait, known, n=1)
            hint = f"did you mean `{near[0]}`?" if near else "add it to `traits` in guide.yml"
            place = compiled.guide.ledger.places[f"{name}.traits.{trait}"]
            yield place, f"the guide has no trait `{trait}`; {hint}"
