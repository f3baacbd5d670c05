"""Advice on doses: what a guide lists of it, and where a sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plainguide.checks.registry import Hit
from plainguide.checks.text.sentences import Part
from plainguide.checks.wording.patterns import Heads, any_of, heads_of, whole_words, words_in
from plainguide.model.base import Record, Text

_SPOKEN = re.compile(r"[“\"][^”\"]*[”\"]", re.DOTALL)
_AMOUNT = "`{}` is an amount of a medicine; take it out, and let the care team say how much"
_TIME = "`{}` says how to take a medicine; take it out, and send to the care team for it"
_ADVICE = "`{}` tells readers to change what they take; tell them to ask their care team instead"


class DoseWords(Record):
    """What counts as advice on doses. `*` ends a word; `…` stands for up to three words.

    Attributes:
        leads: what turns the words after it into advice, such as `you can`.
        starts: words at the start of a sentence after whose first comma advice may follow.
        links: words between which advice goes on, such as `and`.
        others: who may do what follows a link; then it is no advice to the reader.
        actions: verbs that are advice when they are said of one of the `things`.
        between: words that may stand between a verb and its thing.
        things: medicines, tablets, doses …; the names of the settings are added.
        whole: verbs with all that belongs to them, such as `stop taking`.
        numbers: numbers in words.
        measures: units of an amount of medicine, after a number.
        counted: things that are counted out, such as `tablets`, after a number.
        times: when or how often, in a sentence in which something of `taken` stands.
        care: phrases of a sentence, or of the line above a list, that send to the care team.
        against: phrases that undo those, such as `no need to ask`.
        negators: words before a link, or above a list, that turn advice into a warning.
        unless: phrases in which an amount or a time is none of a medicine.
    """

    leads: tuple[Text, ...]
    starts: tuple[Text, ...]
    links: tuple[Text, ...]
    others: tuple[Text, ...]
    actions: tuple[Text, ...]
    between: tuple[Text, ...]
    things: tuple[Text, ...]
    whole: tuple[Text, ...]
    numbers: tuple[Text, ...]
    measures: tuple[Text, ...]
    counted: tuple[Text, ...]
    times: tuple[Text, ...]
    taken: tuple[Text, ...]
    care: tuple[Text, ...]
    against: tuple[Text, ...] = ()
    negators: tuple[Text, ...]
    unless: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class DosePatterns:
    """The words of a guide, ready to be looked for."""

    amount_heads: Heads
    time_heads: Heads
    advice_heads: Heads
    amount: re.Pattern[str]
    time: re.Pattern[str]
    taken: re.Pattern[str]
    advice: re.Pattern[str]
    start: re.Pattern[str]
    lead: re.Pattern[str]
    link: re.Pattern[str]
    other: re.Pattern[str]
    care: re.Pattern[str]
    against: re.Pattern[str]
    negator: re.Pattern[str]
    unless: re.Pattern[str]

    def may_be_in(self, text: str) -> bool:
        """Tell quickly whether there may be advice in a text."""
        said = words_in(text)
        heads = (self.amount_heads, self.time_heads, self.advice_heads)
        return any(each.among(said) for each in heads)

    def amount_in(self, text: str) -> str | None:
        """What to say of an amount in a text; nothing where there is none."""
        match = self.amount.search(text)
        return _AMOUNT.format(match[0]) if match else None

    def sends(self, text: str) -> bool:
        """Tell whether a sentence sends its reader to the care team."""
        return bool(self.care.search(text)) and not self.against.search(text)

    def warns(self, above: str) -> bool:
        """Tell whether a list below these words is of what not to do, or of what to ask."""
        return bool(above) and (self.sends(above) or bool(self.negator.search(above)))

    def told(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether a verb with its thing is said to the reader of a sentence."""
        before = text[: match.start()].rstrip(" \n\"“‘'(")
        if self.lead.search(before):
            return True
        if match[0].split()[0].endswith("ing"):
            return False
        if not before or before[-1] in ":;–—":
            return True
        begins = bool(self.start.match(before))
        if not (self.link.search(before) or (begins and before[-1] == ",")):
            return False
        said = before.partition(",")[2] if begins else before
        return not self.other.search(said) and not self.negator.search(said)


def advice_in(passage: Part, patterns: DosePatterns) -> Iterator[Hit]:
    """What counts in one sentence; of what overlaps, the first."""
    text = passage.text
    hits = sorted(_hits(text, patterns), key=lambda hit: (hit[0].start(), -hit[0].end()))
    if not hits or patterns.sends(text):
        return
    excused = [match.span() for match in patterns.unless.finditer(text)]
    end = 0
    for match, message in hits:
        if match.start() >= end and not any(_overlap(match.span(), span) for span in excused):
            end = match.end()
            yield passage.place(match.start()), message.format(" ".join(match[0].split()))


def _hits(text: str, patterns: DosePatterns) -> Iterator[tuple[re.Match[str], str]]:
    """Amounts, times and advice in a sentence; a question holds amounts only."""
    said = words_in(text)
    if patterns.amount_heads.among(said):
        yield from ((match, _AMOUNT) for match in patterns.amount.finditer(text))
    if "?" in text:
        return
    if patterns.time_heads.among(said) and patterns.taken.search(text):
        yield from ((match, _TIME) for match in patterns.time.finditer(text))
    if patterns.advice_heads.among(said):
        quoted = [match.span() for match in _SPOKEN.finditer(text)]
        for match in patterns.advice.finditer(text):
            if patterns.told(text, match) and not any(_overlap(match.span(), q) for q in quoted):
                yield match, _ADVICE


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@lru_cache(maxsize=4)
def dose_patterns(policy: DoseWords, names: tuple[str, ...]) -> DosePatterns:
    """The patterns of what a guide lists.

    Args:
        policy: what it lists.
        names: names of medicines that need no list.
    """
    number = rf"(?:\d[\d.,]*(?:\s*(?:[-–x×/]|to|or)\s*\d[\d.,]*)*|{any_of(policy.numbers)})"
    counted = rf"(?:[\w-]+\s+)?(?:{any_of(policy.counted)})"
    between = rf"(?:(?:{any_of(policy.between)})\s+)*"
    things = any_of((*policy.things, *names))
    actions = any_of(policy.actions)
    return DosePatterns(
        amount_heads=heads_of(policy.measures + policy.counted),
        time_heads=heads_of(policy.times),
        advice_heads=heads_of(policy.whole + policy.actions),
        amount=whole_words(rf"{number}(?:[\s-]*(?:{any_of(policy.measures)})|[\s-]+{counted})"),
        time=whole_words(any_of(policy.times)),
        taken=whole_words(any_of((*policy.taken, *names))),
        advice=whole_words(rf"(?:{any_of(policy.whole)}|(?:{actions})\s+{between}(?:{things}))"),
        start=whole_words(any_of(policy.starts)),
        lead=whole_words(rf"(?:{any_of(policy.leads)})\s*$"),
        link=whole_words(rf"(?:{any_of(policy.links)})\s*$"),
        other=whole_words(any_of(policy.others)),
        care=whole_words(any_of(policy.care)),
        against=whole_words(any_of(policy.against)),
        negator=whole_words(any_of(policy.negators)),
        unless=whole_words(any_of(policy.unless)),
    )
