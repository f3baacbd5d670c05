"""SVG as text: elements, lines of text, and the canvas that all pictures share.

A canvas is as wide as a phone, so that its text can still be read there; `theme/css/pictures.css`
colours it, and without any styles all is drawn in the colour of the text around it.
"""

from __future__ import annotations

import textwrap
from html import escape

from plainguide.figures.said import Named, Said

WIDTH = 360
"""In units of the picture; a phone of 320 pixels shows it in 288, so text of 14 is 11 there."""
SIZE = 14
"""Of all text; in units of the picture."""
LINE = 18
"""From one line of text to the next."""
_A_LETTER = 0.58
_A_BOLD_LETTER = 0.66
"""The width of a letter against its height, on the safe side: which font it will be is unknown."""


def tag(name: str, *inside: str, **attributes: object) -> str:
    """An element. An underscore in an attribute's name stands for a hyphen; none leaves it out."""
    pairs = ((key.strip("_").replace("_", "-"), value) for key, value in attributes.items())
    said = "".join(f' {key}="{escape(_short(value))}"' for key, value in pairs if value is not None)
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def text(x: float, y: float, said: Said | str, **attributes: object) -> str:
    """One line of text; a number carries its address and its exact value."""
    if isinstance(said, Said):
        attributes |= {"data_figure": said.ref, "data_value": said.value}
        said = said.text
    return tag("text", escape(said, quote=False), x=x, y=y, **attributes)


def introduced(x: float, y: float, words: str, said: Said, **attributes: object) -> str:
    """One line of text: words, and the number that they lead to."""
    number = tag("tspan", escape(said.text), data_figure=said.ref, data_value=said.value)
    return tag("text", escape(words, quote=False), number, x=x, y=y, **attributes)


def wrapped(words: str, width: float, *, bold: bool = False) -> list[str]:
    """Words in lines that are no wider than `width`."""
    letter = SIZE * (_A_BOLD_LETTER if bold else _A_LETTER)
    return textwrap.wrap(words, max(int(width / letter), 1)) or [""]


def paragraph(
    x: float, y: float, words: str, width: float, *, bold: bool = False, **attributes: object
) -> str:
    """Words in as many lines as they need, the first one at `y`."""
    if not words:
        return ""
    weight = {"font_weight": 700} if bold else {}
    lines = enumerate(wrapped(words, width, bold=bold))
    return "".join(text(x, y + n * LINE, line, **weight, **attributes) for n, line in lines)


def canvas(named: Named, height: float, *inside: str) -> str:
    """The whole picture, with its title and its description."""
    ids = (f"{named.id}-title", f"{named.id}-desc")
    return tag(
        "svg",
        tag("title", escape(named.title, quote=False), id=ids[0]),
        tag("desc", escape(named.description, quote=False), id=ids[1]),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=" ".join(ids),
        viewBox=f"0 0 {WIDTH} {_short(height)}",
        width=WIDTH,
        font_size=SIZE,
        fill="currentColor",
    )


def _short(value: object) -> str:
    """A number without digits that nobody can see."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
