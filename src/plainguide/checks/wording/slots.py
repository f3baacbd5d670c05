"""Phrases with slots, such as `<times> as likely`, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from plainguide.checks.numbers.frequencies import NUMBER

_BUILT_IN = {
    "number": NUMBER,
    "percent": rf"{NUMBER}\s*(?:%|per\s?cent\b)",
}
_GAP = r"(?:\s+[\w'’%-]+){0,4}?"

Tree = dict[str, "Tree"]
"""Phrases word by word; an empty word ends one."""

Slots = tuple[tuple[str, tuple[str, ...]], ...]
"""What each slot may hold, by its name."""


def as_slots(words: Mapping[str, tuple[str, ...]]) -> Slots:
    """Slots in a form that can be looked up again."""
    return tuple(words.items())


@lru_cache(maxsize=64)
def any_phrase(phrases: tuple[str, ...], slots: Slots) -> re.Pattern[str]:
    """One pattern for some phrases.

    Args:
        phrases: `*` at the end of a word stands for any ending, `…` for up to four words,
            `<name>` for any phrase of that slot; `<number>` and `<percent>` are built in.
        slots: their phrases may have slots too, but those named before them only.
    """
    patterns = dict(_BUILT_IN)
    for name, words in slots:
        patterns[name] = f"(?:{_any(words, patterns)})"
    return re.compile(rf"(?<![\w-])(?:{_any(phrases, patterns)})(?!\w)", re.IGNORECASE)


def _any(phrases: Iterable[str], patterns: Mapping[str, str]) -> str:
    """One pattern for some phrases; what they begin with alike is looked for once, for speed."""
    tree: Tree = {}
    for phrase in phrases:
        branch = tree
        for word in _words(phrase, patterns):
            branch = branch.setdefault(word, {})
        branch[""] = {}
    return _branches(tree) or "(?!)"


def _branches(tree: Tree) -> str:
    """What may follow, the longest first; the empty word ends a phrase."""
    ordered = sorted((word for word in tree if word), key=lambda word: (-len(word), word))
    each = []
    for word in ordered:
        rest = _branches(tree[word])
        after = rf"(?:\s+(?:{rest}))" if rest else ""
        optional = "?" if rest and "" in tree[word] else ""
        each.append(f"{word}{after}{optional}")
    return "|".join(each)


def _words(phrase: str, patterns: Mapping[str, str]) -> list[str]:
    """Each word of a phrase as a pattern, a gap with the word before it."""
    words: list[str] = []
    for word in phrase.split():
        if word == "…":
            words[-1] += _GAP
            continue
        escaped = re.sub("['’]", "['’]", re.escape(word)).replace(r"\*", r"[\w'’-]*")
        words.append(re.sub(r"<(\w+)>", lambda slot: patterns[slot[1]], escaped))
    return words
