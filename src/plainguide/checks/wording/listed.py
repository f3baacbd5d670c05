"""Words and phrases that a guide lists, asked for with yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.text.prose import Prose, prose, prose_of
from plainguide.checks.wording.phrases import Match, Phrases, in_prose
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Section, Written

_LETTERS = re.compile(r"[^\W\d_]+")


class Words(Record):
    """A list of phrases, written as those of `Phrases`, with longer ones that do not count."""

    says: tuple[Text, ...]
    unless: tuple[Text, ...] = ()


def says(text: str, words: Words) -> bool:
    """Whether a text has one of the phrases."""
    return any(found_in(prose_of((Written(Place(""), text),)), words))


def found_in(text: Prose, words: Words) -> Iterator[Match]:
    """Every phrase in a text."""
    small = text.text.casefold()
    # Most texts have none of the phrases, and this is soon told by single words of them.
    if any(key in small for key in _keys(words)):
        yield from in_prose(text, _phrases(words))


def texts_in(section: Section, *, tables: bool = True) -> Iterator[Prose]:
    """Every text of a section: its title, then its blocks; with or without its tables."""
    if section.title:
        # The title stands after the marks of its heading, `## `.
        at = Place(section.place.path, section.place.line, section.place.column + 3)
        yield prose_of((Written(at, section.title),))
    for block in section.blocks:
        if block.kind not in {"code", "picture"} and (tables or block.kind != "table"):
            yield prose(block)


@lru_cache(maxsize=256)
def _keys(words: Words) -> tuple[str, ...]:
    """Of each phrase its longest run of letters, without those that hold another."""
    keys = {max(_LETTERS.findall(phrase.casefold()), key=len, default="") for phrase in words.says}
    return tuple(key for key in keys if not any(other in key for other in keys - {key}))


@lru_cache(maxsize=256)
def _phrases(words: Words) -> Phrases:
    return Phrases(phrases=dict.fromkeys(words.says, "-"), unless=words.unless)
