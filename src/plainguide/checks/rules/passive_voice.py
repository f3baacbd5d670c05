"""Patient pages that say too often what is done, and not who does it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from pydantic import Field

from plainguide.checks.registry import Compiled, Hit, each_reading, follows, warns
from plainguide.checks.text.sentences import sentences, sentences_of
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading

_BE = r"am|is|are|was|were|be|been|being|gets?|getting|got|gotten"
_SHORT = r"\w(?:['’](?:s|re|m)|n['’]t)"
_BETWEEN = (
    r"(?:not|never|also|always|often|only|just|still|now|then|first|both|all|each|even|soon|too|most"
    r"|mostly|being|been|be|it|they|you|we|he|she|this|these|once|so|well|\w+ly)"
)
_PROSE = frozenset(("paragraph", "list", "box"))
_SHOWN = 3


class PassiveVoice(Record):
    """How many sentences of a page may be passive.

    Attributes:
        most: the highest share of sentences, in percent.
        from_sentences: shorter pages are not judged.
        at_least: how many there must be, so that a short page may have one or two.
        participles: those that do not end in -ed.
        not_passive: words that look like one but say how something is, such as “tired”.
    """

    most: Decimal = Field(ge=0, le=100)
    from_sentences: int = Field(ge=1)
    at_least: int = Field(default=1, ge=1)
    participles: tuple[Text, ...] = ()
    not_passive: tuple[Text, ...] = ()


@warns
@follows(PassiveVoice)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient pages of which too large a share of the sentences is passive.

    A sentence is passive if a form of “be” or “get” stands before a participle (one in -ed, or one
    that the guide lists), with only an adverb or a pronoun between. What the guide lists as saying
    how someone is (“you are tired”) does not count. Paragraphs, list items and boxes are judged.

    Why:    a passive sentence leaves out who does it, so that patients do not know whether they are
            to act, or their nurse, or nobody.
    Bad:    Blood tests are done each week. The nurse is told if fever is noticed.
    Good:   You have blood tests each week. If you notice a fever, tell your nurse.
    Source: AHRQ PEMAT, item 5 (the material uses the active voice). The share is the guide's own.
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(PassiveVoice)
    blocks = [block for block in reading.blocks if block.kind in _PROSE]
    spoken = [text for block in blocks for text in sentences(block.plain)]
    if len(spoken) < policy.from_sentences:
        return
    passive = _pattern(policy.participles, policy.not_passive)
    found = [text for text in spoken if passive.search(text)]
    share = Decimal(100 * len(found)) / len(spoken)
    if share <= policy.most or len(found) < policy.at_least:
        return
    starts = ", ".join(f'"{" ".join(text.split()[:6])} …"' for text in found[:_SHOWN])
    message = f"{share:.0f}% of the sentences are passive, above {policy.most}%"
    yield _first(blocks, passive), f"{message}; say who does it, for instance in {starts}"


def _first(blocks: list[Block], passive: re.Pattern[str]) -> Place:
    """Where the first passive sentence begins."""
    block = next(b for b in blocks if any(passive.search(text) for text in b.plain))
    places = (s.place for s in sentences_of(block) if passive.search(s.text))
    return next(places, block.place)


@lru_cache(maxsize=8)
def _pattern(participles: tuple[str, ...], not_passive: tuple[str, ...]) -> re.Pattern[str]:
    """A form of “be” or “get”, and a participle."""
    listed = "|".join(map(re.escape, participles))
    without = "|".join(map(re.escape, not_passive)) or "(?!)"
    participle = rf"(?!(?:{without})(?![\w-]))(?:[a-z][\w-]*ed|{listed or '(?!)'})(?![\w-])"
    return re.compile(
        rf"(?:(?<![\w-])(?:{_BE})|{_SHORT})\s+(?:{_BETWEEN}\s+){{0,3}}{participle}", re.IGNORECASE
    )
