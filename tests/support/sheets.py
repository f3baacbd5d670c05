"""Where things lie on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from plainguide.model.form import FORMS, Form
from support.tagged import painted, tagged

_MM = 72 / 25.4
SIDES = {"a4": 24 * _MM, "letter": 26 * _MM}
"""The margin at the left and the right of each paper, as `theme/handout/` has it, in points."""
NARROWER = {"card-": 12 * _MM, "sheet-": 10 * _MM, "my-questions": 17 * _MM}
"""The same of kinds that have margins of their own, by how their names begin."""
_EDGE = 6 * _MM
"""What printers leave blank."""
_SLACK = 1.5
"""What a letter may hang over, in points."""


def form_of(path: Path) -> Form:
    """The form that a PDF's name tells."""
    named = sorted(FORMS, key=lambda form: -len(form.name))
    return next(form for form in named if not form.name or path.stem.endswith(f"-{form.name}"))


def faults(path: Path, form: Form) -> list[str]:
    """What is wrong with where things lie: over the margins, blank pages, headings left alone."""
    return [*_positions(path, form), *_left_alone(path)]


def _positions(path: Path, form: Form) -> Iterator[str]:
    own = (side for start, side in NARROWER.items() if path.name.startswith(start))
    side = next(own, SIDES[form.paper])
    with pypdfium2.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf, 1):
            width, height = page.get_size()
            text = page.get_textpage()
            left, bottom, right, top = width, height, 0.0, 0.0
            for index in range(text.count_rects()):
                a, b, c, d = text.get_rect(index)
                left, bottom, right, top = min(left, a), min(bottom, b), max(right, c), max(top, d)
            if right > width - side + _SLACK:
                right = _last(text)
            if left < side - _SLACK or right > width - side + _SLACK:
                yield f"page {number}: over the side, {left:.0f} to {right:.0f} of {width:.0f}"
            if bottom < _EDGE or top > height - _EDGE:
                yield f"page {number}: over the head or foot, {bottom:.0f} to {top:.0f}"


def _last(text: pypdfium2.PdfTextPage) -> float:
    """Where the letter that is farthest to the right ends; a space at the end of a line is none."""
    boxes = [
        text.get_charbox(i) for i in range(text.count_chars()) if text.get_text_range(i, 1).strip()
    ]
    return float(max(right for _, _, right, _ in boxes))


def _left_alone(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        roles = tagged(pdf)
        for number, page in enumerate(pdf.pages):
            marks = [roles.get((number, m), "") for m in painted(page) if isinstance(m, int)]
            if not marks:
                yield f"page {number + 1}: blank"
            elif marks[-1].startswith("H"):
                yield f"page {number + 1}: a heading alone at the foot"
