"""The abbreviations of a text, and whether it says what one stands for, beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.text.sentences import sentence_around
from plainguide.checks.wording.explained import explained

_ABBREVIATION = re.compile(
    r"(?<![\w/.@#])(?P<short>[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*)s?(?![\w@]|-[A-Z0-9])"
)
_ROMAN = re.compile(r"[IVX]+")
_IDENTIFIER = re.compile(r"[A-Z]+\d{3,}[A-Z]*")
_NUMBERED = re.compile(r"(?:[A-Z]|[a-z]{3,})[\s-]+(?:[IVX0-9]+[\s,–/-]*(?:(?:and|or|to)\s+)?)?$")
_LONGEST = 6
"""From more capitals on, it is a name, or someone shouts."""

_SMALL = frozenset(
    ("of", "and", "the", "for", "in", "to", "on", "a", "an", "or", "with", "by", "from")
)
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[A-Za-z]")
_NEAR = 12
"""How many words away the full words may be."""

_SHORT = 2
"""Up to how many letters small words may not spell, as any two words would."""


def abbreviations(text: str) -> Iterator[tuple[int, str]]:
    """Every abbreviation of a passage: the index at which it starts, and its capitals.

    It is a word of two to six capitals, with figures or a plural s that is not given; no Roman
    number, no part of a name with hyphens, and no identifier with three digits or more.
    """
    for match in _ABBREVIATION.finditer(text):
        short, start = match["short"], match.start()
        before = text[:start]
        # “IV” stands for a word too, so that it needs one before it to be a number (“stage IV”).
        numeral = _ROMAN.fullmatch(short) and (short != "IV" or _NUMBERED.search(before))
        # Capitals on both sides of a hyphen are a name (“SOME-ABC01”); those after small letters
        # are not (“non-ABC”).
        part = before.endswith("-") and not before[-2:-1].islower()
        if not (numeral or part or len(short) > _LONGEST or _IDENTIFIER.fullmatch(short)):
            yield start, short


def expanded(text: str, start: int, short: str) -> bool:
    """Tell whether the full words of an abbreviation, or what it means, stand beside it.

    They do if the initials of words near it spell it, if a bracket ties it to words that have its
    letters (“immunohistochemistry (IHC)”), or if it is explained as any other word would be.
    """
    end = start + len(short)
    first, last = sentence_around(text, start)
    letters = "".join(_LETTERS.findall(short)).lower()
    before, after = _words(text[first:start])[-_NEAR:], _words(text[end:last])[:_NEAR]
    if _initials(before, letters) or _initials(after, letters):
        return True
    if text[first:start].rstrip().endswith("(") and any(
        _from(before[i:], letters) for i in range(len(before))
    ):
        return True
    if text[end:last].lstrip().startswith("(") and _from(after, letters, to_end=False):
        return True
    return explained(text, start, end)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _initials(words: list[str], letters: str) -> bool:
    """Tell whether words in a row begin with these letters; small words may be passed over."""
    row = "".join(word[0] for word in words if word not in _SMALL)
    whole = "".join(word[0] for word in words)
    return letters in row or (len(letters) > _SHORT and letters in whole)


def _from(words: list[str], letters: str, *, to_end: bool = True) -> bool:
    """Tell whether words, from the first on, have all letters in order.

    The initial of each must be used, but a small word may be passed over; a word may give several.

    Args:
        words: in small letters.
        letters: what they are to spell.
        to_end: whether the last word must be used.
    """
    if not letters or not words:
        return not letters and (not words or not to_end)
    word, rest = words[0], words[1:]
    if word in _SMALL and _from(rest, letters, to_end=to_end):
        return True
    if word[0] != letters[0]:
        return False
    at = 0
    for taken in range(1, len(letters) + 1):
        if _from(rest, letters[taken:], to_end=to_end):
            return True
        at = word.find(letters[taken : taken + 1] or " ", at + 1)
        if at < 0:
            return False
    return False
