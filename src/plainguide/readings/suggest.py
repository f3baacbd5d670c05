"""Which ledger figure somebody meant who typed a number."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import ROUND_HALF_UP, Decimal

from plainguide.model.evidence import Ledger
from plainguide.model.figure import Count, Dose, Duration, FigureRecord, Ratio, Share

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_KINDS: tuple[tuple[re.Pattern[str], type[FigureRecord]], ...] = (
    (re.compile(r"\b(?:HR|OR|RR)\b|ratio|p\s*[=<>]"), Ratio),
    (re.compile(r"%|per ?cent|\bof\b|\bin\b|/\d"), Share),
    (re.compile(r"hour|day|week|month|year"), Duration),
    (re.compile(r"\d\s?(?:mg|g|kg|mcg|µg|ml|mL|IU|units)\b"), Dose),
    (re.compile(r"people|patient|participant|adult|women|men|n\s*="), Count),
)


def figures_like(ledger: Ledger, typed: str, prefer: Collection[str]) -> list[str]:
    """Find figures like a number that was typed by hand.

    Args:
        ledger: where to look.
        typed: the number as it was typed, with what makes it clinical: `38%`, `8 months`.
        prefer: names of the entries to look in first.

    Returns:
        Addresses of figures of the same kind: those of the preferred entries first, and among them
        those with that very value, then those whose value rounds to it, then those that count it.
    """
    kind = next((kind for pattern, kind in _KINDS if pattern.search(typed)), FigureRecord)
    numbers = _NUMBER.findall(typed.replace(",", ""))
    ranked = [
        (bound.ref.partition(".")[0] not in prefer, rank, bound.ref)
        for bound in ledger.figures()
        if isinstance(bound.figure, kind) and (rank := _rank(bound.figure, numbers)) is not None
    ]
    return [ref for *_, ref in sorted(ranked, key=lambda found: found[:2])]


def _rank(figure: FigureRecord, numbers: list[str]) -> int | None:
    """How near a figure is to the numbers: 0 is the value itself; none is not near at all."""
    value = getattr(figure, "value", None)
    if not isinstance(value, Decimal | int):
        return None
    rounded = Decimal(value).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    if str(value) in numbers:
        return 0
    if str(rounded) in numbers:
        return 1
    counts = {str(getattr(figure, name, None)) for name in ("count", "of")}
    if counts <= set(numbers):
        return 2
    return 3 if counts & set(numbers) else None
