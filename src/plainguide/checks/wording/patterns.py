"""Lists of phrases as patterns, and the words with which phrases begin, for speed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def folded(text: str) -> str:
    """A text in small letters, each where it was; unchanged where a small one would be longer."""
    small = text.lower()
    return small if len(small) == len(text) else text


def longest_first(phrases: Iterable[str]) -> list[str]:
    """Phrases in small letters, the longest first."""
    return sorted((p.lower() for p in phrases), key=lambda p: (-len(p), p))


def whole_words(source: str) -> re.Pattern[str]:
    """A pattern that takes what a pattern's source takes, not inside of a word, in any letters."""
    return re.compile(rf"(?<![\w-])(?:{source})(?![\w-])", re.IGNORECASE)


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all phrases, for texts of small letters; none where there are none."""
    listed = tuple(longest_first(phrases))
    return re.compile(rf"(?<![\w-])(?:{any_of(listed)})(?![\w-])") if listed else None


def source_of(phrase: str) -> str:
    """A phrase as a pattern's source: any space between words, straight and curly marks alike.

    Args:
        phrase: `*` at the end of a word stands for any ending, `…` between two words for up to
            three others.
    """
    words: list[str] = []
    for word in phrase.split():
        if word == "…":
            words[-1] += r"(?:\s+[\w'’-]+){0,3}?"
            continue
        escaped = re.sub(r"['’]", "['’]", re.escape(word))
        words.append(escaped.replace(r"\*", r"[\w'’-]*"))
    return r"\s+".join(words)


@lru_cache(maxsize=256)
def any_of(phrases: tuple[str, ...]) -> str:
    """A pattern's source that takes any of some phrases, the longest first; none takes nothing.

    Phrases that begin alike are tried together, which makes long lists fast.
    """
    return (
        _grouped([source_of(p) for p in sorted(phrases, key=lambda p: (-len(p), p))], 4) or "(?!)"
    )


def _grouped(sources: list[str], depth: int) -> str:
    """Alternatives, parted by their first letters."""
    groups: dict[str, list[str]] = {}
    for source in sources:
        groups.setdefault(source[0] if source[:1].isalnum() else "", []).append(source)
    parts: list[str] = []
    for letter, of in groups.items():
        if letter and depth and len(of) > 1:
            parts.append(f"{letter}(?:{_grouped([source[1:] for source in of], depth - 1)})")
        else:
            parts += of
    # A phrase that ends here is the beginning of the others, which are longer.
    return "|".join(sorted(parts, key=lambda part: not part))


@dataclass(frozen=True, slots=True)
class Heads:
    """The words with which some phrases begin, to tell quickly that a text has none of them."""

    words: frozenset[str]
    stems: tuple[str, ...]

    def among(self, said: AbstractSet[str]) -> bool:
        """Tell whether a phrase may begin somewhere in a text of these words."""
        if not said.isdisjoint(self.words):
            return True
        return bool(self.stems) and any(word.startswith(self.stems) for word in said)


def words_in(text: str) -> AbstractSet[str]:
    """The words of a text, in small letters, as `Heads` compares them."""
    return frozenset(_LETTERS.findall(text.lower().replace("’", "'")))


@lru_cache(maxsize=64)
def heads_of(phrases: tuple[str, ...]) -> Heads:
    """The words with which some phrases begin, of each the first that has letters."""
    words: set[str] = set()
    stems: set[str] = set()
    for phrase in phrases:
        for word in phrase.lower().replace("’", "'").split():
            if found := _LETTERS.search(word):
                (stems if word.endswith("*") else words).add(found[0])
                break
    return Heads(frozenset(words), tuple(sorted(stems)))
