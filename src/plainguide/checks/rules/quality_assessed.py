"""A patient page that was not assessed, or not found good enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.checks.registry import Compiled, Hit, each_reading
from plainguide.model.place import Place
from plainguide.model.quality import Answer, Instrument, score
from plainguide.model.reading import Reading


@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find pages without a full assessment, below its least score, or with an unfounded yes.

    Why:    an instrument such as the CDC's index asks what no formula can count. A yes must show
            its place in the text, so that anyone can judge it, and so that it falls when the text
            changes.
    Bad:    "1": {answer: "yes", says: words that are not on the page}
    Good:   "1": {answer: "yes", says: It can help you to sleep}
    Source: CDC Clear Communication Index; AHRQ, Patient Education Materials Assessment Tool.
    """
    guide, topic = compiled.guide, reading.topic.front.id
    if reading.name != "patient" or not guide.instruments:
        return
    assessment = guide.assessments.get(topic)
    if assessment is None:
        message = f"this page is not assessed yet; write content/quality/{topic}.yml"
        yield reading.topic.places["id"], message
        return
    for name, instrument in guide.instruments.items():
        answers = assessment.get(name, {})
        at = f"quality.{topic}.{name}"
        place = guide.places.get(at, Place(f"content/quality/{topic}.yml"))
        yield from _whole(place, name, instrument, answers)
        for item, answer in answers.items():
            if fault := _unfounded(answer, reading):
                yield guide.places.get(f"{at}.{item}", place), f"{name} {item}: {fault}"


def _whole(
    place: Place, name: str, instrument: Instrument, answers: Mapping[str, Answer]
) -> Iterator[Hit]:
    """Items without an answer, answers without an item, and a score that is too low."""
    missing = [item for item in instrument.items if item not in answers]
    surplus = [item for item in answers if item not in instrument.items]
    if missing:
        yield place, f"{name}: answer items {', '.join(missing)} too"
    if surplus:
        yield place, f"{name} has no items {', '.join(surplus)}; take them out"
    always = [item for item, answer in answers.items() if _left_out(instrument, item, answer)]
    if always:
        yield place, f"{name}: items {', '.join(always)} always apply; answer yes or no"
    reached = score(answers)
    if reached < instrument.least:
        message = f"{name}: {reached:.0f} of 100, and {instrument.least} are needed"
        yield place, f"{message}; mend the page, then assess it again"


def _left_out(instrument: Instrument, item: str, answer: Answer) -> bool:
    """Whether an item that always applies was answered with n/a."""
    return answer.answer == "n/a" and item not in instrument.may_not_apply


def _unfounded(answer: Answer, reading: Reading) -> str | None:
    """What is wrong with a yes, if anything is."""
    if answer.answer != "yes":
        return None
    front = reading.topic.front
    units = [front.title.patient, front.summary.patient, *(s.title for s in reading.sections)]
    units += [unit for block in reading.blocks for unit in block.plain]
    if answer.says and not any(_plain(answer.says) in _plain(unit) for unit in units):
        return f"the page does not say “{answer.says}”; quote what it says now"
    if answer.see and answer.see not in {"summary", *reading.anchors}:
        return f"the page has no section `{answer.see}`; name one that it has"
    return None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
