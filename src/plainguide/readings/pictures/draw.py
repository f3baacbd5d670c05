"""The kinds of picture, and the way from an expression to one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from plainguide.model.evidence import Ledger
from plainguide.model.pictures import PictureWords
from plainguide.model.topic import ReadingName
from plainguide.readings.expressions import Asked
from plainguide.readings.pictures import flow, forest, icon_array, timeline
from plainguide.readings.pictures.parts import Desk, Drawn, Request, WrongRequest

KINDS: Mapping[str, Callable[[Request, Desk], Drawn]] = {
    module.KIND: module.draw for module in (icon_array, forest, timeline, flow)
}
_MISSING = ("", "")
"""What stands for a kind and a name that were not given."""


class Pictures:
    """Draws the pictures of one reading."""

    def __init__(self, ledger: Ledger, words: PictureWords, reading: ReadingName) -> None:
        """Prepare what every picture needs."""
        self._desk = Desk(ledger, words, reading)

    def draw(self, asked: Asked, ids: Counter[str]) -> Drawn | str | None:
        """Draw what an expression asks for.

        Args:
            asked: the expression.
            ids: counts the pictures of the page, so that the same one twice has two ids.

        Returns:
            The picture, or what is wrong. None where something is missing that may be in a part of
            the ledger that could not be read.
        """
        kind, what, *more = (*asked.arguments, *_MISSING[len(asked.arguments) :])
        if kind not in KINDS or not what:
            return _misused(kind)
        name = f"picture-{kind}-{what.replace('.', '-').replace('_', '-')}"
        ids[name] += 1
        number = f"-{ids[name]}" if ids[name] > 1 else ""
        try:
            return KINDS[kind](Request(name + number, what, tuple(more)), self._desk)
        except WrongRequest as wrong:
            return str(wrong) if self._desk.ledger.whole else None


def _misused(kind: str) -> str:
    """What is wrong with an expression that names no kind, or nothing of that kind."""
    if kind and kind not in KINDS:
        near = get_close_matches(kind, KINDS, n=1, cutoff=0.5)
        hint = f'did you mean "{near[0]}"?' if near else f"use one of {', '.join(KINDS)}"
        return f'no picture is called "{kind}"; {hint}'
    kinds = ", ".join(KINDS)
    return f'write {{{{ picture("kind", "what it is of") }}}}, and the kind is one of {kinds}'
