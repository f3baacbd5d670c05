"""An image file of the content, as far as a page needs to know it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An image that lies beside the topics.

    Attributes:
        size: in bytes.
        width: in pixels; none where the file does not tell both width and height.
    """

    size: int
    width: int | None = None
    height: int | None = None
