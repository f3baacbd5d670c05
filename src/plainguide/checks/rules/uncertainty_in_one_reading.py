"""Something that one reading calls uncertain and the other does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plainguide.checks.registry import Compiled, Hit, each_topic, follows
from plainguide.checks.text.pairs import other, pairs
from plainguide.checks.text.texts import texts_in
from plainguide.checks.wording.phrases import Match, Words, found_in
from plainguide.model.base import Record, Slug
from plainguide.model.reading import Reading, Section
from plainguide.model.topic import READINGS, ReadingName


class Side(Record):
    """How one reading says that something is uncertain.

    Attributes:
        says: what asks for the like in the other reading.
        beside_figures: the same, where the other reading shows figures in that section.
        answers: what does not ask for it, but is enough as an answer.
    """

    says: Words
    beside_figures: Words = Words(says=())
    answers: Words = Words(says=())


class Uncertainty(Record):
    """How both readings say that something is uncertain.

    Attributes:
        anywhere: sections that gather what is not known; the other reading may say it anywhere.
    """

    patient: Side
    professional: Side
    anywhere: tuple[Slug, ...] = ()

    def of(self, reading: ReadingName) -> Side:
        """How one reading says it."""
        return self.patient if reading == "patient" else self.professional


@follows(Uncertainty)
@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find sections in which one reading says that something is uncertain and the other does not.

    Uncertain is what the guide lists: not known, not settled, immature; of a study without a
    control group where the other reading shows figures of it. Words in tables do not ask for an
    answer, but they are one. Told once a section and reading, at the first such words.

    Why:    a doubt that only professionals are told of turns into a promise for patients; one that
            only patients are told of, into a doubt about the page.
    Bad:    patient: It helps people to live longer.   professional: The effect is not established.
    Good:   patient: Nobody knows yet if people live longer.
    Source: CDC Clear Communication Index, item 12 (does the material say what is known and what is
            not?); IPDAS, which asks to describe uncertainty around the probabilities.
    """
    listed = compiled.policy(Uncertainty)
    for pair in pairs(readings):
        for name in READINGS:
            against = other(name)
            asked = _first(pair[name], _asking(listed.of(name), pair[against]))
            if asked is None:
                continue
            everywhere = pair[name].id in listed.anywhere
            there = readings[against].sections if everywhere else (pair[against],)
            if not _answered(there, listed.of(against)):
                where = "on this page" if everywhere else "in this section"
                message = (
                    f"the {name} text says “{asked.said}” here, and the {against} text {where} "
                    "says nothing of doubt; say there too what is not known"
                )
                yield asked.place, message


def _asking(side: Side, against: Section) -> tuple[Words, ...]:
    """The lists whose words ask for the like in the section `against`."""
    shows = any(block.uses for block in against.blocks)
    return (side.says, side.beside_figures) if shows else (side.says,)


def _first(section: Section, lists: Iterable[Words]) -> Match | None:
    """The first listed words of a section, tables apart."""
    texts = list(texts_in(section, tables=False))
    found = [match for text in texts for words in lists for match in found_in(text, words)]
    return min(found, key=lambda match: match.place, default=None)


def _answered(sections: Iterable[Section], side: Side) -> bool:
    """Whether any of these sections says that something is uncertain."""
    lists = (side.says, side.beside_figures, side.answers)
    texts = (text for section in sections for text in texts_in(section))
    return any(True for text in texts for words in lists for _ in found_in(text, words))
