"""A word that two terms of the glossary claim."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.guide import Guide
from plainguide.model.topic import READINGS


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find forms that stand under two terms in one reading.

    Why:    a word on a page leads to one meaning; with two, chance would choose.
    Bad:    infusion: forms: {patient: [drip]}, and drip: term: {patient: drip}
    Good:   infusion: forms: {patient: [drip]}
    Source: a rule of this project's own: one word, one meaning.
    """
    for reading in READINGS:
        first: dict[str, str] = {}
        for name, term in guide.glossary.items():
            for form in dict.fromkeys(term.written(reading)):
                owner = first.setdefault(form.casefold(), name)
                if owner != name:
                    message = f"“{form}” is a form of `{owner}` too; keep it in one of them"
                    yield guide.places[f"glossary.{name}"], f"{message} for `{reading}`"
