"""How the two kinds of English spell one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plainguide.checks.spelling.dictionary import languages, words_of

# American letters, and the British ones in the same place.
_PAIRS = (
    ("or", "our"),
    ("er", "re"),
    ("iz", "is"),
    ("yz", "ys"),
    ("e", "ae"),
    ("e", "oe"),
    ("og", "ogue"),
    ("ense", "ence"),
    ("l", "ll"),
    ("s", "c"),
    ("k", "que"),
    ("m", "mme"),
    ("p", "pp"),
    ("t", "tt"),
    ("", "e"),
    ("a", "e"),
    ("i", "y"),
    ("f", "ph"),
    ("o", "ou"),
    ("k", "c"),
    ("er", "eur"),
    ("ow", "ough"),
    ("ll", "l"),
    ("g", "gu"),
    ("z", "s"),
    ("c", "s"),
    ("num", "nium"),
    ("om", "um"),
    ("paj", "pyj"),
    ("u", "ou"),
    ("artif", "artef"),
    ("skept", "scept"),
    ("ered", "red"),
    ("ering", "ring"),
    ("u", "oeu"),
)
_BRITISH = "en-GB"


def other_of(language: str) -> str | None:
    """The other kind of English; none where the language is none that has two dictionaries."""
    others = [other for other in languages() if other != language]
    return others[0] if language in languages() else None


@cache
def own_form(word: str, language: str) -> str | None:
    """How a language spells a word that only the other one has.

    Args:
        word: in small letters.
        language: the language whose form is wanted.

    Returns:
        Its form; none where the word is right, or is spelt so in both or in neither.
    """
    other = other_of(language)
    if other is None or word in words_of(language) or word not in words_of(other):
        return None
    once = list(dict.fromkeys(_respelt(word, to_british=language == _BRITISH)))
    twice = (
        form for respelt in once for form in _respelt(respelt, to_british=language == _BRITISH)
    )
    for form in (*once, *twice):
        if form in words_of(language) and form not in words_of(other):
            return form
    return None


def _respelt(word: str, *, to_british: bool) -> Iterator[str]:
    """The word with one group of letters of one kind replaced by that of the other."""
    for american, british in _PAIRS:
        old, new = (american, british) if to_british else (british, american)
        for match in re.finditer(old, word):
            yield word[: match.start()] + new + word[match.end() :]
