"""Words of the glossary that belong to the other reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.same import Same
from plainguide.checks.text.pairs import other
from plainguide.checks.text.passages import passages
from plainguide.checks.text.prose import Prose
from plainguide.checks.text.quotes import quoted, within
from plainguide.checks.text.texts import headings_of
from plainguide.checks.wording.explained import explained
from plainguide.checks.wording.patterns import folded, pattern_of
from plainguide.model.base import Record, Text
from plainguide.model.glossary import Glossary, Term
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName


class TermOfOtherReading(Record):
    """Forms that both readings may use, though the glossary has them for one.

    Attributes:
        patient: professionals' forms that patients may read.
        professional: patients' forms that professionals may read.
    """

    patient: tuple[Text, ...] = ()
    professional: tuple[Text, ...] = ()


@follows(TermOfOtherReading)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find what the glossary calls otherwise in this reading.

    Found is a form that a term has in the other reading only, unless a form of this reading stands
    in the same paragraph, the text explains it there, or it stands between quotation marks; after
    that, the page may use it. What both readers read is held to the words of patients. Forms that
    the guide lets both use, and `names` in `guide.yml`, are never found.

    Why:    a patient who meets the professionals' word is lost, and a professional who meets the
            everyday one can’t tell what exactly was measured.
    Bad:    (patient) The objective response rate was high.
    Good:   (patient) It helped many people (this is the objective response rate).
    Source: AHRQ PEMAT, items 3 and 4 (everyday language; medical terms are defined when used). For
            professionals, a rule of this project's own, as the two readings must not blur.
    """
    policy = compiled.policy(TermOfOtherReading)
    may = policy.patient if reading.name == "patient" else policy.professional
    names = compiled.guide.settings.names
    foreign, found = _foreign(Same(compiled.guide.glossary), reading.name, (*may, *names))
    whose = "professionals" if reading.name == "patient" else "patients"
    told: set[str] = set()
    shared = _shared(reading, compiled)
    for text in (*_in_blocks(reading), *headings_of(reading)):
        if text.text and text.place(0).line in shared:
            continue
        for match in found.finditer(folded(text.text)):
            start, end = match.span()
            said = " ".join(text.text[start:end].split())
            form, term = foreign[" ".join(match[0].split())]
            own = term.term.for_(reading.name)
            if own in told or (_is_name(form) and said != form):
                continue
            if _beside(text.text, start, end, term, reading.name):
                told.add(own)
            else:
                yield text.place(start), f"“{said}” is what {whose} read; write “{own}”"


def _shared(reading: Reading, compiled: Compiled) -> frozenset[int]:
    """Lines that professionals read with patients, and that have to speak to patients."""
    if reading.name == "patient":
        return frozenset()
    patient = compiled.readings[reading.topic.front.id]["patient"]
    lines = {line.place.line for block in patient.blocks for line in block.written}
    return frozenset(lines | {section.place.line for section in patient.sections})


def _in_blocks(reading: Reading) -> Iterator[Prose]:
    for block in reading.blocks:
        yield from passages(block)


def _beside(text: str, start: int, end: int, term: Term, name: ReadingName) -> bool:
    """Tell whether a passage has the reading's own form too, explains the other, or quotes it."""
    if any(_has(folded(text), word) for word in _own(term, name)):
        return True
    if within(quoted(text), start, end):
        return True
    return name == "patient" and explained(text, start, end)


@lru_cache(maxsize=8)
def _foreign(
    glossary: Same[Glossary], name: ReadingName, may: tuple[str, ...]
) -> tuple[Mapping[str, tuple[str, Term]], re.Pattern[str]]:
    """The forms of the other reading, in small letters, each as it is written and with its term.

    With them comes a pattern that takes any of them.
    """
    terms = glossary.it.values()
    mine = {form.casefold() for term in terms for form in _own(term, name)}
    mine |= {form.casefold() for form in may}
    mine |= {f"{form}s" for form in mine} | {form.removesuffix("s") for form in mine}
    foreign = {
        small: (form, term)
        for term in terms
        for form in _own(term, other(name))
        if (small := folded(form)) not in mine
    }
    return foreign, pattern_of(foreign) or re.compile("(?!)")


def _own(term: Term, name: ReadingName) -> Iterator[str]:
    """The forms that a term has in a reading; an abbreviation is the professionals'."""
    yield term.term.for_(name)
    yield from term.forms.patient if name == "patient" else term.forms.professional


def _has(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text) is not None


def _is_name(form: str) -> bool:
    """Whether a form is told from another word by its capitals."""
    return any(letter.isupper() for letter in form[1:])
