"""A pathway: steps one below the other, and from each answer a line to the step it leads to.

Lines run in lanes beside the steps, and lines to the same step share one. That holds for any
pathway and for the width of a phone, and no line ever crosses a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plainguide.figures.order import lanes, top_down
from plainguide.figures.said import Named
from plainguide.figures.svg import LINE, WIDTH, canvas, paragraph, tag, wrapped

_LANE = 15
_EDGE = 12
_GAP = 18
_PAD = 10
_BADGE = 26
_HEAD = "l7-4.5v9z"
_BADGES = {"positive": "M-6 0H6M0-6V6", "negative": "M-6 0H6", "open": "M-6 0h2M-1 0h2M4 0h2"}
_CORNERS = {"positive": 16, "negative": 0, "open": 0}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and the step that it leads to; without words it is the only way on."""

    words: str
    to: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One step.

    Attributes:
        ends: how the flow ends here: `positive`, `negative` or `open`; none where it goes on.
    """

    words: str
    answers: tuple[Answer, ...] = ()
    ends: str | None = None


@dataclass(slots=True)
class _Box:
    """A step with its place."""

    stop: Stop
    y: float
    width: float
    rows: list[float] = field(default_factory=list)

    @property
    def lines(self) -> int:
        return len(wrapped(self.stop.words, _room(self.stop, self.width), bold=True))

    @property
    def entry(self) -> float:
        """Where lines come in."""
        return self.y + _PAD + LINE * self.lines / 2

    @property
    def height(self) -> float:
        """Words, then answers."""
        answers = sum(_answer_height(answer, self.width) for answer in self.stop.answers)
        return self.lines * LINE + answers + 2 * _PAD - 2


def flow(named: Named, stops: dict[str, Stop], start: str) -> str:
    """Draw a pathway from its first step down."""
    ways = {name: [answer.to for answer in stop.answers] for name, stop in stops.items()}
    order = top_down(ways, start)
    lane = _lanes(order, stops)
    width = WIDTH - _EDGE - _LANE * (max(lane.values()) + 1)
    boxes: dict[str, _Box] = {}
    y = 2.0
    for name in order:
        boxes[name] = _Box(stops[name], y, width)
        y += boxes[name].height + _GAP
    drawn = [part for box in boxes.values() for part in _box(box)]
    lines = [_line(boxes, name, width + _EDGE + _LANE * lane[name]) for name in lane]
    return canvas(named, y - _GAP + 2, *drawn, *lines)


def _lanes(order: list[str], stops: dict[str, Stop]) -> dict[str, int]:
    """The lane of the line to each step. Places are counted in answers, which keep their order."""
    place, sources, entries = 0, dict[str, int](), dict[str, int]()
    for name in order:
        entries[name] = place
        for answer in stops[name].answers:
            place += 1
            sources.setdefault(answer.to, place)
        place += 1
    return lanes({name: (first, entries[name]) for name, first in sources.items()})


def _room(stop: Stop, width: float) -> float:
    return width - 2 * _PAD - (_BADGE if stop.ends else 0)


def _answer_height(answer: Answer, width: float) -> float:
    return LINE * len(wrapped(answer.words, width - 4 * _PAD)) + 6


def _box(box: _Box) -> Iterator[str]:
    """Frame, words and answers. It notes where each answer's line goes out."""
    ends = box.stop.ends
    yield tag(
        "rect",
        x=2,
        y=box.y,
        width=box.width - 2,
        height=box.height,
        rx=_CORNERS.get(ends or "", 6),
        fill="none",
        stroke="currentColor",
        stroke_width=3 if ends == "positive" else 1.5,
        stroke_dasharray="5 4" if ends == "open" else None,
        class_=f"picture__{ends or 'step'}",
    )
    x, y = 2 + _PAD, box.y + _PAD + LINE - 5
    if ends:
        d, middle = _BADGES[ends], box.entry
        yield tag(
            "path",
            d=d,
            transform=f"translate({x + 8} {middle:.1f})",
            stroke="currentColor",
            stroke_width=3,
            class_="picture__stroke",
        )
        x += _BADGE
    yield paragraph(x, y, box.stop.words, _room(box.stop, box.width), bold=True)
    y += box.lines * LINE
    for answer in box.stop.answers:
        height = _answer_height(answer, box.width)
        yield tag(
            "path",
            d=f"M{2 + _PAD} {y - LINE + 5:.1f}H{box.width}",
            stroke="currentColor",
            stroke_opacity=0.4,
            class_="picture__ruler",
        )
        yield paragraph(
            box.width - _PAD, y + 3, answer.words, box.width - 4 * _PAD, text_anchor="end"
        )
        box.rows.append(y - 2 + (height - LINE - 6) / 2)
        y += height


def _line(boxes: dict[str, _Box], name: str, x: float) -> str:
    """All lines to one step: out of each answer, down the lane, and in with an arrow's head."""
    target = boxes[name]
    outs = [
        (box.width, y)
        for box in boxes.values()
        for answer, y in zip(box.stop.answers, box.rows, strict=True)
        if answer.to == name
    ]
    end = f"V{target.entry - 6:.1f}q0 6-6 6H{target.width + 6:.1f}"
    paths = "".join(f"M{out:.1f} {y:.1f}H{x - 6:.1f}q6 0 6 6{end}" for out, y in outs)
    line = tag("path", d=paths, fill="none", stroke="currentColor", stroke_width=1.5)
    head = tag("path", d=f"M{target.width + 1:.1f} {target.entry:.1f}{_HEAD}")
    return tag("g", line, head, class_="picture__way")
