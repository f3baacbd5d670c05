"""Letters that the handouts' own fonts have.

What they lack would be drawn in whatever font a machine happens to have: other letters, other
bytes, or an empty box.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}
"""Kinds of characters that no font draws."""
_SELECTORS = range(0xFE00, 0xFE10)


@lru_cache(maxsize=4)
def letters(folder: Path) -> frozenset[str]:
    """The letters that every font in a folder has, be it bold, slanted or plain."""
    faces = [_letters(path) for path in sorted(folder.glob("*.ttf"))]
    return frozenset.intersection(*faces) if faces else frozenset()


def missing(text: str, fonts: Path) -> frozenset[str]:
    """The letters of a text that the fonts in a folder lack."""
    return frozenset(c for c in set(text) - letters(fonts) if not _unseen(c))


def runs(text: str, lacking: frozenset[str]) -> list[tuple[int, str]]:
    """Where such letters stand in a text: the place and the words of each run of them."""
    if not lacking:
        return []
    one = "[" + "".join(re.escape(c) for c in sorted(lacking)) + "]"
    return [(m.start(), m[0]) for m in re.finditer(rf"{one}+(?:[\s\W]*{one}+)*", text)]


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or ord(character) in _SELECTORS


def _letters(path: Path) -> frozenset[str]:
    with TTFont(path, lazy=True) as font:
        return frozenset(chr(code) for code in font.getBestCmap())
