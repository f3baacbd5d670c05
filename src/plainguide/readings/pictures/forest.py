"""`picture("forest", "endpoint")`, or with the entries that it is to show."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from plainguide.figures.forest import Row, forest
from plainguide.figures.frame import Table
from plainguide.figures.said import Named
from plainguide.model.entry import Trial
from plainguide.model.evidence import Bound, Ledger
from plainguide.model.figure import Interval, Share
from plainguide.readings.cites import cite_mark
from plainguide.readings.expressions import Shown
from plainguide.readings.pictures.parts import (
    Desk,
    Drawn,
    Request,
    WrongRequest,
    as_shown,
    data,
    drawn,
    only_these,
    said,
    unknown,
)

KIND = "forest"


@dataclass(frozen=True, slots=True)
class _Result:
    """One row, before it is drawn."""

    bound: Bound
    share: Share
    ci: Interval
    group: str
    arm: str
    shown: Shown
    size: Shown | None


def draw(request: Request, desk: Desk) -> Drawn:
    """Every current result of an end point that has an interval, in alphabetical order."""
    if desk.reading == "patient":
        raise WrongRequest(
            f"a {KIND} shows intervals, which this reading does not; say it in words"
        )
    found = list(_results(desk.ledger))
    of_endpoint = [r.bound for r in found if r.bound.figure.endpoint == request.what]
    if not of_endpoint:
        endpoints = (str(result.bound.figure.endpoint) for result in found)
        raise unknown(KIND, request.what, endpoints, "end point with intervals")
    bounds = only_these(of_endpoint, request.more, KIND)
    results = sorted(
        (result for result in found if result.bound in bounds),
        key=lambda r: (r.group.lower(), r.bound.entry.name.lower()),
    )
    words = desk.words.forest
    endpoint = request.what.replace("_", " ").capitalize()
    named = Named(request.id, f"{endpoint}: {words.title}", _description(results))
    heads = (words.trial, words.therapy, words.arm, words.size, words.result)
    return drawn(
        KIND,
        forest(named, tuple(_row(result) for result in results), words.axis),
        words.caption,
        Table(
            escape(named.title),
            (*heads, desk.words.source.for_(desk.reading)),
            tuple(_cells(result) for result in results),
        ),
        desk=desk,
        shown=[shown for r in results for shown in (r.shown, r.size) if shown],
        sources=[result.bound.source for result in results],
        words=[named.title, *heads],
    )


def _results(ledger: Ledger) -> list[_Result]:
    """The current results of trials that have an interval."""
    return [
        _result(bound, bound.figure, bound.figure.ci, ledger)
        for bound in ledger.current_figures()
        if isinstance(bound.figure, Share) and bound.figure.ci and bound.figure.endpoint
    ]


def _result(bound: Bound, share: Share, ci: Interval, ledger: Ledger) -> _Result:
    arms = bound.entry.arms if isinstance(bound.entry, Trial) else {}
    arm = arms.get(share.arm or "") or (next(iter(arms.values())) if len(arms) == 1 else None)
    therapy = ledger.entries.get(arm.therapy) if arm and arm.therapy else None
    title = arm.title if arm else bound.part.title
    return _Result(
        bound,
        share,
        ci,
        group=therapy.name if therapy else title,
        arm=title,
        shown=as_shown(bound, "professional", "estimate"),
        size=as_shown(bound, "professional", "of") if share.of else None,
    )


def _row(result: _Result) -> Row:
    low, high = result.ci
    return Row(
        group=result.group,
        trial=result.bound.entry.name,
        arm=result.arm if result.arm != result.group else "",
        value=float(result.share.value),
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        said=said(result.shown),
        size=said(result.size) if result.size else None,
    )


def _cells(result: _Result) -> tuple[str, ...]:
    return (
        escape(result.bound.entry.name),
        escape(result.group),
        escape(result.arm),
        data(result.size) if result.size else "–",
        data(result.shown),
        cite_mark(result.bound.source),
    )


def _description(results: list[_Result]) -> str:
    said_ = (f"{r.bound.entry.name}, {r.arm}: {r.shown.phrase.text}" for r in results)
    return "; ".join(said_) + "."
