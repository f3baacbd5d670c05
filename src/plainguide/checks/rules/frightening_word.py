"""Words that frighten patients, or lay the blame on them."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.passages import passages_of
from plainguide.checks.text.quotes import quoted, within
from plainguide.checks.wording.phrases import Phrases, in_prose
from plainguide.model.reading import Reading


class FrighteningWord(Phrases):
    """Words that frighten or blame, each with what to write instead."""


@follows(FrighteningWord)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find words of the patient reading that frighten, speak of war, or blame the patient.

    The guide lists them, and longer phrases in which they are right. What stands between quotation
    marks is what others say, and is not found. A plain word for a hard fact, such as “die”, is no
    fault.

    Why:    fear narrows what a reader takes in, and who “lost the battle” or “failed treatment” is
            made to feel that it was their fault.
    Bad:    She lost her battle after she failed treatment.
    Good:   She died. The treatment had stopped working.
    Source: Cox and Fritz, “Presenting complaint: use of language that disempowers patients”, BMJ
            2022 (blame); Semino and others, BMJ Supportive & Palliative Care 2017 (words of war).
            The list is the guide's own.
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(FrighteningWord)
    for text in passages_of(reading):
        for match in in_prose(text, policy):
            if not within(quoted(text.text), match.start, match.start + len(match.said)):
                message = f"“{match.said}” can frighten or blame; write “{match.advice}”"
                yield match.place, message
