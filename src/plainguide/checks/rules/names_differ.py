"""A medicine, test or trial that patients are told of under a name that the other reading lacks."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache

from plainguide.checks.ledger.names import Name, Named, Names, Told
from plainguide.checks.registry import Compiled, Hit, each_topic, follows
from plainguide.checks.same import Same
from plainguide.checks.text.pairs import pairs
from plainguide.checks.text.texts import texts_in
from plainguide.model.base import Record, Slug, Text
from plainguide.model.entry import Therapy
from plainguide.model.guide import Guide
from plainguide.model.reading import Reading, Section
from plainguide.model.topic import READINGS, ReadingName, Topic

_BEGINS = re.compile(r"(?:^|[.!?:]\s)[\s|]*(?:[\w-]+(?:\s[\w-]+){0,3},?\s+(?:and|or)\s+)?$")

Aliases = Mapping[Text, tuple[Text, ...]]


class Namings(Record):
    """What things are called beside their names in the ledger.

    Attributes:
        names: by kind (`medicine`, `test` …) each name with its other names.
        anywhere: sections that ask or gather; the other reading may name a thing anywhere.
        strict: kinds of which a section may name none that the other reading's section does not,
            once that names any.
    """

    names: Mapping[Text, Aliases]
    strict: tuple[Text, ...] = ("medicine",)
    anywhere: tuple[Slug, ...] = ()


@follows(Namings)
@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find names in patient text for which the professional text of the section has none or others.

    Told is a medicine, test or trial that the professional reading nowhere names; a medicine where
    the professional section names medicines, and not this one; a test where it names another
    instead. A trial stands for its medicines, and a figure for its trial. Told too is a medicine
    that professionals read of and patients do not, though they read of others: one on which the
    topic rests (`evidence`), or one with which a sentence of that section begins. More detail for
    professionals is no fault.

    Why:    a reader who switches must meet the same thing; two names for one are two things to a
            patient, and one name for two is a mistake that can end in the wrong medicine.
    Bad:    patient: Calm tea is allowed.   professional: Dusk tea is authorised.
    Good:   both name calm tea
    Source: EU guideline on the readability of the label and package leaflet (names used alike
            throughout); the comparison of readings is this project's own.
    """
    policy = compiled.policy(Namings)
    names = _names(Same(compiled.guide), Same(policy))
    told = {r: {s.place: names.told(s) for s in readings[r].sections} for r in READINGS}
    patient, on_page = ({n for text in told[r].values() for n in text.meant} for r in READINGS)
    for pair in pairs(readings):
        here, there = (told[reading][pair[reading].place] for reading in READINGS)
        anywhere = pair["patient"].id in policy.anywhere
        for name in here.named.keys() - there.meant:
            message = f"patients read of “{here.named[name].said}” here, and the professional text "
            others = [] if anywhere else _others(name, here, there, policy)
            if name not in on_page:
                message += "of this page does not name it; name it there too, or correct it here"
            elif others:
                instead = " and ".join(f"“{other.said}”" for other in others[:2])
                message += f"of this section names {instead} instead; name the same in both"
            else:
                continue
            yield here.named[name].place, message
        if any(name.kind == "medicine" for name in here.named):
            yield from _subjects(pair["professional"], names, patient)
    if any(name.kind == "medicine" for name in patient):
        yield from _unsaid(readings["patient"].topic, compiled, names, on_page - patient)


def _subjects(section: Section, names: Names, known: Container[Name]) -> Iterator[Hit]:
    """Medicines with which a sentence begins, and that patients read of nowhere on the page."""
    told: set[Name] = set()
    for text in texts_in(section):
        for start, said, name in names.in_text(text.text):
            begins = _BEGINS.search(text.text, 0, start)
            if name.kind == "medicine" and begins and name not in known and name not in told:
                told.add(name)
                message = f"professionals read of “{said}” here, and patients of other medicines"
                yield text.place(start), f"{message} and never of this one; tell them of it too"


def _others(name: Name, here: Told, there: Told, policy: Namings) -> list[Named]:
    """What the professional section names where the patient's names `name`."""
    if name.kind == "trial":
        return []
    return [
        named
        for other, named in there.named.items()
        if other.kind == name.kind and (name.kind in policy.strict or other not in here.meant)
    ]


def _unsaid(topic: Topic, compiled: Compiled, names: Names, unsaid: set[Name]) -> Iterator[Hit]:
    """Medicines on which the topic rests, and of which only professionals read."""
    for key in topic.front.evidence:
        entry = compiled.guide.ledger.entries.get(key)
        missing = names.implied.get(key, frozenset()) & unsaid
        if isinstance(entry, Therapy) and missing:
            titles = " and ".join(sorted(f"“{name.title}”" for name in missing))
            message = f"this topic rests on {key}, and only professionals read of {titles}"
            yield topic.places["evidence"], f"{message}; tell patients of it too"


@lru_cache(maxsize=4)
def _names(guide: Same[Guide], policy: Same[Namings]) -> Names:
    return Names.of(guide.it.ledger, policy.it.names)
