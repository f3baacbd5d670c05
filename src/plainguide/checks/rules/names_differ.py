"""A medicine, test or trial that patients are told of under a name that the other reading lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from plainguide.checks.names import Name, Named, Names
from plainguide.checks.pairs import Pair, pairs
from plainguide.checks.registry import Compiled, Hit, each_topic, follows
from plainguide.model.base import Record, Slug, Text
from plainguide.model.entry import Therapy
from plainguide.model.guide import Guide
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName

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
    on which the topic rests (`evidence`), which professionals read of and patients do not, though
    they read of others. More detail for professionals is no fault.

    Why:    a reader who switches must meet the same thing; two names for one are two things to a
            patient, and one name for two is a mistake that can end in the wrong medicine.
    Bad:    patient: Calm tea is allowed.   professional: Dusk tea is authorised.
    Good:   both name calm tea
    Source: EU guideline on the readability of the label and package leaflet (names used alike
            throughout); the comparison of readings is this project's own.
    """
    policy = compiled.policy(Namings)
    names = _names(_Key(compiled.guide, policy))
    on_page = {name for s in readings["professional"].sections for name in names.meant_in(s)}
    for pair in pairs(readings):
        for named, instead in _strangers(pair, names, on_page, policy):
            told = f"patients read of “{named.said}” here, and the professional text "
            if named.name not in on_page:
                told += "of this page does not name it; name it there too, or correct it here"
            else:
                told += f"of this section names {instead} instead; name the same in both"
            yield named.place, told
    yield from _unsaid(readings, compiled, names, on_page)


def _strangers(
    pair: Pair, names: Names, on_page: set[Name], policy: Namings
) -> Iterator[tuple[Named, str]]:
    """Names of the patient section that the professional one lacks, with what it has instead."""
    here, there = names.in_section(pair["patient"]), names.in_section(pair["professional"])
    meant = {name: names.meant_in(pair[name]) for name in pair}
    for name, named in here.items():
        if name in meant["professional"]:
            continue
        same_kind = [other for other in there if other.kind == name.kind]
        instead = [other for other in same_kind if other not in meant["patient"]]
        listed = same_kind if name.kind in policy.strict else instead
        anywhere = name.kind == "trial" or pair["patient"].id in policy.anywhere
        if name not in on_page or (listed and not anywhere):
            yield named, " and ".join(f"“{there[other].said}”" for other in listed[:2])


def _unsaid(
    readings: Mapping[ReadingName, Reading], compiled: Compiled, names: Names, on_page: set[Name]
) -> Iterator[Hit]:
    """Medicines on which the topic rests, and of which only professionals read."""
    patient = {name for s in readings["patient"].sections for name in names.meant_in(s)}
    front = readings["patient"].topic
    if not any(name.kind == "medicine" for name in patient):
        return
    for key in front.front.evidence:
        entry = compiled.guide.ledger.entries.get(key)
        missing = names.implied.get(key, frozenset()) & on_page - patient
        if isinstance(entry, Therapy) and missing:
            titles = " and ".join(sorted(f"“{name.title}”" for name in missing))
            message = f"this topic rests on {key}, and only professionals read of {titles}"
            yield front.places["evidence"], f"{message}; tell patients of it too"


class _Key:
    """A guide and a policy, by which names are gathered once a run."""

    def __init__(self, guide: Guide, policy: Namings) -> None:
        self.guide, self.policy = guide, policy

    def __hash__(self) -> int:
        return hash((id(self.guide), id(self.policy)))

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, _Key) and self.guide is other.guide
        return same and isinstance(other, _Key) and self.policy is other.policy


@lru_cache(maxsize=4)
def _names(key: _Key) -> Names:
    return Names.of(key.guide.ledger, key.policy.names)
