"""The pages that tell whether a printed copy is current: one for each page and each edition.

A code on paper opens `s/ID/EDITION/`, or `s/ID/pro/EDITION/` for the full reading. All is told from
the snapshots of the editions, so no server has to be asked and nobody is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plainguide.model.addresses import Addresses, Compiled
from plainguide.model.copy_page import Answer, CopyPage
from plainguide.model.guide import Guide, Settings
from plainguide.model.history import GLOSSARY, Snapshot
from plainguide.model.since import PartChange, State, name_then, since
from plainguide.model.topic import READINGS, ReadingName, TwoWordings
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.changes_page import said_of
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day
from plainguide.readings.short_pages import PRO, short_path

SEVERAL = "copy/"
"""The folder of the pages for copies of several pages."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list, or a way to go.

    Attributes:
        to: what it leads to, from the site's root; empty where to nothing.
        below: what stands below it.
    """

    text: str
    to: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """All that such a page says.

    Attributes:
        path: its folder, from the site's root.
        reading: whose it is.
        of: what the copy is a copy of.
        current: whether the copy still says the same.
        head: the answer.
        yours: which edition the copy is of.
        text: what the answer means.
        lists: what changed, by heading.
        page: the way to what is said now.
        file: the way to the same as a file to print; none where there is none.
    """

    path: str
    reading: ReadingName
    of: str
    current: bool
    head: str
    yours: str
    text: str
    lists: Mapping[str, tuple[Line, ...]]
    page: Line
    file: Line | None = None


@dataclass(frozen=True, slots=True)
class _Printed:
    """A page that can be printed by itself.

    Attributes:
        path: the folder below which the pages of its copies are.
        short: its short id; none where it has none.
        target: what it is called now: a topic, a section that it became, or the glossary.
        names: the topic's name, and those that it had.
    """

    path: str
    short: str | None
    target: str
    names: tuple[str, ...]


def copy_address(page: Page, settings: Settings) -> str:
    """What the code on a printed page opens: the page that tells whether that copy is current.

    In a guide without words for such pages it opens the page itself.
    """
    name = page.meta.get("topic") or (GLOSSARY if page.meta.get("glossary") else None)
    folder = str(page.meta.get("short") or (short_path(str(name)) if name else SEVERAL))
    if settings.copy_page is None:
        short = page.meta.get("short")
        return f"{site_root(settings.url)}{short}" if short else address_of(page.path, settings.url)
    end = _below(folder, str(page.meta.get("reading")), settings.edition.version)
    return site_root(settings.url) + end


def several_address(settings: Settings, reading: ReadingName = "patient") -> str:
    """The same for a print of several pages, such as a book or a pack."""
    if settings.copy_page is None:
        return f"{site_root(settings.url)}{reading}/"
    return site_root(settings.url) + _below(SEVERAL, reading, settings.edition.version)


def copy_pages(guide: Guide, readings: Compiled, now: Snapshot) -> Iterator[Told]:
    """Every such page of a guide.

    Args:
        guide: the guide, without errors.
        readings: its topics, compiled.
        now: what it says today.
    """
    words = guide.settings.copy_page
    if words is None:
        return
    printed = list(_printed(guide, readings))
    # An edition that is recorded and not raised yet is there once, as it was recorded.
    for old in ({now.version: now} | {old.version: old for old in guide.history}).values():
        for name in READINGS:
            writer = _Writer(guide, readings, words, name, old, now)
            yield from (told for each in printed if (told := writer.one(each)))
            yield writer.several()


def _below(folder: str, reading: str, version: str) -> str:
    """The folder of a page, from the site's root."""
    return f"{folder}{PRO if reading == 'professional' else ''}{version}/"


def _printed(guide: Guide, readings: Compiled) -> Iterator[_Printed]:
    """Every page that can be printed by itself, under each of its short ids."""
    addresses = guide.addresses or Addresses()
    for short, target in addresses.sections.items():
        now = addresses.now(target)
        names = dict.fromkeys((now, target, *addresses.former(now)))
        whole = tuple(name for name in names if "#" not in name)
        yield _Printed(short_path(short), short, now, whole)
    for topic in readings:
        if addresses.id_of(topic) is None:
            yield _Printed(short_path(topic), None, topic, (topic, *addresses.former(topic)))
    if guide.glossary:
        yield _Printed(short_path(GLOSSARY), None, GLOSSARY, (GLOSSARY,))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the pages of one edition's copies for one reading."""

    guide: Guide
    readings: Compiled
    words: CopyPage
    name: ReadingName
    old: Snapshot
    now: Snapshot

    def one(self, printed: _Printed) -> Told | None:
        """The page for a copy of one page; none where the edition did not have that."""
        was: str | None = GLOSSARY
        if printed.target != GLOSSARY:
            was = name_then(self.old, printed.short, printed.names)
        if was is None:
            return None
        seen = since(self.old, self.now, was, printed.target, self.name)
        topic, mark, anchor = printed.target.partition("#")
        page = f"{self.name}/{topic}/index.html"
        parts = tuple(self._part(part, page) for part in seen.parts)
        figures = tuple(Line(said_of(change, self.guide)) for change in seen.figures)
        lists = {self.words.parts: parts, self.words.figures: figures}
        words = self.guide.settings.readings.of(self.name)
        pdf = Line(words.handout, f"handouts/{topic}.pdf")
        return self._told(
            printed.path,
            self._title(topic),
            seen.state,
            lists={heading.for_(self.name): lines for heading, lines in lists.items() if lines},
            page=Line(self.words.open.for_(self.name), page + mark + anchor),
            file=pdf if self.name == "patient" else None,
        )

    def several(self) -> Told:
        """The page for a copy of several pages."""
        found = list(self._each())
        lines = tuple(line for _, line in found if line)
        states = {state for state, _ in found}
        state: State = "changed" if lines else "newer" if "newer" in states else "same"
        if states <= {"latest"}:
            state = "latest"
        return self._told(
            SEVERAL,
            self.guide.settings.title,
            state,
            lists={self.words.pages.for_(self.name): lines} if lines else {},
            page=Line(self.words.all_pages.for_(self.name), f"{self.name}/index.html"),
        )

    def _each(self) -> Iterator[tuple[State, Line | None]]:
        """How each page stands, in the order of reading, with what is said of it, if anything."""
        addresses = self.guide.addresses or Addresses()
        left = dict.fromkeys(self.old.words)
        for topic in [*self.readings, *([GLOSSARY] if self.guide.glossary else [])]:
            title, page = self._title(topic), f"{self.name}/{topic}/index.html"
            names = (topic, *addresses.former(topic))
            was = GLOSSARY if topic == GLOSSARY else name_then(self.old, None, names)
            if was is None:
                yield "changed", Line(self._with_title(self.words.added, title), page)
                continue
            left.pop(was, None)
            state = since(self.old, self.now, was, topic, self.name).state
            short = short_path(addresses.id_of(topic) or topic)
            more = _below(short, self.name, self.old.version) + "index.html"
            yield state, Line(title, more) if state == "changed" else None
        for gone in left:
            title, (topic, mark, anchor) = self.old.topics[gone], addresses.now(gone).partition("#")
            if topic in self.readings:
                yield "moved", Line(title, f"{self.name}/{topic}/index.html{mark}{anchor}")
            else:
                yield "changed", Line(self._with_title(self.words.removed, title))

    def _told(
        self,
        folder: str,
        of: str,
        state: State,
        *,
        lists: Mapping[str, tuple[Line, ...]],
        page: Line,
        file: Line | None = None,
    ) -> Told:
        answer: Answer = getattr(self.words, state)
        return Told(
            path=_below(folder, self.name, self.old.version),
            reading=self.name,
            of=of,
            current=state in {"latest", "same"},
            head=answer.head.for_(self.name),
            yours=_of(self.words.yours.for_(self.name), self.old),
            text=_of(answer.text.for_(self.name), self.now),
            lists=lists,
            page=page,
            file=file,
        )

    def _part(self, part: PartChange, page: str) -> Line:
        """A section that changed; for patients with its figures, which they know by no name."""
        if part.kind == "removed":
            return Line(self._with_title(self.words.removed, part.title))
        value = self.words.value.for_(self.name)
        below = (value.replace("{before}", a).replace("{after}", b) for a, b in part.values)
        added = part.kind == "added"
        title = self._with_title(self.words.added, part.title) if added else part.title
        to = f"{page}#{part.id}" if part.id else page
        return Line(title, to, tuple(below) if self.name == "patient" else ())

    def _with_title(self, words: TwoWordings, title: str) -> str:
        return words.for_(self.name).replace("{title}", title)

    def _title(self, topic: str) -> str:
        """What a page is called now."""
        if topic == GLOSSARY:
            return self.guide.settings.glossary_page.title.for_(self.name)
        return self.readings[topic][self.name].topic.front.title.for_(self.name)


def _of(text: str, edition: Snapshot) -> str:
    """Words with an edition's version and day in their slots."""
    return text.replace("{edition}", edition.version).replace("{date}", day(edition.date))
