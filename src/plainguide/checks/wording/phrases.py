"""Words and phrases that a guide lists, found in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plainguide.checks.text.prose import Prose, prose, prose_of
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

    @cached_property
    def found(self) -> re.Pattern[str] | None:
        """Takes any of the phrases, in a text of small letters."""
        return _pattern(self.phrases)

    @cached_property
    def excused(self) -> re.Pattern[str] | None:
        """Takes any of the phrases in which they are right."""
        return _pattern(self.unless)

    @cached_property
    def advice(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Each phrase's pattern with its advice, the longest first."""
        advice = {phrase.lower(): advice for phrase, advice in self.phrases.items()}
        return tuple((re.compile(_source(p)), advice[p]) for p in _longest_first(advice))


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
    if listed.found is None:
        return
    folded = _folded(text.text)
    excused: list[tuple[int, int]] | None = None
    for match in listed.found.finditer(folded):
        if excused is None:
            unless = listed.excused.finditer(folded) if listed.excused else ()
            excused = [other.span() for other in unless]
        if not any(start <= match.start() and match.end() <= end for start, end in excused):
            said = " ".join(text.text[match.start() : match.end()].split())
            which = next(a for pattern, a in listed.advice if pattern.fullmatch(match[0]))
            yield Match(text.place(match.start()), said, which, match.start())


def _folded(text: str) -> str:
    """A text in small letters, each where it was."""
    folded = text.lower()
    return folded if len(folded) == len(text) else text


def _longest_first(phrases: Iterable[str]) -> list[str]:
    return sorted((p.lower() for p in phrases), key=lambda p: (-len(p), p))


def _pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all phrases, the longest first; none where there are none.

    Phrases are grouped by their first letter, and then by their second. One after the other, all
    of them would be tried at each word.
    """
    groups: dict[str, dict[str, list[str]]] = {}
    for phrase in _longest_first(phrases):
        first, second = phrase[:1], phrase[1:2]
        if not (first + second).isalpha():
            first = second = ""
        rest = _source(phrase)[len(first + second) :]
        groups.setdefault(first, {}).setdefault(second, []).append(rest)
    if not groups:
        return None
    each = "|".join(
        first + _any(second + _any(rest) for second, rest in seconds.items())
        for first, seconds in groups.items()
    )
    return re.compile(rf"(?<![\w-])(?:{each})(?![\w-])")


def _any(sources: Iterable[str]) -> str:
    return f"(?:{'|'.join(sources)})"


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
