"""A figure of an end point that the guide does not have."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plainguide.checks.registry import Compiled, Hit, each_figure
from plainguide.model.evidence import Bound


@each_figure
def find(bound: Bound, compiled: Compiled) -> Iterator[Hit]:
    """Find figures whose `endpoint` the settings do not name.

    Why:    trials are set side by side by their end points; a result under a misspelt name is
            missing from the table, and nobody sees that it is.
    Bad:    endpoint: respones
    Good:   endpoint: response
    Source: a rule of this project's own: a name that is misspelt joins no table.
    """
    endpoint, known = bound.figure.endpoint, compiled.guide.settings.endpoints
    if endpoint is None or endpoint in known:
        return
    near = get_close_matches(endpoint, known, n=1)
    hint = f"did you mean `{near[0]}`?" if near else "add it to `endpoints` in guide.yml"
    place = compiled.guide.ledger.places.get(f"{bound.ref}.endpoint", bound.place)
    yield place, f"the guide has no end point `{endpoint}`; {hint}"
