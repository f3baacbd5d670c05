"""How readers look at a page: on which screen, in which colours, how large."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class View:
    """A screen in CSS pixels, and the colours that its owner likes."""

    width: int
    height: int
    scheme: Literal["light", "dark"]

    def __str__(self) -> str:
        return f"{self.width} px, {self.scheme}"


PHONES_AND_DESKS = tuple(
    View(width, height, scheme)
    for width, height in ((320, 640), (390, 844), (1280, 800))
    for scheme in ("light", "dark")
)
"""What each page is judged on. At 1280 pixels, 200% zoom leaves 640: see `ZOOMED`."""

ZOOMED = View(640, 400, "light")


def pages(site: Path) -> list[str]:
    """The address of every page from the site's root, those left out that only lead on."""
    return [
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    ]
