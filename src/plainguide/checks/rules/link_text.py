"""A link whose words do not say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.model.base import Record, Text
from plainguide.model.reading import Link, Reading

_ADDRESS = re.compile(r"(?:[a-z]+://|www\.)\S*|[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE)
_EDGE = re.compile(r"^\W+|\W+$")


class LinkText(Record):
    """Words that say nothing of where a link leads.

    Attributes:
        empty: in small letters; `*` at the end of a word stands for any ending.
    """

    empty: tuple[Text, ...]


@follows(LinkText)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find links whose words say nothing by themselves, and two that sound alike.

    A link says nothing where its words are none, an address, or all of them are in the guide's
    list. Two links of a page sound alike where the same words lead to two places.

    Why:    who listens to a page can have its links read out one after the other, and who prints it
            sees only their words.
    Bad:    For the signs, [click here](side-effects.md).
    Good:   See [the signs to watch for](side-effects.md).
    Source: WCAG 2.2, success criteria 2.4.4 and 2.4.9, with techniques F63 and F84.
    """
    empty = _pattern(compiled.policy(LinkText).empty)
    first: dict[str, Link] = {}
    for link in (link for block in reading.blocks for link in block.links):
        if link.text is None:
            continue
        words = _EDGE.sub("", link.text).casefold()
        if not words:
            yield link.start, "this link has no words; say where it leads"
        elif _ADDRESS.fullmatch(link.text):
            yield link.start, f'"{link.text}" is an address; link words that say where it leads'
        elif empty.fullmatch(words):
            yield link.start, f'"{link.text}" does not say where the link leads; name what is there'
        else:
            same = first.setdefault(words, link)
            if _page(same) != _page(link):
                where = f"`{same.target}` (line {same.start.line}) and to `{link.target}`"
                message = f'"{link.text}" leads to {where}; word them differently'
                yield link.start, message


def _page(link: Link) -> str:
    return link.target.rstrip("/").casefold()


@lru_cache(maxsize=64)
def _pattern(empty: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all words that say nothing."""
    each = "|".join(re.escape(words).replace(r"\*", r"\w*") for words in empty)
    return re.compile(each.replace("'", "['’]").replace("’", "['’]"), re.IGNORECASE)
