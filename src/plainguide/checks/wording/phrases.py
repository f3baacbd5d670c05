"""Words and phrases that a guide lists, found in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plainguide.checks.text.prose import Prose, prose_of
from plainguide.checks.wording.patterns import folded, longest_first, pattern_of, source_of
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Written

_LETTERS = re.compile(r"[^\W\d_]+")


class Phrases(Record):
    """A list of phrases.

    Attributes:
        phrases: each with what to write instead. `*` at the end of a word stands for any ending;
            `…` between two words for up to three others.
        unless: longer phrases, written likewise, in which they are right.
    """

    phrases: Mapping[Text, Text]
    unless: tuple[Text, ...] = ()

    @cached_property
    def found(self) -> re.Pattern[str] | None:
        """Takes any of the phrases, in a text of small letters."""
        return pattern_of(self.phrases)

    @cached_property
    def excused(self) -> re.Pattern[str] | None:
        """Takes any of the phrases in which they are right."""
        return pattern_of(self.unless)

    @cached_property
    def advice(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Each phrase's pattern with its advice, the longest first."""
        advice = {phrase.lower(): advice for phrase, advice in self.phrases.items()}
        return tuple((re.compile(source_of(p)), advice[p]) for p in longest_first(advice))


class Words(Record):
    """A list of phrases, written as those of `Phrases`, with longer ones that do not count."""

    says: tuple[Text, ...]
    unless: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that was found.

    Attributes:
        said: the words of the text.
        advice: what the list says of them.
        start: where in its text it begins.
    """

    place: Place
    said: str
    advice: str
    start: int


def in_prose(text: Prose, listed: Phrases) -> Iterator[Match]:
    """Find listed phrases in one text; of several that overlap, the longest."""
    if listed.found is None:
        return
    small = folded(text.text)
    excused: list[tuple[int, int]] | None = None
    for match in listed.found.finditer(small):
        if excused is None:
            unless = listed.excused.finditer(small) if listed.excused else ()
            excused = [other.span() for other in unless]
        if not any(start <= match.start() and match.end() <= end for start, end in excused):
            said = " ".join(text.text[match.start() : match.end()].split())
            which = next(a for pattern, a in listed.advice if pattern.fullmatch(match[0]))
            yield Match(text.place(match.start()), said, which, match.start())


def says(text: str, words: Words) -> bool:
    """Whether a text has one of the phrases."""
    return any(found_in(prose_of((Written(Place(""), text),)), words))


def found_in(text: Prose, words: Words) -> Iterator[Match]:
    """Every phrase in a text."""
    small = text.text.casefold()
    # Most texts have none of the phrases, and this is soon told by single words of them.
    if any(key in small for key in _keys(words)):
        yield from in_prose(text, _phrases(words))


@lru_cache(maxsize=256)
def _keys(words: Words) -> tuple[str, ...]:
    """Of each phrase its longest run of letters, without those that hold another."""
    keys = {max(_LETTERS.findall(phrase.casefold()), key=len, default="") for phrase in words.says}
    return tuple(key for key in keys if not any(other in key for other in keys - {key}))


@lru_cache(maxsize=256)
def _phrases(words: Words) -> Phrases:
    return Phrases(phrases=dict.fromkeys(words.says, "-"), unless=words.unless)
