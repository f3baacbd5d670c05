"""What lets a device install the site like a program: the manifest, and icons drawn at build."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from plainguide.model.guide import Settings
from plainguide.model.place import Finding, Place
from plainguide.model.topic import READINGS
from plainguide.read.shapes import DrawingError, Shape, shapes
from plainguide.steps.check import FindingsError

MANIFEST = "manifest.webmanifest"
LOGO = "favicon.svg"
_LOOK = "offline/manifest.json"
_FINE = 4
"""How much larger an icon is drawn than it is, so that its edges come out smooth."""


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon of the site.

    Attributes:
        name: its path from the site's root.
        side: its width and height in pixels.
        share: how much of its side the logo takes.
        purpose: `any`, or `maskable` where the device cuts its own form out of it, which leaves
            the middle four fifths; empty where the manifest does not name it.
        filled: whether it has a ground of its own.
    """

    name: str
    side: int
    share: float
    purpose: str
    filled: bool


ICONS = (
    Icon("icons/192.png", 192, 0.94, "any", filled=False),
    Icon("icons/512.png", 512, 0.94, "any", filled=False),
    Icon("icons/maskable-512.png", 512, 0.54, "maskable", filled=True),
    Icon("icons/apple-touch-180.png", 180, 0.76, "", filled=True),
)


def install_files(settings: Settings, theme: Path) -> dict[str, bytes]:
    """The manifest and the icons, by path from the site's root.

    Args:
        settings: for the names.
        theme: the theme's folder, for the logo's shapes and the colours.

    Raises:
        FindingsError: where the theme's files are at fault.
    """
    look = _look(theme)
    try:
        logo = shapes((theme / LOGO).read_text(encoding="utf-8"))
    except (OSError, DrawingError) as error:
        raise _fault(LOGO, f"the icons are drawn from this, and {error}") from None
    ground = look["background_color"]
    return {
        MANIFEST: _manifest(settings, look),
        **{icon.name: _drawn(icon, logo, ground) for icon in ICONS},
    }


def _look(theme: Path) -> Mapping[str, str]:
    """What the theme says of the manifest."""
    try:
        look = json.loads((theme / _LOOK).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _fault(_LOOK, f"the site's manifest is made from this, and {error}") from None
    if not isinstance(look, dict) or not look.get("background_color"):
        raise _fault(_LOOK, "background_color is missing; say one, such as #fff")
    return look


def _fault(name: str, message: str) -> FindingsError:
    return FindingsError((Finding(Place(f"theme/{name}"), "theme", message),))


def _manifest(settings: Settings, look: Mapping[str, str]) -> bytes:
    """The manifest; its addresses are relative, so that the site may lie anywhere."""
    manifest = {
        "id": "./",
        "name": settings.title,
        "short_name": settings.title,
        "description": settings.description,
        "lang": settings.language,
        "start_url": "./",
        "scope": "./",
        **look,
        "icons": [
            {
                "src": icon.name,
                "sizes": f"{icon.side}x{icon.side}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for icon in ICONS
            if icon.purpose
        ],
        "shortcuts": [
            {"name": settings.readings.of(name).name, "url": f"{name}/"} for name in READINGS
        ],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def _drawn(icon: Icon, logo: list[Shape], ground: str) -> bytes:
    """An icon as PNG, without anything that tells when it was made."""
    side = icon.side * _FINE
    picture = Image.new("RGBA", (side, side), ground if icon.filled else "#0000")
    pen = ImageDraw.Draw(picture)
    for shape in logo:
        pen.polygon(list(_placed(shape, side, icon.share)), fill=shape.fill)
    small = picture.resize((icon.side, icon.side), Image.Resampling.LANCZOS)
    out = BytesIO()
    (small.convert("RGB") if icon.filled else small).save(out, "PNG", optimize=True)
    return out.getvalue()


def _placed(shape: Shape, side: int, share: float) -> Iterator[tuple[float, float]]:
    """A shape's corners in the middle of a picture."""
    edge = side * (1 - share) / 2
    for x, y in shape.corners:
        yield edge + x * side * share, edge + y * side * share
