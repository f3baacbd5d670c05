"""A patient heading that is neither a question nor an action."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.wording.actions import Verbs, calls_to_act
from plainguide.checks.wording.patterns import any_of
from plainguide.model.base import Text
from plainguide.model.place import Place
from plainguide.model.reading import Reading

_HEADING = re.compile(r"\s*(?P<marks>#{3})\s+(?P<title>.*?)\s*(?:\{[^}]*\}?)?\s*$")
_SECTION = len("## ")


class Policy(Verbs):
    """How patient headings may begin.

    Attributes:
        openings: words other than verbs, such as `how` or `questions to`.
        titles: whole headings that are right as they are.
    """

    openings: tuple[Text, ...] = ()
    titles: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient headings of the second and third level that only name a subject.

    Fine is a heading that ends in a question mark, begins with a verb that calls to act, or with
    an opening that the policy lists, such as "How" or "If". A verb that is a noun as well has to
    be followed by a word such as "your": "Call your nurse" is an action, "Call centre" is none.

    Why:    who looks for help has a question in mind, and finds it sooner among questions.
    Bad:    ## Hepatic toxicity
    Good:   ## What if your liver is harmed?
    Source: AHRQ PEMAT, item 9 (sections have informative headers); US federal plain language
            guidelines (question headings are the most useful, then statements).
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Policy)
    for place, title in _headings(reading):
        if title and not _is_fine(title, policy):
            message = f'the heading "{title}" is neither a question nor an action; ask'
            yield place, f"{message} what the reader would ask, or begin with what to do"


def _headings(reading: Reading) -> Iterator[tuple[Place, str]]:
    """Headings with the places of their words."""
    for section in reading.sections:
        at = section.place
        yield Place(at.path, at.line, at.column + _SECTION), section.title
        for block in section.blocks:
            if block.kind == "heading" and (match := _HEADING.match(block.written[0].text)):
                at = block.written[0].place
                title = " ".join(block.plain)
                yield Place(at.path, at.line, at.column + match.start("title")), title


def _is_fine(title: str, policy: Policy) -> bool:
    words = re.sub(r"[*_`]|^\W*\d+[.)]\s+", "", title).strip()
    if re.search(r"\?[\s\"”’)]*$", words) or words.lower() in _lower(policy.titles):
        return True
    return bool(_openings(policy.openings).match(words)) or calls_to_act(words, policy)


@lru_cache(maxsize=8)
def _openings(openings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(openings)})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=8)
def _lower(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(title.lower() for title in titles)
