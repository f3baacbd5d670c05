"""A figure that only one reading shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plainguide.checks.listed import Words, found_in, texts_in
from plainguide.checks.registry import Compiled, Hit, each_topic, follows
from plainguide.model.base import LedgerName, Record
from plainguide.model.evidence import Bound, Ledger
from plainguide.model.figure import Count, Share
from plainguide.model.reading import Reading, Section, Use
from plainguide.model.topic import ReadingName


class KeyFigures(Record):
    """The end points whose figures patients must see too.

    Attributes:
        endpoints: each with the words that tell its figure as well, such as that nobody died.
    """

    endpoints: Mapping[LedgerName, Words]


@follows(KeyFigures)
@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find figures of one reading that the other should show on the page, and does not.

    That is each figure of the patient reading; a group's size counts as shown where a share is
    shown "of" so many of the same study. From the professional text it is the current, read figure
    of a key end point (the guide lists them), of people of whom patients are shown other figures,
    unless listed words in that section tell it. Pictures and sections of one reading do not ask.

    Why:    a professional must find the number that a patient brings along, and a patient must not
            get the benefit and miss the deaths.
    Bad:    patient: It helped {{ trial.final.orr }}.   professional: (shows only trial.final.pfs)
    Good:   both readings show trial.final.orr, each in its own words
    Source: a rule of this project's own, because two readings of one fact have to agree; IPDAS asks
            to present benefits and harms with the same completeness.
    """
    ledger = compiled.guide.ledger
    patient, professional = readings["patient"].sections, readings["professional"].sections
    here, there = _shown(patient, ledger), _shown(professional, ledger)
    refs = {shown.bound.ref for shown in there}
    totals = {(shown.entry, shown.total) for shown in there}
    for ref, shown in _once(here):
        if ref not in refs and (shown.entry, shown.counted) not in totals:
            told = f"patients are shown “{shown.text}”, and the professional reading of this page"
            yield shown.use.place, f"{told} does not have {ref}; show it there too"
    seen = _Seen.of(here)
    for ref, shown in _once(there):
        figure = shown.bound.figure
        words = compiled.policy(KeyFigures).endpoints.get(figure.endpoint or "")
        if words and shown.asks and seen.lacks(shown) and not _told(patient, shown, words):
            told = f"“{shown.text}” ({figure.name}) is not in the patient reading of this page"
            yield shown.use.place, f"{told}; show patients {ref}, or tell them in words"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A figure that a page shows.

    Attributes:
        section: the id of the section in which it is shown.
        asks: whether it may have to be shown to patients too.
    """

    use: Use
    bound: Bound
    section: str
    asks: bool

    @property
    def entry(self) -> str:
        return self.bound.ref.partition(".")[0]

    @property
    def text(self) -> str:
        return " ".join(self.use.text.split())

    @property
    def total(self) -> int | None:
        """Of how many it is a share, where that is said."""
        figure = self.bound.figure
        whole = self.use.ref == self.bound.ref or self.use.ref.endswith(".of")
        return figure.of if isinstance(figure, Share) and whole else None

    @property
    def counted(self) -> int:
        """How many it counts; a number that is no total where it counts none."""
        figure = self.bound.figure
        if isinstance(figure, Share) and figure.of and self.use.ref.endswith(".of"):
            return figure.of
        return int(figure.value) if isinstance(figure, Count) else -1

    @property
    def people(self) -> tuple[str, str | None]:
        """Of whom it is: a trial and its arm."""
        return self.entry, self.bound.figure.arm


@dataclass(frozen=True, slots=True)
class _Seen:
    """What patients are shown: figures, people and end points of people."""

    refs: frozenset[str]
    people: frozenset[object]
    endpoints: frozenset[object]

    @classmethod
    def of(cls, shown: Iterable[_Shown]) -> _Seen:
        listed = list(shown)
        return cls(
            frozenset(s.bound.ref for s in listed),
            frozenset(s.people for s in listed),
            frozenset((s.people, s.bound.figure.endpoint) for s in listed),
        )

    def lacks(self, shown: _Shown) -> bool:
        """Whether these people are shown, and this end point of them is not."""
        endpoint = (shown.people, shown.bound.figure.endpoint)
        return shown.people in self.people and endpoint not in self.endpoints


def _shown(sections: Iterable[Section], ledger: Ledger) -> list[_Shown]:
    """Every figure that sections show, in order."""
    found = []
    for section in sections:
        for block in section.blocks:
            for use in block.uses:
                bound = ledger.bind(use.ref)
                if bound:
                    stands = not bound.superseded and not bound.figure.disputes and bound.checked
                    open_to_all = section.only is None and block.kind != "picture"
                    found.append(_Shown(use, bound, section.id, bool(stands and open_to_all)))
    return found


def _once(shown: Iterable[_Shown]) -> Iterator[tuple[str, _Shown]]:
    """The first place in which each figure is shown."""
    first: dict[str, _Shown] = {}
    for each in shown:
        first.setdefault(each.bound.ref, each)
    yield from first.items()


def _told(patient: Iterable[Section], shown: _Shown, words: Words) -> bool:
    """Whether patients are told in the words of that section; of the page where they lack it."""
    same = [section for section in patient if section.id == shown.section]
    texts = (text for section in same or patient for text in texts_in(section))
    return any(True for text in texts for _ in found_in(text, words))
