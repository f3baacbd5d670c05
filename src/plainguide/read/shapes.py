"""Filled shapes of a small SVG drawing, as polygons: just enough for a logo.

Drawings with anything else in them are refused, so that no icon is drawn wrong without a word.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

Point = tuple[float, float]

_SVG = "{http://www.w3.org/2000/svg}"
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "Z": 0}
"""How many numbers each kind of step takes; in small letters, they are relative."""
_PIECES = 16
"""Into how many straight pieces an arc is cut."""


class DrawingError(ValueError):
    """A drawing has something in it that can't be drawn. The message says what."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One filled shape.

    Attributes:
        fill: its colour, such as `#2c7a5b`.
        corners: x and y of each, in parts of the drawing's side, from its top left.
    """

    fill: str
    corners: tuple[Point, ...]


def shapes(svg: str) -> list[Shape]:
    """The shapes of a square drawing, from back to front.

    Args:
        svg: its text.

    Raises:
        DrawingError: where it is not a square with filled paths of straight lines and arcs of
            circles.
    """
    try:
        root = etree.fromstring(svg.encode())
    except etree.XMLSyntaxError as error:
        raise DrawingError(f"it is no SVG ({error})") from None
    box = [float(n) for n in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) != 4 or box[2] != box[3] or box[2] <= 0:  # noqa: PLR2004 - x, y, width, height
        raise DrawingError("its viewBox must be a square")
    x, y, side, _ = box
    found = []
    for path in root:
        fill = path.get("fill", "")
        if path.tag != f"{_SVG}path" or not re.fullmatch(r"#(?:[\da-f]{3}){1,2}", fill):
            raise DrawingError("it must hold paths with a fill such as #2c7a5b, and nothing else")
        corners = tuple(((px - x) / side, (py - y) / side) for px, py in _walk(path.get("d", "")))
        found.append(Shape(fill, corners))
    return found


def _walk(d: str) -> Iterator[Point]:
    """The corners of one path, arcs cut into straight pieces."""
    at: Point = (0, 0)
    if len(re.findall(r"[Mm]", d)) != 1:
        raise DrawingError("each path must hold one shape; make a path of each")
    for step in _STEP.finditer(d):
        kind = step[1].upper()
        numbers = [float(number) for number in _NUMBER.findall(step[2])]
        takes = _TAKES.get(kind, -1)
        if takes < 0 or (len(numbers) % takes if takes else numbers) or (takes and not numbers):
            raise DrawingError(f"its path has a step that can't be drawn: {step[0].strip()}")
        for start in range(0, len(numbers), takes or 1):
            some = numbers[start : start + takes]
            to = _end(kind, some, at, relative=step[1].islower())
            yield from _arc(at, to, some) if kind == "A" else (to,)
            at = to


def _end(kind: str, numbers: list[float], at: Point, *, relative: bool) -> Point:
    """Where a step ends."""
    x, y = at if relative else (0, 0)
    if kind == "H":
        return x + numbers[0], at[1]
    if kind == "V":
        return at[0], y + numbers[0]
    return x + numbers[-2], y + numbers[-1]


def _arc(start: Point, end: Point, numbers: list[float]) -> Iterator[Point]:
    """Points on an arc of a circle, its end included; see SVG 2, section B.2.4."""
    radius, other, _, large, sweep, *_ = numbers
    (x1, y1), (x2, y2) = start, end
    apart = math.dist(start, end)
    if radius != other or radius <= 0 or apart == 0:
        raise DrawingError("an arc must be of a circle, and lead somewhere else")
    radius = max(radius, apart / 2)
    off = math.sqrt(radius**2 - (apart / 2) ** 2) / apart
    side = 1 if large != sweep else -1
    cx = (x1 + x2) / 2 - side * off * (y2 - y1)
    cy = (y1 + y2) / 2 + side * off * (x2 - x1)
    first, last = math.atan2(y1 - cy, x1 - cx), math.atan2(y2 - cy, x2 - cx)
    if sweep and last < first:
        last += 2 * math.pi
    if not sweep and last > first:
        last -= 2 * math.pi
    turns = [first + (last - first) * n / _PIECES for n in range(_PIECES + 1)]
    for _, angle in pairwise(turns):
        yield cx + radius * math.cos(angle), cy + radius * math.sin(angle)
