from __future__ import annotations

import pytest

from plainguide.model.image import ImageFile
from plainguide.read.images import read_images, size_of

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x2c\x00\x00\x00\xc8\x08"
GIF = b"GIF89a\x2c\x01\xc8\x00\x00"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x11\x08\x00\xc8\x01\x2c\x03"
RIFF = b"RIFF\x00\x00\x00\x00WEBP"
EXTENDED = RIFF + b"VP8X" + bytes(8) + b"\x2b\x01\x00\xc7\x00\x00"
LOSSLESS = RIFF + b"VP8L\x00\x00\x00\x00\x2f" + (299 | 199 << 14).to_bytes(4, "little")
LOSSY = RIFF + b"VP8 " + bytes(10) + b"\x2c\x01\xc8\x00"
SVG = (
    b'<?xml version="1.0"?>\n<svg xmlns="a"\n  width="300px" height=\'200.5\'><g width="1"/></svg>'
)


@pytest.mark.parametrize("data", [PNG, GIF, JPEG, EXTENDED, LOSSLESS, LOSSY, SVG])
def test_tells_width_and_height(data: bytes) -> None:
    assert size_of(data) == (300, 200)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no image",
        PNG[:20],
        JPEG[:12],
        RIFF + b"VP9 ",
        b'<svg viewBox="0 0 3 2"></svg>',
        b'<svg width="100%" height="200"></svg>',
    ],
)
def test_does_not_guess(data: bytes) -> None:
    assert size_of(data) is None


def test_picks_images_by_their_ending() -> None:
    files = [("a/b.PNG", PNG), ("a/b.md", b"text"), ("a/c.svg", b"<svg/>")]
    assert read_images(files) == {"a/b.PNG": ImageFile(25, 300, 200), "a/c.svg": ImageFile(6)}
