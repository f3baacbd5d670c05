from __future__ import annotations

import math

import pytest

from plainguide.read.shapes import DrawingError, shapes

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#123" d="{}"/></svg>'


def test_lines_are_followed_in_parts_of_the_side() -> None:
    (shape,) = shapes(SVG.format("M1 2h5v3H4l-1-1V2z"))
    assert shape.fill == "#123"
    corners = [(1, 2), (6, 2), (6, 5), (4, 5), (3, 4), (3, 2)]
    assert shape.corners == tuple((x / 10, y / 10) for x, y in corners)


@pytest.mark.parametrize(
    ("path", "centre"),
    [
        ("M5 2a3 3 0 0 1 3 3", (5, 5)),
        ("M5 2a3 3 0 0 0 3 3", (8, 2)),
        ("M5 2a3 3 0 1 1 3 3", (8, 2)),
        ("M2 5A3 3 0 0 1 8 5", (5, 5)),
    ],
)
def test_arcs_keep_their_distance_from_the_centre(path: str, centre: tuple[float, float]) -> None:
    (shape,) = shapes(SVG.format(path))
    for x, y in shape.corners:
        assert math.dist((x * 10, y * 10), centre) == pytest.approx(3)


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        ("<svg", "no SVG"),
        (SVG.replace("0 0 10 10", "0 0 10 9").format("M1 1"), "square"),
        (SVG.replace("#123", "red").format("M1 1"), "fill"),
        (SVG.replace("path", "circle").format("M1 1"), "nothing else"),
        (SVG.format("M1 1c1 1 2 2 3 3"), "can't be drawn: c1 1"),
        (SVG.format("M1 1h"), "can't be drawn: h"),
        (SVG.format("M1 1a3 2 0 0 1 3 3"), "of a circle"),
        (SVG.format("M1 1h1zM2 2h1z"), "one shape"),
    ],
)
def test_says_what_it_cannot_draw(svg: str, said: str) -> None:
    with pytest.raises(DrawingError, match=said):
        shapes(svg)
