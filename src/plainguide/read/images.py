"""How large images are, from the first bytes of their files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from plainguide.model.image import ImageFile

ENDINGS = frozenset((".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"))
_SVG = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_LENGTH = re.compile(rb"\s(width|height)\s*=\s*[\"']\s*(\d+)(?:\.\d+)?(?:px)?\s*[\"']")
# Start-of-frame markers of JPEG; C4, C8 and CC mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

Size = tuple[int, int]


def read_images(files: Iterable[tuple[str, bytes]]) -> dict[str, ImageFile]:
    """The images among some files, by path."""
    return {
        path: ImageFile(len(data), *(size_of(data) or (None, None)))
        for path, data in files
        if PurePosixPath(path).suffix.lower() in ENDINGS
    }


def size_of(data: bytes) -> Size | None:
    """Width and height of an image; none where its bytes do not tell."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:  # noqa: PLR2004 - its head
        return _big(data[16:20]), _big(data[20:24])
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:  # noqa: PLR2004 - its head
        return _little(data[6:8]), _little(data[8:10])
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    tag = _SVG.search(data)
    lengths = {name: int(value) for name, value in _LENGTH.findall(tag[0])} if tag else {}
    return (lengths[b"width"], lengths[b"height"]) if len(lengths) == 2 else None  # noqa: PLR2004 - both


def _jpeg(data: bytes) -> Size | None:
    """A JPEG is a row of segments; the one that starts the frame has its size."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - how a segment begins
        if data[at + 1] in _FRAMES:
            return _big(data[at + 7 : at + 9]), _big(data[at + 5 : at + 7])
        at += 2 + _big(data[at + 2 : at + 4])
    return None


def _webp(data: bytes) -> Size | None:
    """A WebP is of one of three kinds."""
    kind = data[12:16]
    if kind == b"VP8X":
        return _little(data[24:27]) + 1, _little(data[27:30]) + 1
    if kind == b"VP8L":
        bits = _little(data[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    return None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
