"""Words for the size of a number that do not fit the number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from pydantic import Field

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.prose import prose
from plainguide.checks.wording.phrases import Phrases, in_prose
from plainguide.model.base import Record, Text
from plainguide.model.figure import Share
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading

_WHOLE = 100


class Size(Record):
    """Words for a size.

    Attributes:
        says: the words.
        least: the lowest share that they fit, in per cent.
        most: the highest.
    """

    says: tuple[Text, ...]
    least: Decimal = Field(default=Decimal(0), ge=0, le=_WHOLE)
    most: Decimal = Field(default=Decimal(_WHOLE), ge=0, le=_WHOLE)


class Policy(Record):
    """Which words fit which shares.

    Attributes:
        sizes: words with their shares.
        both: words in a sentence that say that it is of the last two figures.
    """

    sizes: tuple[Size, ...]
    both: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find words for a size that do not fit the share of the ledger before them.

    Words such as "fewer than half" speak of the last share in their paragraph, list or table that
    no other such words have spoken of; with a word like "both", of the last two.

    Why:    the number comes from the ledger and moves with it; the words beside it are typed, and
            stay behind when a new data cut comes in.
    Bad:    {{ trial.final.orr }} slept well. That is more than half.   (39 out of 100)
    Good:   {{ trial.final.orr }} slept well. That is fewer than half.
    Source: CDC Clear Communication Index, item 20 (a number is told in words too); that both agree
            is this project's own.
    """
    if reading.name == "patient":
        for block in reading.blocks:
            yield from _in_block(block, compiled)


def _in_block(block: Block, compiled: Compiled) -> Iterator[Hit]:
    policy = compiled.policy(Policy)
    shares = [
        (use.place, bound.figure.value, use.text)
        for use in block.uses
        if (bound := compiled.guide.ledger.bind(use.ref)) and isinstance(bound.figure, Share)
    ]
    if not shares or block.kind == "picture":
        return
    text, since = prose(block), Place("")
    for match in in_prose(text, _listed(policy.sizes)):
        size = policy.sizes[int(match.advice)]
        before = [share for share in shares if since < share[0] < match.place]
        start = max(text.text.rfind(end, 0, match.start) for end in ".!?")
        sentence = text.text[start + 1 : match.start].casefold().split()
        number = 2 if {word.casefold() for word in policy.both} & {*sentence} else 1
        for _, value, said in before[-number:]:
            if not size.least <= value <= size.most:
                fits = f"from {size.least} to {size.most} of 100"
                yield match.place, f"“{match.said}” is said of “{said}”, and fits {fits}; reword it"
        since = match.place


@lru_cache(maxsize=8)
def _listed(sizes: tuple[Size, ...]) -> Phrases:
    """All words, each with the index of its size."""
    return Phrases(phrases={w: str(i) for i, size in enumerate(sizes) for w in size.says})
