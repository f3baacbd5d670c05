"""A patient page that does not say what to do next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.seen import items, seen
from plainguide.checks.text.sentences import sentence_spans
from plainguide.checks.wording.actions import Verbs, calls_to_act
from plainguide.checks.wording.patterns import any_of
from plainguide.model.base import Text
from plainguide.model.place import Place
from plainguide.model.reading import Reading, Section


class Policy(Verbs):
    """Which sections say what to do next, and what an action begins with.

    Attributes:
        ids: of such sections.
        titles: words of the titles of such sections; `…` stands for any words.
        also: beginnings of a sentence that call to act without a verb at the head.
    """

    ids: tuple[Text, ...] = ()
    titles: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient pages that do not say what to do next.

    A section that says so has an id or a title that the policy lists, and in it at least one
    sentence or list item that begins with an action: "Ask your care team", "Then call us", "If it
    gets worse, tell your nurse", "You can ask for a copy". What others will do is no action.

    Why:    after reading, a person wants to know what they themselves can do now.
    Bad:    ## What to do next          The doctors will decide.
    Good:   ## What to do next          Ask your care team which test you had.
    Source: CDC Clear Communication Index, item 5 (one or more calls to action); AHRQ PEMAT, item 20
            (identifies at least one action the user can take).
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Policy)
    found = [section for section in reading.sections if _is_next(section, policy)]
    if not found:
        message = "no section of the patient page says what to do next; add one, such as"
        place = reading.topic.places["title.patient"]
        yield place, f'{message} "What to do next", with what to ask, or whom to call'
    elif not any(_acts(section, policy) for section in found):
        section = found[-1]
        place = Place(section.place.path, section.place.line, section.place.column + len("## "))
        message = f'"{section.title}" names nothing that the reader can do; add at least one action'
        yield place, f'{message}, such as "Ask your care team …"'


def _is_next(section: Section, policy: Policy) -> bool:
    return section.id in policy.ids or bool(_titles(policy.titles).search(section.title))


def _acts(section: Section, policy: Policy) -> bool:
    """Whether a section has an action of the reader."""
    also = _beginnings(policy.also)
    for block in section.blocks:
        if block.kind in {"code", "picture", "table", "heading"}:
            continue
        text = seen(block).text
        for item in items(block):
            for start, end in sentence_spans(text, item):
                sentence = text[start:end]
                clauses = [sentence, *re.split(r"[,:;–—]\s", sentence)[1:]]
                if any(also.match(c) or calls_to_act(c, policy) for c in clauses):
                    return True
    return False


@lru_cache(maxsize=8)
def _titles(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(titles)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _beginnings(also: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(also)})(?!\w)", re.IGNORECASE)
