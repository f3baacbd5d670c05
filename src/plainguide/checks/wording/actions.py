"""What begins with a call to do something, such as "Ask your care team"."""

from __future__ import annotations

import re
from functools import lru_cache

from plainguide.checks.wording.patterns import any_of
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


@lru_cache(maxsize=16)
def _pattern(verbs: Verbs) -> re.Pattern[str]:
    lead = rf"(?:(?:{any_of(verbs.lead)})\W+)*"
    either = rf"(?:{any_of(verbs.verbs)})(?![\w-])"
    noun_too = rf"(?:{any_of(verbs.nouns_too)})\s+(?:{any_of(verbs.objects)})(?![\w-])"
    return re.compile(rf"\W*{lead}(?:{either}|{noun_too})", re.IGNORECASE)
