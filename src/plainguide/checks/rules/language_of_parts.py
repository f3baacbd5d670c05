"""Words of another language that do not say so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from plainguide.checks.language import own_texts
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.model.base import Record, Text
from plainguide.model.reading import Reading

_OTHER = "[\u0370-\u1cff\u1f00-\u1fff\u2c80-\ua71f\ua800-\ufaff\ufb07-\ufdff\ufe70-\ufeff]"
_SCRIPT = re.compile(rf"{_OTHER}+(?:[^\w\n]*\s?{_OTHER}+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?:;](?=\s)|\n\s*\n")
_SIGNS = 2
"""Up to how many Greek letters stand for a quantity, as in `β` or `αβ`."""
_WINDOW = 6
"""Among how many words in a row the common words of a language must be."""
_ENOUGH = 3
"""How many of them it takes: names hold one or two, as in `de la Torre`."""

Phrases = tuple[tuple[str, Mapping[str, list[set[str]]], re.Pattern[str]], ...]
"""Of each language its tag, the words of its phrases by the first of each, and their pattern."""


class LanguageOfParts(Record):
    """Other languages, by their tag, such as `es`.

    Attributes:
        phrases: whole phrases.
        common: words that most sentences of the language hold, and no English one does.
    """

    phrases: Mapping[Text, tuple[Text, ...]] = {}
    common: Mapping[Text, tuple[Text, ...]] = {}


@follows(LanguageOfParts)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find words of another language that stand outside of an element with `lang`.

    Words are of another language where they are in another script, are a phrase of the guide's
    list, or where three of six words in a row are common words of one language. One or two Greek
    letters are signs, as in `β`. Names of people and bodies are no part of another language.

    Why: a screen reader reads `lang` to choose its voice. Read out in English, a Spanish sentence
    cannot be understood by anyone.

    Bad:  You can also say: No hablo inglés.
    Good: You can also say: <span lang="es">No hablo inglés.</span>
    Source: WCAG 2.2, success criterion 3.1.2, with technique H58.
    """
    policy = compiled.policy(LanguageOfParts)
    phrases = _phrases(tuple(policy.phrases.items()))
    common = _common(tuple(policy.common.items()))
    for text in own_texts(reading):
        for match in _SCRIPT.finditer(text.text):
            if not _is_sign(match[0]):
                yield text.place(match.start()), _message(match[0], "…")
        said = list(_said(text.text, phrases))
        for start, words, tag in said or _runs(text.text, common):
            yield text.place(start), _message(words, tag)


def _message(words: str, tag: str) -> str:
    said = " ".join(words.split())
    said = said if len(said) <= 40 else f"{said[:40]} …"  # noqa: PLR2004 - what fits on a line
    return (
        f'"{said}" is in another language; write `<span lang="{tag}">` before and `</span>` after'
    )


def _said(text: str, phrases: Phrases) -> Iterator[tuple[int, str, str]]:
    """Where phrases stand: start, words and language."""
    here = set(_TOKEN.findall(text.lower()))
    for tag, listed, pattern in phrases:
        if any(words <= here for word in listed.keys() & here for words in listed[word]):
            for match in pattern.finditer(text):
                yield match.start(), match[0], tag


def _is_sign(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    greek = all(unicodedata.name(letter, "").startswith("GREEK") for letter in letters)
    return not letters or (greek and len(letters) <= _SIGNS)


def _runs(text: str, common: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, str, str]]:
    """Where common words of another language stand close together: start, words and language."""
    if not common:
        return
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    for start, end in pairwise(ends):
        words = list(_WORD.finditer(text, start, end))
        forms = [word[0].lower().replace("’", "'") for word in words]
        for tag in sorted({tag for form in forms for tag in common.get(form, ())}):
            hits = [n for n, form in enumerate(forms) if tag in common.get(form, ())]
            close = [n for n in hits if _enough({forms[m] for m in hits if 0 <= m - n < _WINDOW})]
            if close and any(words[n][0].islower() for n in hits):
                first, last = words[close[0]], words[hits[-1]]
                yield first.start(), text[first.start() : last.end()], tag
                break


def _enough(words: Collection[str]) -> bool:
    """Whether so many different words make a sentence of their language."""
    return len(words) >= _ENOUGH


@lru_cache(maxsize=16)
def _phrases(listed: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases:
    """One pattern for the phrases of each language, the longest first."""
    return tuple(
        (
            tag,
            _by_first_word(phrases),
            re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE),
        )
        for tag, phrases in listed
        if (each := "|".join(_source(p) for p in sorted(phrases, key=len, reverse=True)))
    )


def _by_first_word(phrases: Collection[str]) -> Mapping[str, list[set[str]]]:
    """The words of phrases: with them it is soon told that most texts have none of the phrases."""
    result: dict[str, list[set[str]]] = {}
    for phrase in phrases:
        words = _TOKEN.findall(phrase.lower())
        result.setdefault(words[0], []).append(set(words))
    return result


def _source(phrase: str) -> str:
    words = (re.sub("['’]", "['’]", re.escape(word)) for word in phrase.split())
    return r"\s+".join(words)


@lru_cache(maxsize=16)
def _common(listed: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, frozenset[str]]:
    """The languages in which each word is common."""
    tags: dict[str, set[str]] = {}
    for tag, words in listed:
        for word in words:
            tags.setdefault(word.lower(), set()).add(tag)
    return {word: frozenset(of_word) for word, of_word in tags.items()}
