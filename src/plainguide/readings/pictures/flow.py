"""`picture("flow", "pathway")`."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from plainguide.figures.flow import Answer, Stop, flow
from plainguide.figures.frame import Table
from plainguide.figures.order import top_down
from plainguide.figures.said import Named
from plainguide.model.entry import Pathway
from plainguide.model.evidence import Sourced
from plainguide.model.topic import ReadingName
from plainguide.readings.pictures.parts import (
    Desk,
    Drawn,
    Request,
    WrongRequest,
    cited,
    drawn,
    unknown,
)

KIND = "flow"


def draw(request: Request, desk: Desk) -> Drawn:
    """A pathway, from its first step to its ends."""
    if request.more:
        raise WrongRequest(f'a {KIND} is all there is; write picture("{KIND}", "{request.what}")')
    found = _pathway(request, desk)
    pathway, words = found.held, desk.words.flow
    stops = _stops(pathway, desk.reading)
    ways = {name: [answer.to for answer in stop.answers] for name, stop in stops.items()}
    order = top_down(ways, pathway.start)
    rows = tuple(_rows(order, stops, words.end.for_(desk.reading)))
    named = Named(request.id, pathway.title.for_(desk.reading), _description(order, stops))
    heads = tuple(head.for_(desk.reading) for head in (words.step, words.answer, words.next))
    return drawn(
        KIND,
        flow(named, stops, pathway.start),
        words.caption.for_(desk.reading),
        Table(
            cited(named.title, found.source),
            heads,
            tuple(tuple(escape(cell) for cell in row) for row in rows),
        ),
        desk=desk,
        shown=[],
        sources=[found.source],
        words=[named.title, *heads, *(cell for row in rows for cell in row)],
    )


def _pathway(request: Request, desk: Desk) -> Sourced[Pathway]:
    """The pathway that is asked for; patients may see it only where somebody has read it."""
    pathways = {pathway.ref: pathway for pathway in desk.ledger.pathways()}
    found = pathways.get(request.what)
    if found is None and request.what in desk.ledger.entries:
        kind = desk.ledger.entries[request.what].kind
        raise WrongRequest(f"{request.what} is a {kind}; a {KIND} shows an entry of kind `flow`")
    if found is None:
        raise unknown(KIND, request.what, pathways, "pathway")
    if desk.reading == "patient" and found.checked is None:
        raise WrongRequest(
            f"{request.what} was never read at its source; read it and fill in `checked`, "
            "or leave it out for patients"
        )
    return found


def _stops(pathway: Pathway, reading: ReadingName) -> dict[str, Stop]:
    return {
        name: Stop(
            step.says.for_(reading),
            tuple(Answer(b.when.for_(reading) if b.when else "", b.to) for b in step.then),
            step.ends,
        )
        for name, step in pathway.steps.items()
    }


def _rows(order: list[str], stops: dict[str, Stop], end: str) -> Iterator[tuple[str, str, str]]:
    """Each step with each of its answers, and where that leads."""
    for stop in (stops[name] for name in order):
        if not stop.answers:
            yield stop.words, "–", end
        for answer in stop.answers:
            yield stop.words, answer.words or "–", stops[answer.to].words


def _description(order: list[str], stops: dict[str, Stop]) -> str:
    """All ways from step to step, in a sentence."""
    answers = ((stops[name].words, answer) for name in order for answer in stops[name].answers)
    ways = (
        f"{step}{': ' if answer.words else ''}{answer.words} → {stops[answer.to].words}"
        for step, answer in answers
    )
    return "; ".join(ways) + "."
