"""Words of professionals that a patient page uses and does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.same import Same
from plainguide.checks.text.passages import passages
from plainguide.checks.text.prose import Prose
from plainguide.checks.text.quotes import quoted, within
from plainguide.checks.text.texts import headings_of
from plainguide.checks.wording.explained import explained
from plainguide.checks.wording.phrases import Phrases, in_prose
from plainguide.model.base import Text
from plainguide.model.glossary import Glossary
from plainguide.model.reading import Reading

_WORD = re.compile(r"[^\W\d_]{7,}")
_NAME = re.compile(r"\b[A-Z][\w’'-]*\s+(?:(?:for|of|on|and|the)\s+)*$")
_LETTERS = re.compile(r"\b[A-Z]{2,}s?\s+\(\s*(?:[\w-]+\s+){0,3}$")


class Jargon(Phrases):
    """Words of professionals.

    Attributes:
        endings: ends of such words, each with what to write instead.
        known: words with such an end that everyone knows.
    """

    endings: Mapping[Text, Text] = {}
    known: tuple[Text, ...] = ()


@follows(Jargon)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find words of professionals in the patient reading that nothing there explains.

    The guide lists the words, and ends of words. One is in order if the glossary has it as a word
    of the patient reading, if `names` in `guide.yml` has it, or if the page says what it means when
    it comes up: in brackets, or by “means”, “is called” and the like, in its sentence or the next.
    A word between quotation marks is spoken of, and not used.

    Why:    a word that nobody explained makes a reader feel stupid, and stop.
    Bad:    You may get neutropenia.
    Good:   You may get too few white blood cells (neutropenia).
    Source: AHRQ PEMAT, items 3 and 4 (everyday language; medical terms are defined when used).
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Jargon)
    texts = [text for block in reading.blocks for text in passages(block)]
    texts += headings_of(reading)
    found = [(text, *word) for text in texts for word in _words(text, policy)]
    names = compiled.guide.settings.names
    known = _known(Same(compiled.guide.glossary), (*names, *policy.known))
    told: set[str] = set()
    for text, start, said, plain in found:
        word, end = said.casefold(), start + len(said)
        if word in known or _stem(word) in told or _in_name(text.text, start, said):
            continue
        if within(quoted(text.text), start, end) or explained(text.text, start, end):
            told.add(_stem(word))
        else:
            message = f"“{said}” is a word of professionals; write “{plain}”, or add what it means"
            yield text.place(start), message


@lru_cache(maxsize=8)
def _known(glossary: Same[Glossary], more: tuple[str, ...]) -> frozenset[str]:
    """The words that patients know, or that the glossary tells them."""
    forms = (form for term in glossary.it.values() for form in term.written("patient"))
    return frozenset(word.casefold() for word in (*forms, *more))


def _in_name(text: str, start: int, said: str) -> bool:
    """Whether words are part of a name such as “Centers for Disease Control”, or of letters."""
    before = text[:start]
    capitals = all(word[0].isupper() for word in said.split())
    return bool((capitals and _NAME.search(before)) or _LETTERS.search(before))


def _words(text: Prose, policy: Jargon) -> Iterator[tuple[int, str, str]]:
    """Each listed word, and each with a listed end: where, the word, and what to write."""
    taken = set()
    for match in in_prose(text, policy):
        taken.add(match.start)
        yield match.start, match.said, match.advice
    ends = tuple(policy.endings)
    for found in _WORD.finditer(text.text):
        word = found[0].casefold()
        if word.endswith(ends) and found.start() not in taken:
            yield (
                found.start(),
                found[0],
                next(a for e, a in policy.endings.items() if word.endswith(e)),
            )


def _stem(word: str) -> str:
    return word.removesuffix("s")
