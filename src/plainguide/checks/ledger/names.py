"""The names by which texts speak of medicines, tests and trials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plainguide.checks.text.texts import texts_in
from plainguide.model.entry import AnyEntry, Therapy, Trial
from plainguide.model.evidence import Ledger
from plainguide.model.place import Place
from plainguide.model.reading import Section

_WORD = re.compile(r"(?<![\w-])\w+")


@dataclass(frozen=True, slots=True)
class Name:
    """One thing that can be named.

    Attributes:
        kind: `medicine`, `trial`, or what else the guide lists.
    """

    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Named:
    """A thing, as a text names it.

    Attributes:
        said: the words of the text.
    """

    name: Name
    said: str
    place: Place


@dataclass(frozen=True, slots=True)
class Told:
    """What a section tells of.

    Attributes:
        named: what it names, each with the first place.
        meant: the same, and what its trials and figures are of.
    """

    named: Mapping[Name, Named]
    meant: frozenset[Name]


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that is known, and what naming one thing says of others.

    Attributes:
        words: each name and alias, in small letters, with what it means.
        implied: the medicines of each trial, and of each entry of the ledger by its name there.
    """

    words: Mapping[str, Name]
    implied: Mapping[str, frozenset[Name]] = field(default_factory=dict)
    _pattern: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))
    _firsts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, ledger: Ledger, listed: Mapping[str, Mapping[str, Iterable[str]]]) -> Names:
        """Gather the names of the ledger and those that the guide lists.

        Args:
            ledger: its medicines and trials are known by their names there.
            listed: aliases, by kind and name.
        """
        known: dict[str, Name] = {}
        for kind, titles in listed.items():
            for title, aliases in titles.items():
                known |= dict.fromkeys((title, *aliases), Name(kind, title))
        taken = {word.casefold() for word in known}
        for entry in ledger.entries.values():
            kind, titles_there = _of_entry(entry)
            for title in titles_there:
                if title.casefold() not in taken:
                    known.setdefault(title, Name(kind, title))
        words = {word.casefold(): name for word, name in known.items()}
        each = "|".join(_source(word) for word in sorted(known, key=lambda w: (-len(w), w)))
        pattern = re.compile(rf"(?<![\w-])(?:{each or '(?!)'})(?!\w|-\d)", re.IGNORECASE)
        firsts = frozenset(m[0].casefold() for w in known if (m := _WORD.match(w)))
        names = cls(words, {}, pattern, firsts)
        return cls(words, names._implications(ledger), pattern, firsts)

    def in_text(self, text: str) -> Iterator[tuple[int, str, Name]]:
        """Every name in a text, with where it begins and its words; of two, the longer."""
        end = 0
        for word in _WORD.finditer(text):
            # Few words begin a name; to try the whole pattern at each would take long.
            if word.start() < end or word[0].casefold() not in self._firsts:
                continue
            match = self._pattern.match(text, word.start())
            if match:
                end, said = match.end(), " ".join(match[0].split())
                yield match.start(), said, self.words[said.casefold()]

    def told(self, section: Section) -> Told:
        """What a section names, in words or by what it shows; a trial stands for its medicines."""
        found: dict[Name, Named] = {}
        for text in texts_in(section):
            for start, said, name in self.in_text(text.text):
                if name not in found:
                    found[name] = Named(name, said, text.place(start))
        meant = set(found)
        for name in found:
            meant |= self.implied.get(name.title, frozenset())
        for block in section.blocks:
            for use in block.uses:
                meant |= self.implied.get(use.ref.partition(".")[0], frozenset())
        return Told(found, frozenset(meant))

    def _implications(self, ledger: Ledger) -> dict[str, frozenset[Name]]:
        implied: dict[str, frozenset[Name]] = {}
        for key, entry in ledger.entries.items():
            if isinstance(entry, Therapy):
                implied[key] = self._medicines(entry)
        for key, entry in ledger.entries.items():
            if isinstance(entry, Trial):
                title = _title(entry)
                medicines = {Name("trial", title)}
                for arm in entry.arms.values():
                    medicines |= {name for _, _, name in self.in_text(arm.regimen)}
                    medicines |= implied.get(arm.therapy or "", frozenset())
                implied[key] = frozenset(medicines)
                implied[title] = implied.get(title, frozenset()) | frozenset(medicines)
        return implied

    def _medicines(self, therapy: Therapy) -> frozenset[Name]:
        names = (self.words.get(title.casefold()) for title in therapy.medicines)
        return frozenset(name for name in names if name)


def _of_entry(entry: AnyEntry) -> tuple[str, tuple[str, ...]]:
    """What an entry of the ledger names, and of what kind."""
    if isinstance(entry, Therapy):
        return "medicine", entry.medicines
    return "trial", (_title(entry),) if isinstance(entry, Trial) else ()


def _title(trial: Trial) -> str:
    """A trial's name, without what tells its cohort."""
    return trial.name.partition(",")[0]


def _source(word: str) -> str:
    """A name as a pattern: words apart by any space; one of capitals only as it stands."""
    pattern = r"\s+".join(map(re.escape, word.split()))
    return f"(?-i:{pattern})" if word.isupper() else pattern
