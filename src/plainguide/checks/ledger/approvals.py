"""Where a text tells that a therapy is approved in a region."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from plainguide.checks.ledger.therapies import Naming, TherapyNames, about, names_of
from plainguide.checks.text.passages import passages
from plainguide.checks.text.prose import prose_of
from plainguide.checks.text.sentences import Part, cells, sentences_in
from plainguide.checks.text.texts import front_of
from plainguide.checks.wording.patterns import Heads, any_of, heads_of, whole_words, words_in
from plainguide.model.base import LedgerName, Record, Text
from plainguide.model.guide import Guide
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading, Section

_ALONE = re.compile(r"(?:the\s+)?\W*", re.IGNORECASE)
"""What may stand beside a region that stands alone."""


class ApprovalWords(Record):
    """How approvals are told. `*` ends a word; `…` stands for up to three words.

    Attributes:
        regions: what each region is called; those of the ledger by the name that its approvals
            have there, or begin with.
        approved: what tells an approval.
        denied: what denies it, doubts it or asks for it.
        others: uses that the guide is not about; what is said of them alone does not count.
        own: the use that it is about.
        unless: phrases with a word for approval that speak of something else.
        stand_ins: what stands for a therapy at the beginning of a clause, such as `it`.
        breaks: what parts a sentence into clauses, besides its semicolons and colons.
        sites: what a region after it is the place of, such as `study in`.
    """

    regions: Mapping[LedgerName, tuple[Text, ...]]
    approved: tuple[Text, ...]
    denied: tuple[Text, ...]
    others: tuple[Text, ...] = ()
    own: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    stand_ins: tuple[Text, ...]
    breaks: tuple[Text, ...]
    sites: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """An approval that a text tells.

    Attributes:
        therapies: whose it is.
        each: whether it is told of each of them; of any one of them otherwise.
        said: the region, in the words of the text.
    """

    place: Place
    therapies: frozenset[str]
    each: bool
    region: str
    said: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of a guide, ready to be looked for; a group of `region` for each region."""

    heads: Heads
    region: re.Pattern[str]
    keys: tuple[tuple[re.Pattern[str], str], ...]
    approved: re.Pattern[str]
    denied: re.Pattern[str]
    other: re.Pattern[str]
    own: re.Pattern[str]
    unless: re.Pattern[str]
    stand_in: re.Pattern[str]
    bare: re.Pattern[str]
    breaks: re.Pattern[str]
    site: re.Pattern[str]

    def approves(self, text: str) -> bool:
        """Tell whether a clause tells an approval, and denies none."""
        excused = [match.span() for match in self.unless.finditer(text)]
        told = any(
            not any(start <= match.start() < end for start, end in excused)
            for match in self.approved.finditer(text)
        )
        if not told or self.denied.search(text):
            return False
        return not self.other.search(text) or bool(self.own.search(text))

    def stands_in(self, clause: str) -> bool:
        """Tell whether a clause speaks of a therapy that was named before it."""
        return bool(self.stand_in.match(clause) or self.bare.match(clause))

    def regions(self, text: str) -> list[re.Match[str]]:
        """Where a text names regions, but as the place of something else."""
        found = self.region.finditer(text)
        return [match for match in found if not self.site.search(text, 0, match.start())]

    def key(self, match: re.Match[str]) -> str:
        """Which region was found."""
        return next(key for pattern, key in self.keys if pattern.fullmatch(match[0]))


@dataclass(slots=True)
class _Context:
    """What was last spoken of.

    Attributes:
        page: the therapy that the page is about, where it is one.
        above: the heading and the short lines above what is being read, the nearest last.
        before: the sentences of this section so far.
        region: the region that stands alone above what is being read.
    """

    page: frozenset[str]
    above: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    region: re.Match[str] | None = None


def claims(reading: Reading, guide: Guide, policy: ApprovalWords) -> Iterator[Claim]:
    """Every approval that a reading tells, with the place of its region."""
    patterns = _patterns(
        tuple(policy.regions.items()),
        *(policy.approved, policy.denied, policy.others, policy.own),
        *(policy.unless, policy.stand_ins, policy.breaks, policy.sites),
    )
    subjects = frozenset(name for name, _, _ in about(reading.topic, guide.ledger))
    names = names_of(guide)
    yield from _in_front(reading, patterns, names)
    for section in reading.sections:
        if not any(patterns.heads.among(words_in(_written(block))) for block in section.blocks):
            continue
        context = _Context(subjects if len(subjects) == 1 else frozenset())
        context.above.append(section.title)
        yield from _in_section(section, patterns, names, context)


def _written(block: Block) -> str:
    return " ".join(line.text for line in block.written)


def _in_front(reading: Reading, patterns: _Patterns, names: TherapyNames) -> Iterator[Claim]:
    """Approvals in the title and the summary."""
    context = _Context(frozenset())
    for line in front_of(reading):
        for sentence in sentences_in(prose_of((line,))):
            yield from _in_sentence(sentence, patterns, names, context)


def _in_section(
    section: Section, patterns: _Patterns, names: TherapyNames, context: _Context
) -> Iterator[Claim]:
    for block in section.blocks:
        written = _written(block)
        told = patterns.heads.among(words_in(written))
        if block.kind == "table":
            yield from _in_table(block, patterns, names, context) if told else ()
            continue
        short = block.kind != "list" and len(written.split()) <= _SHORT
        if short:
            context.above.append(written)
        if block.kind != "list":
            context.region = None
        if not (told or short):
            context.before.append(written)
            continue
        for unit in passages(block):
            region = context.region
            for sentence in sentences_in(unit):
                yield from _in_sentence(sentence, patterns, names, context)
            if block.kind == "list":
                context.region = region


_SHORT = 8
"""How many words a line above a table or a list may have."""


def _in_sentence(
    sentence: Part, patterns: _Patterns, names: TherapyNames, context: _Context
) -> Iterator[Claim]:
    """Approvals in one sentence, clause by clause."""
    text = sentence.text
    context.before.append(text)
    found = patterns.regions(text) if len(text.split()) <= _SHORT else []
    if len(found) == 1 and _ALONE.fullmatch(text.replace(found[0][0], "", 1)):
        context.region = found[0]
        return
    if text.endswith("?") or not patterns.approved.search(text):
        return
    for start, end in _clauses(text, patterns):
        clause = text[start:end]
        named = list(names.find(clause))
        therapies = _meant(named)
        each = bool(re.search(r"\b(?:both|each|all)\b", clause, re.IGNORECASE)) and len(named) > 1
        if not therapies and patterns.stands_in(clause):
            earlier = [*context.above, *context.before[:-1], text[:start]]
            therapies = _last_named(names, earlier) | context.page
        if not therapies or not patterns.approves(clause):
            continue
        regions = patterns.regions(clause)
        for match in regions:
            place = sentence.place(start + match.start())
            yield Claim(place, therapies, each, patterns.key(match), " ".join(match[0].split()))
        if not regions and (above := context.region):
            word = patterns.approved.search(clause)
            place = sentence.place(start + (word.start() if word else 0))
            yield Claim(place, therapies, each, patterns.key(above), above[0])


def _in_table(
    block: Block, patterns: _Patterns, names: TherapyNames, context: _Context
) -> Iterator[Claim]:
    """Approvals in the rows of a table: a region in one cell, its state in another."""
    for row in cells(block):
        whole = " ".join(cell.text for cell in row)
        if not patterns.approved.search(whole):
            continue
        therapies = _named(names, whole) or _last_named(names, context.above) or context.page
        told = any(
            patterns.approves(cell.text[start:end])
            for cell in row
            for start, end in _clauses(cell.text, patterns)
        )
        if not told or not therapies or any(patterns.denied.search(cell.text) for cell in row[:2]):
            continue
        where = next((cell for cell in row[:2] if patterns.regions(cell.text)), row[0])
        for match in patterns.regions(where.text):
            said = " ".join(match[0].split())
            yield Claim(
                where.place(match.start()),
                therapies,
                each=False,
                region=patterns.key(match),
                said=said,
            )


def _clauses(text: str, patterns: _Patterns) -> Iterator[tuple[int, int]]:
    """Where each clause of a sentence begins and ends."""
    start = 0
    for match in patterns.breaks.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _named(names: TherapyNames, text: str) -> frozenset[str]:
    return _meant(list(names.find(text)))


def _last_named(names: TherapyNames, texts: list[str]) -> frozenset[str]:
    """The therapies of the last text that names any."""
    return next((found for text in reversed(texts) if (found := _named(names, text))), frozenset())


def _meant(named: list[Naming]) -> frozenset[str]:
    """The therapies of some namings; a medicine that several share says nothing beside others."""
    clear = [one for one in named if len(one.therapies) == 1]
    return frozenset().union(*(one.therapies for one in clear or named[:1]))


@lru_cache(maxsize=4)
def _patterns(
    regions: tuple[tuple[str, tuple[str, ...]], ...], *lists: tuple[str, ...]
) -> _Patterns:
    """The patterns of a policy's lists, in their order."""
    approved, denied, others, own, unless, stand_ins, breaks, sites = map(any_of, lists)
    opening = r"\W*(?:(?:in|since|for|by)\b[^,]*,\s*)?(?:(?:and|but|also|now|then|so)\s+)*"
    little = r"(?:(?:is|are|was|were|has|have|had|been|an?|the|early|full|fully|only|also|now)\s+)*"
    return _Patterns(
        heads=heads_of(lists[0]),
        # Capitals count: `US` is a region, `us` is not.
        region=re.compile(rf"(?<![\w-])(?:{any_of(sum((of for _, of in regions), ()))})(?![\w-])"),
        keys=tuple((re.compile(any_of(of)), key) for key, of in regions),
        approved=whole_words(approved),
        denied=whole_words(denied),
        other=whole_words(others),
        own=whole_words(own),
        unless=whole_words(unless),
        stand_in=re.compile(
            rf"{opening}(?:{stand_ins})\b|.*?\b(?:{approved})\s+(?:{stand_ins})\b",
            re.IGNORECASE | re.DOTALL,
        ),
        bare=re.compile(rf"{opening}{little}(?:{approved})(?!\w)", re.IGNORECASE),
        site=re.compile(rf"(?<!\w)(?:{sites})\s+(?:the\s+)?$", re.IGNORECASE),
        breaks=re.compile(rf"[;:]|,?\s(?:{breaks})\s", re.IGNORECASE),
    )
