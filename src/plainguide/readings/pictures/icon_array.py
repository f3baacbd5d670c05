"""`picture("icon-array", "entry.part.figure", "those in it", "the others")`."""

from __future__ import annotations

from plainguide.figures.frame import Table
from plainguide.figures.icon_array import IconArray, Side, icon_array
from plainguide.figures.said import Named
from plainguide.model.evidence import Bound
from plainguide.model.figure import Share
from plainguide.readings.phrase import hundred, phrases
from plainguide.readings.pictures.parts import (
    Desk,
    Drawn,
    Request,
    WrongRequest,
    as_shown,
    cited,
    data,
    drawn,
    said,
    unknown,
)

KIND = "icon-array"


def draw(request: Request, desk: Desk) -> Drawn:
    """A share as a hundred people, with what happened to both groups."""
    bound, share = _share(request, desk)
    words = desk.words.icon_array
    groups = _groups(request, desk)
    people = hundred(share.value)
    sides = [as_shown(bound, desk.reading, side) for side in ("hundred", "others")]
    named = Named(
        request.id,
        f"{_capital(groups[0])}: {phrases(share, desk.reading)[''].text}",
        f"{_capital(sides[0].phrase.text)}: {groups[0]}. "
        f"{_capital(sides[1].phrase.text)}: {groups[1]}.",
    )
    picture = IconArray(
        filled=people.inside,
        partly=people.partly,
        inside=Side(said(sides[0]), groups[0]),
        outside=Side(said(sides[1]), groups[1]),
    )
    rows = tuple((group, data(side)) for group, side in zip(groups, sides, strict=True))
    heads = (words.group.for_(desk.reading), words.share.for_(desk.reading))
    return drawn(
        KIND,
        icon_array(named, picture),
        words.caption.for_(desk.reading),
        Table(cited(named.title, bound.source), heads, rows),
        desk=desk,
        shown=sides,
        sources=[bound.source],
        words=[*groups, *heads],
    )


def _share(request: Request, desk: Desk) -> tuple[Bound, Share]:
    """The figure that is asked for."""
    bound = desk.ledger.bind(request.what)
    if bound is None or bound.ref != request.what:
        shares = (b.ref for b in desk.ledger.figures() if isinstance(b.figure, Share))
        raise unknown(KIND, request.what, shares, "share")
    if not isinstance(bound.figure, Share):
        raise WrongRequest(f"{bound.ref} is a {bound.figure.measure}; an {KIND} shows a share")
    return bound, bound.figure


def _groups(request: Request, desk: Desk) -> tuple[str, str]:
    """What happened to those in the share, and to the others."""
    words = desk.words.icon_array
    if not request.more:
        return words.inside.for_(desk.reading), words.outside.for_(desk.reading)
    if len(request.more) != 2:  # noqa: PLR2004 - there are two groups
        raise WrongRequest(
            f"an {KIND} has two groups; say what happened to the first, and to the others"
        )
    return request.more[0], request.more[1]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
