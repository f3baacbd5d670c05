"""What begins with a call to do something, such as "Ask your care team"."""

from __future__ import annotations

import re
from functools import lru_cache

from plainguide.model.base import Record, Text


class Verbs(Record):
    """Verbs with which a call to act begins.

    Attributes:
        verbs: that are no nouns as well, such as `ask`.
        nouns_too: verbs that are also nouns, such as `call`; they call to act only before one of
            `objects`.
        objects: words that follow a verb, and seldom a noun, such as `your`.
        lead: words that may stand before the verb, such as `please` or `you can`.
    """

    verbs: tuple[Text, ...]
    nouns_too: tuple[Text, ...] = ()
    objects: tuple[Text, ...] = ()
    lead: tuple[Text, ...] = ()


def calls_to_act(text: str, verbs: Verbs) -> bool:
    """Whether a heading, sentence or list item begins with a call to act."""
    return _pattern(verbs).match(text) is not None


def any_of(phrases: tuple[str, ...]) -> str:
    """A pattern for any of some phrases, the longest first; for none where there are none."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(spaced(phrase) for phrase in ordered) or "(?!)"


def spaced(phrase: str) -> str:
    """A phrase as a pattern: words apart by any space, straight and curly apostrophes alike."""
    escaped = (re.sub("['’]", "['’]", re.escape(word)) for word in phrase.split())
    return r"\s+".join(escaped)


@lru_cache(maxsize=16)
def _pattern(verbs: Verbs) -> re.Pattern[str]:
    lead = rf"(?:(?:{any_of(verbs.lead)})\W+)*"
    either = rf"(?:{any_of(verbs.verbs)})(?![\w-])"
    noun_too = rf"(?:{any_of(verbs.nouns_too)})\s+(?:{any_of(verbs.objects)})(?![\w-])"
    return re.compile(rf"\W*{lead}(?:{either}|{noun_too})", re.IGNORECASE)
