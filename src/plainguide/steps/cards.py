"""Draw the picture that stands beside a link to a page, where people share it.

A card has few colours, and each stands for a share of two: so much of the ink, the rest of the
ground. So letters are drawn as shares from 0 to 15, and the palette makes colours of them. That is
quick, small, and the same bytes each time.
"""

from __future__ import annotations

import io
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from plainguide.model.topic import ReadingName
from plainguide.readings.cards import Card
from plainguide.steps.cache import Cache, digest, digest_of
from plainguide.steps.card_text import Set, set_text
from plainguide.steps.files import read_all
from plainguide.steps.layout import Layout

SIZE = WIDTH, HEIGHT = 1200, 630
"""In pixels, as those who preview links ask for."""

_KIND = "cards"
_SHARES = 16
_FINER = 4
"""Icons are drawn so many times larger, and made small again."""
_EDGE = 72
_BAND = 168
_TITLE_SIZES = (104, 96, 88, 80, 72, 64, 58, 52)
_NAME_SIZES = (72, 64, 56, 48, 42, 36)
_STATE_SIZES = (40, 36, 32, 28)

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Ramp:
    """A ground, an ink, and the colours between: a part of the palette, `number` times 16."""

    number: int
    ground: str
    ink: str

    def colours(self) -> list[int]:
        """Red, green and blue of each share, one after the other."""
        ground, ink = _rgb(self.ground), _rgb(self.ink)
        return [
            round(a + (b - a) * share / (_SHARES - 1))
            for share in range(_SHARES)
            for a, b in zip(ground, ink, strict=True)
        ]


# The theme's light colours; a test holds them to its styles.
BANDS: dict[ReadingName, Ramp] = {
    "patient": Ramp(0, ground="#1e5f47", ink="#ffffff"),
    "professional": Ramp(1, ground="#24468c", ink="#ffffff"),
}
PAPERS: dict[ReadingName, Ramp] = {
    "patient": Ramp(2, ground="#fdfaf4", ink="#1c2322"),
    "professional": Ramp(3, ground="#fdfdfe", ink="#1c2322"),
}
NOTICE = Ramp(4, ground="#fff5da", ink="#8a5a00")
REVIEWED = Ramp(5, ground="#e3efe5", ink="#1e5f47")
_RAMPS = (*BANDS.values(), *PAPERS.values(), NOTICE, REVIEWED)


def cards(wanted: dict[str, Card], layout: Layout) -> dict[str, bytes]:
    """The PNG of each card by its path; only those are drawn that no earlier run has drawn.

    Args:
        wanted: cards by path.
        layout: where the guide lies.
    """
    folder = layout.theme / "handout" / "fonts"
    fonts = digest_of(read_all(folder, layout.theme))
    cache, made, keys = Cache.of(layout), {}, set()
    for path, card in wanted.items():
        key = digest(fonts, json.dumps(asdict(card), sort_keys=True))
        keys.add(key)
        data = cache.get(_KIND, key)
        if data is None:
            data = draw(card, folder)
            cache.put(_KIND, key, data)
        made[path] = data
    cache.keep_only(_KIND, keys)
    return made


def draw(card: Card, fonts: Path) -> bytes:
    """Draw one card.

    Args:
        card: its words.
        fonts: the folder of the fonts.

    Returns:
        A PNG, 1200 pixels wide and 630 high.
    """
    bold, regular = fonts / "SourceSans3-Bold.ttf", fonts / "SourceSans3-Regular.ttf"
    paper = PAPERS[card.readings[0] if len(card.readings) == 1 else "professional"]
    image = Image.new("L", SIZE, paper.number * _SHARES)
    _bands(image, card, bold)
    inner = WIDTH - 2 * _EDGE
    foot = HEIGHT - 116
    title = set_text(card.title, bold, _TITLE_SIZES, inner, foot - _BAND - 56)
    room = foot - _BAND - title.height
    _paste(image, _letters(title), (_EDGE, _BAND + room // 2 - 4), paper)
    at = _pill(image, card, foot, regular)
    site = set_text(card.site, bold, _STATE_SIZES, WIDTH - _EDGE - at - 32, 48, lines=1)
    _paste(image, _letters(site), (WIDTH - _EDGE - site.width, foot + 34 - site.height // 2), paper)
    return _png(image)


def _bands(image: Image.Image, card: Card, font: Path) -> None:
    """The head of a card: whose page it is, by colour, sign and words."""
    share, size, gap = WIDTH // len(card.readings), 112, 24
    start = _EDGE - 8
    room = share - start - size - 2 * gap
    sizes: tuple[int, ...] = _NAME_SIZES
    for name in card.names:
        # Where there are two, the longer name says how large both are.
        sizes = tuple(
            s for s in sizes if s <= set_text(name, font, sizes, room, _BAND, lines=1).font.size
        )
    for n, (reading, name) in enumerate(zip(card.readings, card.names, strict=True)):
        ramp, left = BANDS[reading], n * share + start
        image.paste(ramp.number * _SHARES, (n * share, 0, (n + 1) * share, _BAND))
        _paste(image, icon(reading, size), (left, (_BAND - size) // 2), ramp)
        words = set_text(name, font, sizes, room, _BAND, lines=1)
        _paste(image, _letters(words), (left + size + gap, (_BAND - words.height) // 2), ramp)


def _pill(image: Image.Image, card: Card, top: int, font: Path) -> int:
    """What is said of the page's review, in a box of its own; returns where the box ends."""
    ramp = REVIEWED if card.reviewed else NOTICE
    words = set_text(card.state, font, _STATE_SIZES, WIDTH // 2, 64, lines=1)
    box = (_EDGE, top, _EDGE + words.width + 48, top + 68)
    ImageDraw.Draw(image).rounded_rectangle(box, 16, fill=ramp.number * _SHARES)
    _paste(image, _letters(words), (_EDGE + 24, top + 34 - words.height // 2), ramp)
    return box[2]


@cache
def icon(reading: ReadingName, size: int) -> Image.Image:
    """A reading's sign, as in `theme/partials/icon.html`, white on black."""
    scale = size * _FINER / 24
    mask = Image.new("L", (size * _FINER, size * _FINER))
    pen = ImageDraw.Draw(mask)
    wide = round(2 * scale)

    def at(*points: float) -> list[float]:
        return [point * scale for point in points]

    def line(*points: float) -> None:
        ends = at(*points)
        pen.line(ends, fill=255, width=wide, joint="curve")
        for x, y in zip(ends[::2], ends[1::2], strict=True):
            pen.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=255)

    if reading == "patient":
        pen.ellipse(at(7, 3, 17, 13), outline=255, width=wide)
        pen.arc(at(3, 13, 21, 29), 180, 360, fill=255, width=wide)
        line(4, 21, 4, 21)
        line(20, 21, 20, 21)
    else:
        pen.rounded_rectangle(at(4, 3.5, 20, 22), 3 * scale, outline=255, width=wide)
        pen.rectangle(at(8, 2, 16, 7), fill=0)
        line(9, 3, 15, 3, 15, 6, 9, 6, 9, 3)
        line(9, 17, 9, 14)
        line(12, 17, 12, 11)
        line(15, 17, 15, 13)
    return mask.resize((size, size), Image.Resampling.BOX)


def _letters(text: Set) -> Image.Image:
    """Lines of text, white on black."""
    mask = Image.new("L", (max(text.width, 1), max(text.height, 1)))
    pen = ImageDraw.Draw(mask)
    for n, line in enumerate(text.lines):
        pen.text((0, n * text.step), line, fill=255, font=text.font)
    return mask


def _paste(image: Image.Image, mask: Image.Image, at: tuple[int, int], ramp: Ramp) -> None:
    """Put white on black onto the ground of a ramp, as shares of its ink."""
    first = ramp.number * _SHARES
    shares = [first + round(value * (_SHARES - 1) / 255) for value in range(256)]
    image.paste(mask.point(shares), at)


def _png(image: Image.Image) -> bytes:
    palette = [part for ramp in _RAMPS for part in ramp.colours()]
    image.putpalette(palette)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
