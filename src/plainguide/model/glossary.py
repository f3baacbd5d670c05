"""The words that readers may not know, each explained twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.model.base import Record, Slug, Text
from plainguide.model.topic import ReadingName, TwoWordings


class Forms(Record):
    """Other forms of a term as they stand in the text of each reading: plurals, abbreviations."""

    patient: tuple[Text, ...] = ()
    professional: tuple[Text, ...] = ()


class Term(Record):
    """A term and what it means.

    Attributes:
        term: what each reading calls it.
        plain: what it means, in plain words.
        professional: what it means, exactly.
        say: how to say it, with the stressed syllable in capitals.
        everyday: whether patients know the word, so that it stands in the glossary and is not
            linked in their reading.
    """

    term: TwoWordings
    forms: Forms = Forms()
    plain: Text
    professional: Text
    say: Text | None = None
    abbreviation: Text | None = None
    everyday: bool = False

    def written(self, reading: ReadingName) -> Iterator[str]:
        """Every form in which the term stands in a reading's text, the main one first."""
        forms = self.forms.patient if reading == "patient" else self.forms.professional
        yield self.term.for_(reading)
        yield from forms
        if self.abbreviation and self.abbreviation not in forms:
            yield self.abbreviation

    def means(self, reading: ReadingName) -> str:
        """What the term means, for a reading."""
        return self.plain if reading == "patient" else self.professional


Glossary = Mapping[Slug, Term]
