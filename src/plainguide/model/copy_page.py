"""The settings of the pages that tell whether a printed copy is current."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from plainguide.model.base import Record, Text
from plainguide.model.topic import TwoWordings

_SLOT = re.compile(r"\{([^{}]*)\}")


def _with(*known: str) -> AfterValidator:
    """Let words have these slots, and no others."""

    def refuse_others(words: TwoWordings) -> TwoWordings:
        for slot in _SLOT.findall(f"{words.patient} {words.professional}"):
            if slot not in known:
                can_be = ", ".join(f"`{{{name}}}`" for name in known) or "words without a slot"
                raise ValueError(f"nothing fills `{{{slot}}}` here; use {can_be}")
        return words

    return AfterValidator(refuse_others)


Plain = Annotated[TwoWordings, _with()]
OfCopy = Annotated[TwoWordings, _with("edition", "date")]
"""With slots for the edition that the copy is of, and its day."""
OfLatest = Annotated[TwoWordings, _with("edition", "date")]
"""With slots for the latest edition, and its day."""


class Answer(Record):
    """What is said of a copy.

    Attributes:
        head: the answer.
        text: what it means for whoever holds the copy.
    """

    head: Plain
    text: OfLatest


class CopyPage(Record):
    """The words of the pages.

    Attributes:
        scan: beside the code on paper: what it is for.
        question: what the page answers.
        yours: which edition the copy is of.
        latest: there is no newer edition.
        same: there is one, and it says the same.
        changed: there is one, and it says other things.
        moved: there is one, and there the topic is a part of another.
        newer: there is one, and what changed cannot be told.
        parts: heading of the sections that say other things.
        pages: heading of the pages that do, for copies of several pages.
        figures: heading of the figures that changed.
        value: of a figure, what the copy says and what is said now.
        added: of a section or a page, that it is new.
        removed: of one, that it is gone.
        questions: whom to ask.
        open: the button to the page itself.
        all_pages: the button to all pages, for copies of several.
        lost: on the page for addresses that lead nowhere, before a link to the page itself, for
            copies of editions that no record has.
    """

    scan: Plain
    question: Plain
    yours: OfCopy
    latest: Answer
    same: Answer
    changed: Answer
    moved: Answer
    newer: Answer
    parts: Plain
    pages: Plain
    figures: Plain
    value: Annotated[TwoWordings, _with("before", "after")]
    added: Annotated[TwoWordings, _with("title")]
    removed: Annotated[TwoWordings, _with("title")]
    questions: Plain
    open: Plain
    all_pages: Plain
    lost: Text
