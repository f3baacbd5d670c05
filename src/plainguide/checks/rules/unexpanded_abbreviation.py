"""Abbreviations that a page uses before it says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.same import Same
from plainguide.checks.text.passages import passages
from plainguide.checks.text.prose import Prose
from plainguide.checks.text.texts import headings_of
from plainguide.checks.wording.expansion import abbreviations, expanded
from plainguide.model.base import Record, Text
from plainguide.model.guide import Guide
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName

_CAPITALS = re.compile(r"[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*")


class UnexpandedAbbreviation(Record):
    """Abbreviations that need no words beside them, by who knows them."""

    everyone: tuple[Text, ...] = ()
    patient: tuple[Text, ...] = ()
    professional: tuple[Text, ...] = ()


@follows(UnexpandedAbbreviation)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find abbreviations whose first use in the text of a page has no full words beside it.

    An abbreviation is a word of two capitals or more, with figures or a plural s. It is in order if
    the same paragraph, or an earlier one, has its full words beside it: “full words (ABC)”,
    “ABC (full words)”, “ABC stands for …”. So is one that the glossary has for this reading, as its
    link tells; one of `names` in `guide.yml` or of the guide's list; a name of the ledger; a Roman
    number (“IV” after a word only); an identifier with three digits or more, or a
    word of more than six capitals.

    Why:    letters that nobody spelt out say nothing to who meets them first on this page.
    Bad:    The PFS was longer.
    Good:   The time before it grew again (progression-free survival, PFS) was longer.
    Source: AHRQ PEMAT, item 3 (abbreviations are spelt out or defined the first time).
    """
    policy = compiled.policy(UnexpandedAbbreviation)
    mine = policy.patient if reading.name == "patient" else policy.professional
    listed = (*policy.everyone, *mine)
    known = _known(Same(compiled.guide), reading.name, listed)
    done: set[str] = set()
    texts = [
        text
        for block in reading.blocks
        if any(set(_CAPITALS.findall(line.text)) - known for line in block.written)
        for text in passages(block)
    ]
    texts += headings_of(reading)
    for text in texts:
        first: dict[str, int] = {}
        for start, short in abbreviations(text.text):
            if short not in known and short not in done:
                first.setdefault(short, start)
        for short, start in first.items():
            done.add(short)
            if not _told(text, short):
                message = f"“{short}” has no full words beside it where it comes first"
                hint = (
                    f"write “full words ({short})”"
                    if reading.name != "patient"
                    else (f"say it in plain words, or “{short}” and what it means")
                )
                yield text.place(start), f"{message}; {hint}"


def _told(text: Prose, short: str) -> bool:
    """Tell whether a passage expands an abbreviation, at any of its uses."""
    uses = (start for start, other in abbreviations(text.text) if other == short)
    return any(expanded(text.text, start, short) for start in uses)


@lru_cache(maxsize=8)
def _known(guide: Same[Guide], name: ReadingName, listed: tuple[str, ...]) -> frozenset[str]:
    """Abbreviations that nobody needs to be told: those of names, and those with a link."""
    texts = [*listed, *guide.it.settings.names]
    for term in guide.it.glossary.values():
        linked = not (term.everyday and name == "patient")
        own = term.forms.patient if name == "patient" else term.forms.professional
        texts += term.written(name) if linked else (term.term.for_(name), *own)
    for entry in guide.it.ledger.entries.values():
        texts += (entry.name, *getattr(entry, "aliases", ()))
    return frozenset(short for text in texts for short in _CAPITALS.findall(text))
