"""A relative chance in the patient reading, without an absolute one beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.checks.numbers.frequencies import frequencies
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.prose import Prose, prose_of
from plainguide.checks.text.quotes import quoted, within
from plainguide.checks.text.seen import seen
from plainguide.checks.text.sentences import sentence_spans
from plainguide.checks.text.texts import front_of, has_prose, title_of
from plainguide.checks.wording.slots import Slots, any_phrase, as_slots
from plainguide.model.base import LedgerName, Record, Text
from plainguide.model.figure import Duration, Share
from plainguide.model.place import Place
from plainguide.model.reading import Reading, Section

_DURATION = ("<number> <unit>",)


class Policy(Record):
    """What relative statements look like.

    Attributes:
        slots: words that phrases name as `<slot>`; `<number>` and `<percent>` need no words.
        signs: letters of which each relative statement has some, small; for speed, sentences
            without are passed over.
        phrases: relative statements, such as `<times> as likely`.
        of_risk: words such as `halved`, relative where `risk` is in their sentence.
        risk: what such words have to be said of.
        not_of: words in or right after a statement that say it is of no chance, such as `dose`.
        unless: words of a sentence that says no such thing itself, such as `does not mean`.
        time: words of a statement on time; for these a length of time is enough beside it.
    """

    slots: Mapping[LedgerName, tuple[Text, ...]]
    signs: tuple[Text, ...]
    phrases: tuple[Text, ...]
    of_risk: tuple[Text, ...] = ()
    risk: tuple[Text, ...] = ()
    not_of: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    time: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient sections that say how much more or less, and never how many.

    Relative is what the policy lists: "twice as likely", "a third lower", "halves the risk",
    "cut by 30%", "hazard ratio". Absolute is "N out of N", "N in N", "of N people, N", or a share
    of the ledger, anywhere in the section; for a statement on time, a length of time. Questions,
    quotations and sentences that deny it are fine. Title and summary count as one section.

    Why:    half of a large risk is much, half of a small one is next to nothing.
    Bad:    Tea halves the risk of bad dreams.
    Good:   Tea halves the risk of bad dreams, from 2 out of 100 people to 1 out of 100 people.
    Source: NICE guideline CG138 (absolute risk, not relative risk); IPDASi, items on probabilities
            (event rates in natural frequencies); Patient Information Forum, "Communicating
            benefits, risks and uncertainties".
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(Policy)
    slots = as_slots(policy.slots)
    for texts, section in _parts(reading):
        found = [hit for text in texts for hit in _relative(text, policy, slots)]
        if not found or _has_share(section, compiled) or any(frequencies(t.text) for t in texts):
            continue
        time = any_phrase(policy.time, ())
        lengths = _has_length(texts, section, compiled, slots)
        for place, said in found:
            if not (lengths and time.search(said)):
                message = f'"{said}" tells how much more or less, and not how many'
                yield place, f"{message}; say here how many out of 100 with it, and without it"


def _parts(reading: Reading) -> Iterator[tuple[list[Prose], Section | None]]:
    """Title with summary, then each section with its heading."""
    yield [prose_of((line,)) for line in front_of(reading)], None
    for section in reading.sections:
        head = [prose_of((line,)) for line in title_of(section)]
        yield [*head, *map(seen, filter(has_prose, section.blocks))], section


def _relative(text: Prose, policy: Policy, slots: Slots) -> Iterator[tuple[Place, str]]:
    """Relative statements of a text."""
    if not _has_sign(text.text, policy):
        return
    phrases = any_phrase((*policy.phrases, *policy.of_risk), slots)
    quotes = quoted(text.text)
    for start, end in sentence_spans(text.text):
        sentence = text.text[start:end]
        if sentence.rstrip(" \n”’\"')").endswith("?"):
            continue
        if not _has_sign(sentence, policy) or any_phrase(policy.unless, ()).search(sentence):
            continue
        for match in phrases.finditer(sentence):
            around = " ".join(sentence[match.start() : match.end() + 40].split()[:10])
            bare = any_phrase(policy.of_risk, slots).fullmatch(match[0])
            if any_phrase(policy.not_of, ()).search(around) or within(
                quotes, start + match.start()
            ):
                continue
            if not bare or any_phrase(policy.risk, ()).search(sentence):
                yield text.place(start + match.start()), " ".join(match[0].split())


def _has_sign(text: str, policy: Policy) -> bool:
    lower = text.lower()
    return any(sign in lower for sign in policy.signs)


def _has_share(section: Section | None, compiled: Compiled) -> bool:
    """Whether a section shows a share of the ledger, be it in a picture."""
    return any(isinstance(figure, Share) for figure in _figures(section, compiled))


def _has_length(
    texts: list[Prose], section: Section | None, compiled: Compiled, slots: Slots
) -> bool:
    """Whether a section tells a length of time."""
    if any(isinstance(figure, Duration) for figure in _figures(section, compiled)):
        return True
    named = any(name == "unit" for name, _ in slots)
    return named and any(any_phrase(_DURATION, slots).search(text.text) for text in texts)


def _figures(section: Section | None, compiled: Compiled) -> Iterator[object]:
    ledger = compiled.guide.ledger
    for block in section.blocks if section else ():
        for use in block.uses:
            if bound := ledger.bind(use.ref):
                yield bound.figure
