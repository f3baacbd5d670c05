"""Looks words up: in the dictionaries, and among the words that a guide has beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from plainguide.checks.level.syllables import pronounced
from plainguide.checks.spelling.dictionary import holds, languages, nearest, one_slip_away, words_of

_MIXED = re.compile(r".+[A-Z]")
_LATIN = re.compile("[a-zµÀ-ɏ']+", re.IGNORECASE)
_OF_SOMEONE = re.compile(r"'s?$")
_SHORT = 4
"""Parts of words up to this long are not looked at behind a prefix: `cotact` is no `co-tact`."""


class Speller:
    """Knows the words of every dictionary, and a guide's own."""

    def __init__(
        self, language: str, own: Iterable[str], prefixes: Iterable[str], endings: Iterable[str]
    ) -> None:
        """Take what no dictionary has.

        Args:
            language: in which to look for what was meant.
            own: words; a capital says that one is a name. Each is known with a plural in `s`.
            prefixes: what may stand before a known word.
            endings: how words end that are right as a rule.
        """
        words = {word.replace("’", "'") for word in own}
        self._language = language
        self._own = frozenset({*words, *(word.lower() for word in words)})
        self._near = frozenset(word.lower() for word in words if len(word) > _SHORT)
        self._known = self._near | words_of(language)
        self._prefixes = tuple(sorted(prefixes, key=len, reverse=True))
        self._endings = tuple(endings)
        self._seen: dict[str, bool] = {}

    def knows(self, written: str) -> bool:
        """Whether a word is right as it stands; abbreviations in capitals always are."""
        if written not in self._seen:
            self._seen[written] = self._right(_OF_SOMEONE.sub("", written.replace("’", "'")))
        return self._seen[written]

    def _right(self, word: str) -> bool:
        if len(word) == 1 or _MIXED.search(word) or not _LATIN.fullmatch(word):
            return True
        if self._listed(word) or self._listed(_without_accents(word)):
            return True
        small = word.lower()
        rests = (small.removeprefix(p) for p in self._prefixes if small.startswith(p))
        return any(not rest or (len(rest) > _SHORT and self._listed(rest)) for rest in rests)

    def _listed(self, word: str) -> bool:
        return (
            any(holds(words_of(language), word) for language in languages())
            or holds(self._own, word)
            or holds(self._own, word.removesuffix("s"))
        )

    def is_name(self, written: str, *, starts: bool) -> bool:
        """Whether an unknown word is a name, most likely.

        Args:
            written: the word.
            starts: whether it begins a sentence, where any word has a capital.
        """
        word = written.replace("’", "'")
        unsure = not (starts or one_slip_away(word, self._near))
        return word[0].isupper() and (unsure or not word.isascii() or pronounced(word))

    def meant(self, written: str) -> str | None:
        """Which known word an unknown one was meant to be, as far as can be said."""
        word = written.replace("’", "'")
        first = self._near if word[0].isupper() else self._known
        return one_slip_away(word, first) or nearest(word, self._language)

    def ends_well(self, written: str) -> bool:
        """Whether an unknown word ends as right ones do, and is no slip in a word of the guide."""
        ends = bool(self._endings) and written.lower().endswith(self._endings)
        return ends and one_slip_away(written, self._near) is None


def _without_accents(word: str) -> str:
    """A word as the dictionaries write it: `cafe` for `café`."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
