"""Promises that nobody can keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.passages import passages_of
from plainguide.checks.text.quotes import quoted, within
from plainguide.checks.text.sentences import sentence_around
from plainguide.checks.wording.phrases import Match, Phrases, in_prose
from plainguide.model.base import Text
from plainguide.model.reading import Reading

_CLAUSE = re.compile(r"[,;:()–—]|\b(?:and|but|because|so|yet|while|since|as)\b", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\s*(?:(?!that\b|which\b|who\b)[\w-]+\s+){0,2}(?:cannot\b|(?:is|are|was|were|does|do|did|can|may"
    r"|will|would|has|have|could|should)(?:n['’]t\b|\s+(?:not|never|rare|rarely|unlikely|impossible)\b))",
    re.IGNORECASE,
)


class FalseCertainty(Phrases):
    """Promises, each with what to write instead.

    Attributes:
        negations: words before one in its clause that make it honest, such as “not” or “some”.
        doubts: words anywhere in its sentence that make it honest, such as “beware”.
    """

    negations: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()

    @cached_property
    def negated(self) -> Phrases:
        """The negations, to be found."""
        return Phrases(phrases=dict.fromkeys(self.negations, "-"))

    @cached_property
    def doubted(self) -> Phrases:
        """The doubts, to be found."""
        return Phrases(phrases=dict.fromkeys(self.doubts, "-"))


@follows(FalseCertainty)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find promises in the patient reading: cure, safety, success for all, or a wonder.

    The guide lists them. One is honest, and not found, in a question; between quotation marks; with
    a negation or a limit before it in its clause (“does not cure”, “some are cured”) or right after
    it (“a cure is rare”); and in a sentence that doubts it (“beware of …”).

    Why:    who was promised a cure and is not cured has lost more than the cure, and no study shows
            what will happen to one person.
    Bad:    This medicine will cure you, and it has no side effects.
    Good:   This medicine helps some people. It is not a cure, and side effects are common.
    Source: Directive 2001/83/EC, article 90 (nothing may suggest that the effects of a medicine are
            guaranteed, or that it is without adverse reactions).
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(FalseCertainty)
    for text in passages_of(reading):
        for match in in_prose(text, policy):
            if not _is_honest(text.text, match, policy):
                message = f"“{match.said}” promises more than anyone can know; {match.advice}"
                yield match.place, message


def _is_honest(text: str, match: Match, policy: FalseCertainty) -> bool:
    """Tell whether a sentence asks, quotes, denies or doubts what it seems to promise."""
    end = match.start + len(match.said)
    first, last = sentence_around(text, match.start)
    sentence = text[first:last].rstrip("\"”’')] \n")
    if sentence.endswith("?") or within(quoted(text), match.start, end):
        return True
    clause = _NOT_ONLY.sub(" ", _CLAUSE.split(text[first : match.start])[-1])
    if _has(policy.negated, clause) or _DENIED.match(text[end:last]):
        return True
    return _has(policy.doubted, sentence)


def _has(listed: Phrases, text: str) -> bool:
    return listed.found is not None and listed.found.search(text.lower()) is not None
