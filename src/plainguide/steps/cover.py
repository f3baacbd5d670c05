"""Draw the cover of the book from the theme's logo and colours."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from plainguide.model.place import Finding, Place
from plainguide.read.shapes import DrawingError, shapes
from plainguide.steps.card_text import Set, set_text
from plainguide.steps.cards import BANDS, NOTICE, PAPERS, icon
from plainguide.steps.check import FindingsError
from plainguide.steps.install import LOGO

SIZE = WIDTH, HEIGHT = 1200, 1800
"""In pixels: two wide and three high, as shops and shelves have it."""

_EDGE = 110
_BAND = 300
_LOGO = 560
_TITLE_AT = 840
_TITLE_SIZES = (150, 132, 116, 100, 88, 76, 64)
_NAME_SIZES = (96, 84, 72, 60, 48)
_SMALL_SIZES = (52, 46, 40, 36, 32)
_COLOURS = 64


def cover(title: str, reading: str, edition: str, state: str, theme: Path) -> bytes:
    """The cover as PNG, the same bytes for the same words and theme.

    Args:
        title: the guide's.
        reading: whose reading it is; the patients'.
        edition: which edition, and of when.
        state: what is said of its review; empty where all is reviewed.
        theme: the theme's folder.

    Raises:
        FindingsError: where the theme's logo can't be drawn.
    """
    bold = theme / "handout" / "fonts" / "SourceSans3-Bold.ttf"
    regular = theme / "handout" / "fonts" / "SourceSans3-Regular.ttf"
    band, paper = BANDS["patient"], PAPERS["patient"]
    image = Image.new("RGB", SIZE, paper.ground)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, HEIGHT - _BAND, WIDTH, HEIGHT), fill=band.ground)
    image.paste(_logo(theme, paper.ground), (_EDGE, 170))
    inner = WIDTH - 2 * _EDGE
    words = set_text(title, bold, _TITLE_SIZES, inner, 420)
    _write(pen, words, (_EDGE, _TITLE_AT), paper.ink)
    below = _TITLE_AT + words.height + 60
    small = set_text(edition, regular, _SMALL_SIZES, inner, 120)
    _write(pen, small, (_EDGE, below), paper.ink)
    if state:
        said = set_text(state, regular, _SMALL_SIZES, inner - 60, 140)
        top = below + small.height + 50
        box = (_EDGE, top, _EDGE + said.width + 60, top + said.height + 40)
        pen.rounded_rectangle(box, 18, fill=NOTICE.ground)
        _write(pen, said, (_EDGE + 30, top + 20), NOTICE.ink)
    sign = icon("patient", 150)
    image.paste(band.ink, (_EDGE, HEIGHT - _BAND // 2 - 75), sign)
    name = set_text(reading, bold, _NAME_SIZES, inner - 190, _BAND - 60, lines=2)
    _write(pen, name, (_EDGE + 190, HEIGHT - _BAND // 2 - name.height // 2), band.ink)
    out = BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _write(pen: ImageDraw.ImageDraw, words: Set, at: tuple[int, int], ink: str) -> None:
    for n, line in enumerate(words.lines):
        pen.text((at[0], at[1] + n * words.step), line, fill=ink, font=words.font)


def _logo(theme: Path, ground: str) -> Image.Image:
    """The logo on the cover's ground."""
    try:
        drawing = shapes((theme / LOGO).read_text(encoding="utf-8"))
    except (OSError, DrawingError) as error:
        message = f"the cover is drawn from this, and {error}"
        raise FindingsError((Finding(Place(f"theme/{LOGO}"), "theme", message),)) from None
    side = _LOGO * 4
    picture = Image.new("RGB", (side, side), ground)
    pen = ImageDraw.Draw(picture)
    for shape in drawing:
        pen.polygon([(x * side, y * side) for x, y in shape.corners], fill=shape.fill)
    return picture.resize((_LOGO, _LOGO), Image.Resampling.LANCZOS)
