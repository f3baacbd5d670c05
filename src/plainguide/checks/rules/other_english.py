"""A word in the spelling of the other kind of English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.spelling.english import other_of, own_form
from plainguide.checks.spelling.language import own_texts
from plainguide.checks.text.prose import Prose
from plainguide.checks.wording.phrases import Phrases, Words, found_in, in_prose
from plainguide.model.base import Text
from plainguide.model.reading import Reading

_TOKEN = re.compile(r"(?<![\w@#.&])[^\W\d_]{3,}(?![\w@]|\.\w)")
_NAMES = {"en-GB": "American", "en-US": "British"}
_TITLE = re.compile(r"“[^”]*[^”?!.,]”|\"[^\"\n]*[^\"?!.,]\"")
_SMALL = r"(?:(?:of|for|and|the|in|on|to|&)\s)*"
# Words of one name are one space apart; what marks have parted is further apart.
_BEFORE = re.compile(rf"[A-Z][\w’'&-]*\s{_SMALL}$")
_AFTER = re.compile(rf"\s{_SMALL}[A-Z]")
_START = re.compile(r"(?:^|[.!?:;|]\s*|\s{2,}|\n\s*\n)$")


class OtherEnglish(Phrases):
    """Words that the two kinds of English spell or call otherwise, beside those of dictionaries.

    Attributes:
        phrases: as the other kind has it, and as the guide's own does.
        unless: names and titles in which the other form is right.
        right: single words that are right in the guide's language, whatever dictionaries say.
    """

    right: tuple[Text, ...] = ()


@follows(OtherEnglish)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find American spelling in a guide in British English, and the other way round.

    A word is of the other kind where only the other kind's dictionary has it and respelling it by
    the known rules (`-or` and `-our`, `e` and `ae`, `-ize` and `-ise` …) gives a word that only the
    own kind's dictionary has; or where the guide's file lists it. Names, which are words with
    capitals side by side, and titles in quotation marks keep their spelling.

    Why:    "edema" on one line and "oedema" on the next look like two things, and a search for one
            does not find the other.
    Bad:    The edema was localized.
    Good:   The oedema was localised.
    Source: NHS service manual, content style guide (British spelling, `-ise`); the dictionaries are
            those of SCOWL (wordlist.aspell.net).
    """
    policy = compiled.policy(OtherEnglish)
    language = compiled.guide.settings.language
    if (other := other_of(language)) is None:
        return
    for text in own_texts(reading):
        listed = _listed(text, policy)
        for match in _TOKEN.finditer(text.text):
            word = match[0]
            form = own_form(word.lower(), language) if word[1:].islower() else None
            if form and match.start() not in listed and word.lower() not in policy.right:
                listed[match.start()] = (word, form.capitalize() if word[0].isupper() else form)
        if not listed:
            continue
        quoted = [match.span() for match in _TITLE.finditer(text.text)] + _excused(text, policy)
        for start, (said, own) in sorted(listed.items()):
            within = any(a <= start < b for a, b in quoted)
            if not within and not _is_name(text.text, start, said):
                kind = _NAMES.get(language, other)
                yield text.place(start), f'"{said}" is {kind} English; write "{own}"'


def _listed(text: Prose, policy: OtherEnglish) -> dict[int, tuple[str, str]]:
    """Where words of the guide's list stand, with their own form."""
    words = set(_TOKEN.findall(text.text.lower()))
    # Most texts hold no word of the list, and need no second look.
    if words.isdisjoint(_longest(tuple(policy.phrases))):
        return {}
    return {match.start: (match.said, match.advice) for match in in_prose(text, policy)}


@lru_cache(maxsize=16)
def _longest(phrases: tuple[str, ...]) -> frozenset[str]:
    """The words by which one sees that a phrase may be there: the longest of each."""
    return frozenset(max(found, key=len) for p in phrases if (found := _TOKEN.findall(p.lower())))


def _excused(text: Prose, policy: OtherEnglish) -> list[tuple[int, int]]:
    """Where names and titles stand that the guide lists."""
    names = found_in(text, Words(says=policy.unless))
    return [(match.start, match.start + len(match.said) + 1) for match in names]


def _is_name(text: str, start: int, said: str) -> bool:
    """Whether a word with a capital has another one beside it, or stands amid a sentence."""
    if not said[0].isupper():
        return False
    before = text[:start]
    if _AFTER.match(text, start + len(said)) or _BEFORE.search(before):
        return True
    return not _START.search(before)
