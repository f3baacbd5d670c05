"""An image file of the content, as far as a page needs to know it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

MEDIA = "media/"
"""Where images lie on the site."""
_ROOT = "content"


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


def places_of(target: str, topic: str) -> tuple[str, ...]:
    """Where a file may lie that a topic names: from its folder, or from the whole content.

    Args:
        target: the address as it was written, without what comes after `?` or `#`.
        topic: the path of the topic's file.
    """
    name = unquote(target)
    folders = (posixpath.dirname(topic), _ROOT, "")
    return tuple(posixpath.normpath(posixpath.join(f, name.lstrip("/"))) for f in folders)


def found_at(target: str, topic: str, images: Mapping[str, ImageFile]) -> str | None:
    """The path of the image that a topic names; none where there is no such file."""
    return next((path for path in places_of(target, topic) if path in images), None)


def published_at(path: str) -> str:
    """Where an image of the content stands among the pages."""
    return f"{MEDIA}{posixpath.relpath(path, _ROOT)}"
