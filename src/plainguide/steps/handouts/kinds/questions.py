"""A page to take along to an appointment, and to write on there."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.place import Place
from plainguide.readings.copy_pages import copy_address
from plainguide.readings.question_list import question_list
from plainguide.readings.take_away import QUESTIONS
from plainguide.steps.handouts.handout import Handout, Source, lasting_address
from plainguide.steps.handouts.registry import kind

_MINE = 3
"""Room for so many questions: more are not remembered, and not answered."""


@kind
def questions(source: Source) -> Iterator[Handout]:
    """Lines to write on, and behind them the questions of the topic that the settings name."""
    settings = source.guide.settings
    words = settings.sheets.questions
    if words is None:
        return
    for page in source.plain_topics:
        if page.meta["topic"] == words.topic:
            listed = question_list(page)
            yield Handout(
                name=QUESTIONS,
                title=words.title,
                template="questions.html",
                address=lasting_address(page, settings.url),
                code=copy_address(page, settings),
                sources=(source.path_of(page),),
                heading=words.heading,
                lead=words.lead,
                place=Place(source.path_of(page)),
                pages=(listed,),
                parts={"sheet": words.model_dump(), "mine": _MINE, "listed": bool(listed.body)},
                design="questions.typ",
                most_pages=3,
            )
