"""An image that is not there, is too heavy, or whose size is not known."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from urllib.parse import urlsplit

from pydantic import Field

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.model.base import Record
from plainguide.model.image import ImageFile, found_at, places_of
from plainguide.model.reading import Image, Reading

_KB = 1000


class ImageSize(Record):
    """How heavy an image may be.

    Attributes:
        heaviest: in kB, of 1,000 bytes each.
    """

    heaviest: int = Field(ge=1)


@follows(ImageSize)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find images that are missing, too heavy, or of unknown width and height.

    An image lies in the content, at the place that its topic names from its own folder. Its width
    and height are told by its file, or beside it as `{width=300 height=200}`; an SVG tells them by
    `width` and `height`, in pixels.

    Why:    a page without the size of its images jumps while they load, and the reader taps the
            wrong line. A heavy image costs money on a phone, or never arrives in a hospital's
            basement.
    Bad:    ![How the pump is worn](pump.png)   (no such file, or one of 4,000 kB)
    Good:   ![How the pump is worn](pump.png)   (a file of 60 kB)
    Source: HTML Living Standard, 4.8.3 and 4.8.17, on dimension attributes; Core Web Vitals,
            Cumulative Layout Shift; the weight is this guide's own choice.
    """
    heaviest = compiled.policy(ImageSize).heaviest
    for block in reading.blocks:
        for image in block.images:
            if image.target and (message := _fault(image, reading, compiled, heaviest)):
                yield image.place, message


def _fault(image: Image, reading: Reading, compiled: Compiled, heaviest: int) -> str | None:
    """What is wrong with an image's file, if anything."""
    try:
        parts = urlsplit(image.target)
    except ValueError:
        return f"`{image.target}` is no address; correct it"
    if parts.scheme or parts.netloc:
        kind = "is part of the text" if parts.scheme == "data" else "lies on another site"
        return f"this image {kind}; put its file beside the topic, so that its size is known"
    images = compiled.guide.images
    path = found_at(parts.path, reading.topic.path, images)
    if path is None:
        return _missing(image.target, places_of(parts.path, reading.topic.path)[0], images)
    file = images[path]
    if file.size > heaviest * _KB:
        weight = f"{-(-file.size // _KB):,} kB, above {heaviest:,}"
        return f"`{image.target}` has {weight}; make it smaller"
    if not image.sized and file.width is None:
        advice = "write `{width=… height=…}` after it, or save it with its size"
        return f"nothing tells width and height of `{image.target}`; {advice}"
    return None


def _missing(target: str, path: str, images: Mapping[str, ImageFile]) -> str:
    """What to say of a file that is not there."""
    by_name = {posixpath.basename(known): known for known in images}
    near = get_close_matches(posixpath.basename(path), by_name, n=1)
    hint = f"did you mean {by_name[near[0]]}?" if near else f"put it there, as {path}"
    return f"there is no image `{target}`; {hint}"
