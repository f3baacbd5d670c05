"""A statement in the professional reading that no source is cited for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, zip_longest

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.sentences import Sentence, sentences_of
from plainguide.checks.wording.phrases import Words, says
from plainguide.model.base import Record, Slug, Text
from plainguide.model.reading import Block, Reading

_LABEL = 5
"""Up to how many words a sentence without a verb that says something can have, as a heading has."""
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s")
_URGENT = "!!! danger"
_STATES = frozenset(("paragraph", "list", "table", "box"))


class Policy(Record):
    """What needs no source.

    Attributes:
        own: phrases of sentences in which the guide speaks of itself, of what it could read, or of
            how its figures may be used.
        advice: words with which a sentence begins that asks the reader to do something.
        sections: ids of sections of open questions and of things to do.
        topics: ids of topics that are about the guide itself.
    """

    own: tuple[Text, ...]
    advice: tuple[Text, ...] = ()
    sections: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find paragraphs, lists and tables of the professional reading that state facts uncited.

    A citation or a link to a page that has one serves its whole paragraph, list item, table or
    box. A lead-in that ends in a colon or stands before a table, a question, a short label,
    advice, an urgent box, and what the guide says of itself need none.

    Why:    a professional who shares a link vouches for it, and can do so only for what can be
            looked up.
    Bad:    Resistance develops in most patients.
    Good:   Resistance develops in most patients {{ cite("doe-2025") }}.
    Source: ICMJE Recommendations, section on references: statements of fact rest on direct
            references to original sources.
    """
    policy = compiled.policy(Policy)
    if reading.name != "professional" or reading.topic.front.id in policy.topics:
        return
    for section in reading.sections:
        if section.id in policy.sections:
            continue
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            if _leads_in(block, after):
                continue
            for unit in _unserved(block):
                stated = next((said for said in unit if _is_fact(said.text, policy)), None)
                if stated:
                    start = " ".join(stated.text.split()[:6])
                    message = f'"{start} …" is stated without a source; add {{{{ cite("…") }}}}'
                    yield stated.place, f"{message}, or link the page that cites it"


def _leads_in(block: Block, after: Block | None) -> bool:
    """Tell whether a paragraph is one sentence that says what the table after it shows."""
    if block.kind != "paragraph" or after is None or after.kind != "table":
        return False
    return bool(after.citations) and len(list(sentences_of(block))) == 1


def _unserved(block: Block) -> Iterator[list[Sentence]]:
    """The sentences of each part of a block that has no source; none of a lead-in."""
    if block.kind not in _STATES or block.markdown.startswith(_URGENT):
        return
    found = list(sentences_of(block))
    if block.kind == "paragraph" and found and found[-1].text.rstrip().endswith(":"):
        return
    starts = [line.place.line for line in block.written if _ITEM.match(line.text)]
    starts = starts if block.kind == "list" else []
    # Of a figure without its source the rule `missing-citation` tells.
    sources = [*(c.place for c in block.citations), *(link.place for link in block.links)]
    sources += [use.place for use in block.uses]
    served = {bisect_right(starts, place.line) for place in sources}
    for number, unit in groupby(found, key=lambda s: bisect_right(starts, s.place.line)):
        if number not in served:
            yield list(unit)


def _is_fact(sentence: str, policy: Policy) -> bool:
    """Tell whether a sentence needs a source."""
    words = re.findall(r"[\w’'-]+", sentence)
    if len(words) <= _LABEL or sentence.rstrip("”\"') ").endswith(("?", ":")):
        return False
    if words[0].casefold() in {word.casefold() for word in policy.advice}:
        return False
    return not says(sentence, Words(says=policy.own))
