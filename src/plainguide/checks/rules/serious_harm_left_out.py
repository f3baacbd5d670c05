"""A page about a therapy that leaves out its gravest harms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plainguide.checks.ledger.therapies import about
from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.texts import texts_of
from plainguide.checks.wording.patterns import any_of, whole_words
from plainguide.model.base import LedgerName, Record, Text
from plainguide.model.entry import Therapy
from plainguide.model.evidence import Ledger
from plainguide.model.figure import Count, Share
from plainguide.model.part import Statement
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName


class Said(Record):
    """How a harm is called, by reading; any of the words names it."""

    patient: tuple[Text, ...]
    professional: tuple[Text, ...]

    def by(self, reading: ReadingName) -> tuple[Text, ...]:
        """The words of one reading."""
        return self.patient if reading == "patient" else self.professional


class Harm(Said):
    """A harm that labels warn of in a box.

    Attributes:
        ledger: words by which the ledger's statement is known to be of it.
    """

    ledger: tuple[Text, ...]


class Policy(Record):
    """Which harms must be on the page of a therapy, and how they are called.

    Attributes:
        nothing: words of a statement that there is no such warning.
        death: how a page says that people died.
        deaths: end points that count deaths.
        unless: phrases in which the words name no harm, such as `nobody died`.
    """

    harms: Mapping[LedgerName, Harm]
    nothing: tuple[Text, ...] = ()
    death: Said
    deaths: tuple[LedgerName, ...]
    unless: tuple[Text, ...] = ()


@follows(Policy)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find pages about a therapy that leave out a boxed warning or deaths that the ledger has.

    What counts: a statement `boxed warning` of a label of a therapy under `about`, of whose harm
    no word of the guide's list stands on the page; a figure above nought of deaths in a current
    data cut of a trial of that therapy, where the page does not say that people died. A harm
    of several therapies is found once.

    Why:    what can kill is what a reader must know first, however rare it is.
    Bad:    Calm tea helps you to sleep. It can make you thirsty.   (label: boxed warning, fever)
    Good:   Calm tea helps you to sleep. It can cause a bad fever.
    Source: EU guideline on the readability of the label and package leaflet, on side effects: the
            most serious ones come first.
    """
    subjects = list(about(reading.topic, compiled.guide.ledger))
    if not subjects:
        return
    policy, ledger = compiled.policy(Policy), compiled.guide.ledger
    page = "\n".join(text.text for text in texts_of(reading))
    page = _pattern(policy.unless).sub(" ", page)
    told: set[str] = set()
    for key, therapy, place in subjects:
        for ref, statement in _boxed(key, therapy):
            says = statement.says
            if _pattern(policy.nothing).search(says):
                continue
            harms = {n: h for n, h in policy.harms.items() if _pattern(h.ledger).search(says)}
            if not harms:
                message = "no harm in content/rules/serious-harm-left-out.yml has words for this"
                yield ledger.places[ref], f"{message} boxed warning; add them"
            for name, harm in harms.items():
                if name not in told and not _pattern(harm.by(reading.name)).search(page):
                    told.add(name)
                    words = ", ".join(f"“{word}”" for word in harm.by(reading.name)[:3])
                    message = f"the {reading.name} reading leaves out `{name}`, which the label of"
                    yield place, f"{message} {therapy.name} warns of in a box; say it, as {words}"
        if _deaths(key, ledger, policy) and not _pattern(policy.death.by(reading.name)).search(
            page
        ):
            message = f"people died of {therapy.name} in a trial, and the {reading.name} reading"
            yield place, f"{message} does not say so; say how many"


def _boxed(key: str, therapy: Therapy) -> Iterator[tuple[str, Statement]]:
    """The boxed warnings of a therapy's labels, with their addresses."""
    for label_name, label in therapy.labels.items():
        for name, statement in label.statements.items():
            if statement.about == "boxed warning":
                yield f"{key}.{label_name}.{name}", statement


def _deaths(key: str, ledger: Ledger, policy: Policy) -> bool:
    """Whether a current data cut counts deaths with a therapy."""
    for _, trial in ledger.trials():
        arms = {name for name, arm in trial.arms.items() if arm.therapy == key}
        whole = arms == set(trial.arms)
        for figure in trial.current[1].figures.values() if arms else ():
            theirs = figure.arm in arms if figure.arm else whole
            counts = isinstance(figure, Share | Count) and figure.value > 0
            if theirs and counts and figure.endpoint in policy.deaths and figure.disputes is None:
                return True
    return False


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return whole_words(any_of(phrases))
