"""Words and phrases that a guide lists, found in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from plainguide.checks.prose import Prose, prose, prose_of
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Reading, Written


class Phrases(Record):
    """A list of phrases.

    Attributes:
        phrases: each with what to write instead. `*` at the end of a word stands for any ending;
            `…` between two words for up to three others.
        unless: longer phrases, written likewise, in which they are right.
    """

    phrases: Mapping[Text, Text]
    unless: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that was found.

    Attributes:
        said: the words of the text.
        advice: what the list says of them.
        start: where in its text it begins.
    """

    place: Place
    said: str
    advice: str
    start: int


def in_reading(reading: Reading, listed: Phrases) -> Iterator[Match]:
    """Find listed phrases in everything that a reading says: title, summary, headings and text."""
    for text in texts_of(reading):
        yield from in_prose(text, listed)


def texts_of(reading: Reading) -> Iterator[Prose]:
    """Every text of a reading: title, summary, and each heading with its blocks."""
    front = reading.topic.front
    for key, wording in (("title", front.title), ("summary", front.summary)):
        place = reading.topic.places[f"{key}.{reading.name}"]
        yield prose_of((Written(place, wording.for_(reading.name)),))
    for section in reading.sections:
        if section.title:
            # The title stands after the marks of its heading, `## `.
            at = Place(section.place.path, section.place.line, section.place.column + 3)
            yield prose_of((Written(at, section.title),))
        for block in section.blocks:
            if block.kind not in {"code", "picture"}:
                yield prose(block)


def in_prose(text: Prose, listed: Phrases) -> Iterator[Match]:
    """Find listed phrases in one text; of several that overlap, the longest."""
    found = _pattern(tuple(listed.phrases))
    if found is None:
        return
    excused = [match.span() for match in _all(listed.unless, text.text)]
    advice = _advice(tuple(listed.phrases.items()))
    for match in found.finditer(text.text):
        if not any(start <= match.start() and match.end() <= end for start, end in excused):
            said = " ".join(match[0].split())
            which = next(a for pattern, a in advice if pattern.fullmatch(match[0]))
            yield Match(text.place(match.start()), said, which, match.start())


def _all(phrases: tuple[str, ...], text: str) -> Iterable[re.Match[str]]:
    pattern = _pattern(phrases)
    return pattern.finditer(text) if pattern else ()


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all phrases, the longest first; none where there are none."""
    if not phrases:
        return None
    each = "|".join(_source(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))
    return re.compile(rf"(?<![\w-])(?:{each})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=256)
def _advice(items: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each phrase's pattern with its advice, the longest first."""
    ordered = sorted(items, key=lambda item: (-len(item[0]), item[0]))
    return tuple((re.compile(_source(p), re.IGNORECASE), advice) for p, advice in ordered)


def _source(phrase: str) -> str:
    """A phrase as a pattern: words apart by any space, straight and curly apostrophes alike."""
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
    return _grouped([_source(p) for p in sorted(phrases, key=lambda p: (-len(p), p))], 4) or "(?!)"


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


_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@lru_cache(maxsize=64)
def heads_of(phrases: tuple[str, ...]) -> Heads:
    """The words with which some phrases begin."""
    words: set[str] = set()
    stems: set[str] = set()
    for phrase in phrases:
        for word in phrase.lower().replace("’", "'").split():
            if found := _LETTERS.search(word):
                (stems if word.endswith("*") else words).add(found[0])
                break
    return Heads(frozenset(words), tuple(sorted(stems)))
