"""The words of a language, from a published dictionary in Hunspell's format.

The dictionaries lie in `dictionaries/`, one folder a language, as they were published. Of the
format's rules only prefixes and suffixes are needed: every form of every word is made once, in a
fifth of a second, and looked up ever after.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from string import ascii_lowercase

_FOLDER = Path(__file__).parent / "dictionaries"
_SURE = 2
"""How many letters of a word are right even where several others are not."""
_ALIKE = 0.75
"""How much two words must have in common for one to be meant by the other."""
_VOWELS = "aeiouy"
_SHORT = 5
"""Below how many letters a word lacks one rather than having one too many."""


@dataclass(frozen=True, slots=True)
class _Affix:
    """What a word may take at its beginning or at its end."""

    before: bool
    strip: str
    add: str
    fits: re.Pattern[str]

    def of(self, word: str) -> str | None:
        """The word with the affix; none where it does not fit."""
        if not self.fits.search(word):
            return None
        if self.before:
            return self.add + word.removeprefix(self.strip)
        return word.removesuffix(self.strip) + self.add


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a dictionary, as BCP 47 tags."""
    return tuple(sorted(path.name for path in _FOLDER.iterdir() if path.is_dir()))


@cache
def words_of(language: str) -> frozenset[str]:
    """Every form of every word of a language; none where it has no dictionary."""
    if language not in languages():
        return frozenset()
    folder = _FOLDER / language
    affixes = _affixes((folder / "index.aff").read_text(encoding="utf-8"))
    forms: set[str] = set()
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        taken = [affix for flag in flags for affix in affixes.get(flag, ())]
        grown = [word, *(f for affix in taken if not affix.before and (f := affix.of(word)))]
        forms.update(grown)
        for affix in taken:
            if affix.before:
                forms.update(form for word in grown if (form := affix.of(word)))
    return frozenset(forms)


def _affixes(text: str) -> dict[str, list[_Affix]]:
    """The affixes of a dictionary, by flag."""
    affixes: dict[str, list[_Affix]] = {}
    for line in text.splitlines():
        match line.split():
            case ["PFX" | "SFX" as kind, flag, strip, add, condition, *_]:
                before = kind == "PFX"
                fits = re.compile(f"^{condition}" if before else f"{condition}$")
                affix = _Affix(before, strip.strip("0"), add.strip("0"), fits)
                affixes.setdefault(flag, []).append(affix)
    return affixes


def holds(words: Collection[str], word: str) -> bool:
    """Whether words hold one, as it stands, in small letters, or as a name in capitals."""
    return word in words or word.lower() in words or (word.isupper() and word.title() in words)


@lru_cache(maxsize=4096)
def one_slip_away(word: str, words: frozenset[str]) -> str | None:
    """Which of some words was meant by one with a single slip of the pen, most likely."""
    near = next((near for near in _slips(word.lower()) if near in words), None)
    return _capital_of(word, near) if near else None


@lru_cache(maxsize=4096)
def nearest(word: str, language: str) -> str | None:
    """Which word of a language was meant; none where nothing is near enough to say."""
    if near := one_slip_away(word, words_of(language)):
        return near
    alike = _beginning_with(language).get(word.lower()[:_SURE], ())
    lengths = range(len(word) - 2, len(word) + 3)
    near_ones = get_close_matches(word.lower(), [w for w in alike if len(w) in lengths], 1, _ALIKE)
    return _capital_of(word, near_ones[0]) if near_ones else None


@cache
def _beginning_with(language: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a language by their first letters, in which few slips are made."""
    found: dict[str, list[str]] = {}
    for word in sorted(words_of(language)):
        found.setdefault(word[:_SURE], []).append(word)
    return {start: tuple(words) for start, words in found.items()}


def _capital_of(word: str, near: str) -> str:
    return near.capitalize() if word[0].isupper() else near


def _slips(word: str) -> Iterator[str]:
    """What a word may have been meant to be, the likeliest first."""
    parts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1)
    yield from (a + a[-1] + b for a, b in parts if a)
    yield from (a + b[1:] for a, b in parts if len(b) > 1 and b[0] == b[1])
    yield from (f"{a}'{b}" for a, b in parts if a and b)
    longer = (a + letter + b for a, b in parts for letter in ascii_lowercase)
    shorter = (a + b[1:] for a, b in parts if a and b)
    vowel = (a + x + b[1:] for a, b in parts if b and b[0] in _VOWELS for x in _VOWELS)
    short = len(word) < _SHORT
    yield from chain(longer, vowel, shorter) if short else chain(vowel, shorter, longer)
    yield from (a + letter + b[1:] for a, b in parts if b for letter in ascii_lowercase)
    yield word[1:]
