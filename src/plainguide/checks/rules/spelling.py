"""A word that is spelt wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from plainguide.checks.registry import Compiled, Hit, each_guide, follows
from plainguide.checks.spelling.dictionary import languages
from plainguide.checks.spelling.language import own_texts
from plainguide.checks.spelling.speller import Speller
from plainguide.model.base import Record, Text
from plainguide.model.entry import Guideline, Therapy, Trial
from plainguide.model.guide import Guide
from plainguide.model.topic import READINGS

_TOKEN = re.compile(r"(?<![\w@#.])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w@]|['’]\w|\.\w)")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_START = re.compile(r"(?:^|[.!?:;|]\s*|\s{2,}|\n\s*\n)$")
_FILE = "content/rules/spelling.yml"


class Spelling(Record):
    """What a guide's texts hold that no dictionary does.

    Attributes:
        words: each with its plural in `s`; a capital says that it is a name.
        prefixes: what may stand before a known word, with a hyphen or without.
        endings: how words end that are right as a rule, such as `-itis`, if no known word is near.
    """

    words: tuple[Text, ...] = ()
    prefixes: tuple[Text, ...] = ()
    endings: tuple[Text, ...] = ()


@follows(Spelling)
@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find words that the dictionary of the guide's language lacks.

    Known are the words of a published British and a published American dictionary (which of them is
    right, `other-english` tells), those of the guide's file, the names, authors and titles of the
    ledger, the terms of the glossary, the names in `guide.yml` and the words in `syllables.yml`.
    Abbreviations in capitals are not looked at, and names only where a known one is near.

    Why:    who finds a slip in an easy word trusts the hard ones less; and a medicine spelt wrong
            cannot be looked up.
    Bad:    Tell your care team if you have diarhoea.
    Good:   Tell your care team if you have diarrhoea.
    Source: PEMAT-P (AHRQ), on language; NHS service manual, content guide on proofreading; the
            dictionaries are those of SCOWL (wordlist.aspell.net).
    """
    language = guide.settings.language
    if language not in languages():
        return
    policy = compiled.policy(Spelling)
    names = (word for text in _names(guide) for word in _LETTERS.findall(text))
    speller = Speller(language, [*policy.words, *names], policy.prefixes, policy.endings)
    for topic in guide.topics:
        for reading in compiled.readings[topic.front.id].values():
            for text in own_texts(reading):
                for match in _TOKEN.finditer(text.text):
                    if not speller.knows(match[0]) and (message := _message(match, speller)):
                        yield text.place(match.start()), message


def _message(match: re.Match[str], speller: Speller) -> str | None:
    """What to say of a word that is not known; none where it may well be right."""
    word = match[0]
    starts = bool(_START.search(match.string[: match.start()]))
    if speller.is_name(word, starts=starts) or speller.ends_well(word):
        return None
    near = speller.meant(word)
    hint = f'did you mean "{near}"?' if near else "look it up."
    return f'"{word}" is in no dictionary; {hint} If it is right, add it to {_FILE}'


def _names(guide: Guide) -> Iterator[str]:
    """Every name, author, title and term that the guide knows."""
    settings, ledger = guide.settings, guide.ledger
    yield from (settings.title, *settings.names, *(guide.syllables or ()))
    for entry in ledger.entries.values():
        yield entry.name
        if isinstance(entry, Therapy):
            yield from entry.medicines
        if isinstance(entry, Trial):
            yield from chain.from_iterable((arm.title, arm.regimen) for arm in entry.arms.values())
        if isinstance(entry, Guideline):
            yield entry.body
    for source in ledger.sources.values():
        yield from (*source.authors, source.title, source.container)
    for term in guide.glossary.values():
        for reading in READINGS:
            yield from term.written(reading)
