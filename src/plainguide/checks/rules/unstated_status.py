"""A page about a therapy that does not say whether it is approved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.ledger.therapies import about
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.texts import texts_of
from plainguide.checks.wording.patterns import any_of, whole_words
from plainguide.model.base import Record, Text
from plainguide.model.entry import Therapy
from plainguide.model.reading import Reading


class Policy(Record):
    """What says that a therapy is approved, or is not.

    Attributes:
        phrases: words any of which says so, but in a question.
        unless: phrases in which they speak of something else.
        pages: pages that say it; a link is enough.
    """

    phrases: tuple[Text, ...]
    unless: tuple[Text, ...] = ()
    pages: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find readings of pages about a therapy that say nothing of its regulatory status.

    What counts: the page names a therapy under `about`; it shows no figure of its approvals, has
    none of the guide's phrases outside of questions, and no link to a page that the guide names.

    Why:    what works in a study need not be on offer; readers must know if they can ask for it.
    Bad:    Calm tea helps some people to sleep.   (and no word on where it is allowed)
    Good:   Calm tea helps some people to sleep. It is approved in its home country only.
    Source: a rule of this project's own, because hope must not outrun what can be had.
    """
    subjects = list(about(reading.topic, compiled.guide.ledger))
    policy = compiled.policy(Policy)
    if not subjects or _says(reading, policy, {name: each for name, each, _ in subjects}):
        return
    _, therapy, place = subjects[0]
    hint = f", or link to {policy.pages[0]}" if policy.pages else ""
    message = f"the {reading.name} reading does not say if {therapy.name} is approved"
    yield place, f"{message}; say where it is and where not{hint}"


def _says(reading: Reading, policy: Policy, subjects: dict[str, Therapy]) -> bool:
    """Tell whether a reading says anything of the status of some therapies."""
    for block in reading.blocks:
        for use in block.uses:
            entry, part, *_ = [*use.ref.split("."), ""]
            if entry in subjects and part in subjects[entry].approvals:
                return True
        if any(link.target.partition("#")[0] in policy.pages for link in block.links):
            return True
    phrase, unless = _pattern(policy.phrases), _pattern(policy.unless)
    for text in texts_of(reading):
        said = unless.sub(lambda match: " " * len(match[0]), text.text)
        for match in phrase.finditer(said):
            end = _END.search(said, match.end())
            if not end or end[0] != "?":
                return True
    return False


_END = re.compile(r"[.!?]")


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return whole_words(any_of(phrases))
