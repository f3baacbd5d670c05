"""What a page is about, and where a text names the therapies of the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from plainguide.checks.same import Same
from plainguide.checks.wording.patterns import Heads, heads_of, words_in
from plainguide.model.entry import Therapy, Trial
from plainguide.model.evidence import Ledger
from plainguide.model.guide import Guide
from plainguide.model.place import Place
from plainguide.model.topic import Topic

_JOINED = (
    r"\s*(?:[+/&–-]|\bin\s+combination\s+with\b|\b(?:combined|together|along)\s+with\b"
    r"|\b(?:with|plus|and)\b)\s*"
)
ALLOWED = frozenset({"approved", "accelerated", "conditional"})
"""Decisions by which a therapy may be used, for all people or for some, for good or for now."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a text names a therapy.

    Attributes:
        therapies: which one it can be; more than one where they share the medicine that is named.
    """

    start: int
    end: int
    said: str
    therapies: frozenset[str]


@dataclass(frozen=True, slots=True)
class TherapyNames:
    """The names of all therapies, in one pattern."""

    _pattern: re.Pattern[str] | None
    _groups: tuple[frozenset[str], ...]
    _heads: Heads

    def find(self, text: str) -> Iterator[Naming]:
        """Every naming of a therapy in a text; of several that overlap, the longest."""
        if self._pattern is None or not self._heads.among(words_in(text)):
            return
        for match in self._pattern.finditer(text):
            group = self._groups[(match.lastindex or 1) - 1]
            yield Naming(match.start(), match.end(), " ".join(match[0].split()), group)


def about(topic: Topic, ledger: Ledger) -> Iterator[tuple[str, Therapy, Place]]:
    """The therapies that a topic is about, directly or by a trial, each once, with its place."""
    seen: set[str] = set()
    for index, name in enumerate(topic.front.about):
        entry = ledger.entries.get(name)
        arms = entry.arms.values() if isinstance(entry, Trial) else ()
        for therapy in [name, *(arm.therapy for arm in arms if arm.therapy)]:
            found = ledger.entries.get(therapy)
            if isinstance(found, Therapy) and therapy not in seen:
                seen.add(therapy)
                yield therapy, found, topic.places[f"about.{index}"]


def therapies(ledger: Ledger) -> Mapping[str, Therapy]:
    """Every therapy of the ledger, by name."""
    return {name: e for name, e in ledger.entries.items() if isinstance(e, Therapy)}


def names_of(guide: Guide, only: frozenset[str] | None = None) -> TherapyNames:
    """The names of all therapies: the ledger's, and what the glossary also calls a medicine.

    Args:
        guide: the guide.
        only: therapies to look for; a medicine that others have too is not looked for then.
    """
    return _names_of(Same(guide), only)


@lru_cache(maxsize=8)
def _names_of(same: Same[Guide], only: frozenset[str] | None) -> TherapyNames:
    guide = same.it
    known = therapies(guide.ledger)
    medicines = {medicine.lower() for entry in known.values() for medicine in entry.medicines}
    forms: dict[str, set[str]] = {medicine: {medicine} for medicine in medicines}
    for term in guide.glossary.values():
        for medicine in {term.term.patient.lower(), term.term.professional.lower()} & medicines:
            forms[medicine] |= {*term.written("patient"), *term.written("professional")}
    listed = tuple(
        (key, entry.name, tuple(medicine.lower() for medicine in entry.medicines))
        for key, entry in known.items()
    )
    return _names(listed, tuple((m, tuple(sorted(of))) for m, of in sorted(forms.items())), only)


def _names(
    listed: tuple[tuple[str, str, tuple[str, ...]], ...],
    forms: tuple[tuple[str, tuple[str, ...]], ...],
    only: frozenset[str] | None,
) -> TherapyNames:
    """One pattern: whole names and combinations first, then medicines that stand alone."""
    of = {medicine: _medicine(medicine, said, [m for m, _ in forms]) for medicine, said in forms}
    sources: dict[str, set[str]] = {}
    for key, name, medicines in listed:
        sources.setdefault(_spaced(name), set()).add(key)
        if len(medicines) > 1:
            for order in permutations(medicines):
                sources.setdefault(_JOINED.join(of[m] for m in order), set()).add(key)
        for medicine in medicines:
            sources.setdefault(of[medicine], set()).add(key)
    if only is not None:
        sources = {source: of for source, of in sources.items() if of <= only}
    if not sources:
        return TherapyNames(None, (), heads_of(()))
    ordered = sorted(sources, key=lambda source: (-len(source), source))
    pattern = "|".join(f"({source})" for source in ordered)
    compiled = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)
    groups = tuple(frozenset(sources[source]) for source in ordered)
    return TherapyNames(compiled, groups, _heads(listed, dict(forms), only))


def _heads(
    listed: tuple[tuple[str, str, tuple[str, ...]], ...],
    forms: Mapping[str, tuple[str, ...]],
    only: frozenset[str] | None,
) -> Heads:
    """Words without which a text names none of the therapies.

    Where one of a therapy's medicines is its alone, no text names the therapy without it.
    """
    known = [medicine for _, _, medicines in listed for medicine in medicines]
    phrases: list[str] = []
    for key, name, medicines in listed:
        if only is None or key in only:
            own = [medicine for medicine in medicines if known.count(medicine) == 1]
            sought = own if own and only is not None else medicines
            phrases += [name, *(form for medicine in sought for form in forms[medicine])]
    return heads_of(tuple(phrases))


def _medicine(medicine: str, said: tuple[str, ...], all_medicines: list[str]) -> str:
    """One medicine as a pattern, where it is not the beginning of another one's name."""
    rests = [m[len(medicine) :] for m in all_medicines if m.startswith(f"{medicine} ")]
    longer = "|".join(r"\s+" + _spaced(rest) for rest in sorted(rests))
    return f"(?:{'|'.join(map(_spaced, said))})" + (f"(?!{longer})" if longer else "")


def _spaced(name: str) -> str:
    """A name as a pattern, with any space between its words."""
    return r"\s+".join(re.escape(word) for word in name.split())
