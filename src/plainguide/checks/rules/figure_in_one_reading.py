"""A figure that only one reading shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plainguide.checks.ledger.shown import Seen, Shown, figures_in, once
from plainguide.checks.registry import Compiled, Hit, each_topic, follows
from plainguide.checks.text.texts import texts_in
from plainguide.checks.wording.phrases import Words, found_in
from plainguide.model.base import LedgerName, Record
from plainguide.model.entry import Trial
from plainguide.model.evidence import Ledger
from plainguide.model.reading import Reading, Section
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
    or whose trial that section names to patients, unless listed words in that section tell it.
    Pictures and sections of one reading do not ask.

    Why:    a professional must find the number that a patient brings along, and a patient must not
            get the benefit and miss the deaths.
    Bad:    patient: It helped {{ trial.final.orr }}.   professional: (shows only trial.final.pfs)
    Good:   both readings show trial.final.orr, each in its own words
    Source: a rule of this project's own, because two readings of one fact have to agree; IPDAS asks
            to present benefits and harms with the same completeness.
    """
    ledger = compiled.guide.ledger
    patient, professional = readings["patient"].sections, readings["professional"].sections
    here, there = figures_in(patient, ledger), figures_in(professional, ledger)
    refs = {shown.bound.ref for shown in there}
    totals = {(shown.entry, shown.total) for shown in there}
    for ref, shown in once(here):
        if ref not in refs and (shown.entry, shown.counted) not in totals:
            told = f"patients are shown “{shown.text}”, and the professional reading of this page"
            yield shown.use.place, f"{told} does not have {ref}; show it there too"
    seen, known = Seen.of(here), {shown.bound.ref for shown in here}
    for ref, shown in once(there):
        figure = shown.bound.figure
        words = compiled.policy(KeyFigures).endpoints.get(figure.endpoint or "")
        asked = seen.lacks(shown) or (
            shown.bound.ref not in known and _named(patient, shown, ledger)
        )
        if words and shown.asks and asked and not _told(patient, shown, words):
            told = f"“{shown.text}” ({figure.name}) is not in the patient reading of this page"
            yield shown.use.place, f"{told}; show patients {ref}, or tell them in words"


def _named(patient: Iterable[Section], shown: Shown, ledger: Ledger) -> bool:
    """Whether patients read the name of the figure's trial in the section that shows it."""
    entry = ledger.entries.get(shown.entry)
    if not isinstance(entry, Trial):
        return False
    name = entry.name.partition(",")[0]
    same = [section for section in patient if section.id == shown.section]
    return any(name in unit for section in same for block in section.blocks for unit in block.plain)


def _told(patient: Iterable[Section], shown: Shown, words: Words) -> bool:
    """Whether patients are told in the words of that section; of the page where they lack it."""
    same = [section for section in patient if section.id == shown.section]
    texts = (text for section in same or patient for text in texts_in(section))
    return any(True for text in texts for _ in found_in(text, words))
