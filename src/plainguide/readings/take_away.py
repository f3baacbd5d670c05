"""Which paper belongs to which page beside its own handout: names of files, and links to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plainguide.model.form import FOLDER
from plainguide.model.guide import Guide
from plainguide.model.topic import ReadingName

Link = Mapping[str, str]
"""`label` and `to`, the latter from the site's root."""

QUESTIONS = "my-questions"
"""The page to write questions on."""


def card_name(topic: str) -> str:
    """The card on when to call of a topic."""
    return f"card-{topic}"


def sheet_name(entry: str) -> str:
    """The sheet of an entry of the ledger."""
    return f"sheet-{entry.replace('_', '-')}"


def paper_of(topic: str, name: ReadingName, guide: Guide) -> Iterator[Link]:
    """What a topic's page offers to print besides its handout."""
    beside = guide.settings.sheets
    cards, questions, sheets = beside.call_cards, beside.questions, beside.evidence
    if name == "patient":
        if cards and topic in cards.topics:
            yield _link(cards.link, card_name(topic))
        if questions and topic == questions.topic:
            yield _link(questions.link, QUESTIONS)
    elif sheets:
        named = [entry for entry, of in sheets.therapies.items() if of == topic]
        for entry in named:
            label = sheets.link
            if len(named) > 1:
                label = f"{label}: {guide.ledger.entries[entry].name}"
            yield _link(label, sheet_name(entry))


def sheets_of_trials(names: Iterable[str], guide: Guide) -> Iterator[Link]:
    """The sheet of each of these trials."""
    if guide.settings.sheets.evidence:
        for name in names:
            yield _link(guide.ledger.entries[name].name, sheet_name(name))


def _link(label: str, name: str) -> Link:
    return {"label": label, "to": f"{FOLDER}{name}.pdf"}
