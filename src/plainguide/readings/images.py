"""Images of the content, as pages show them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plainguide.model.image import ImageFile, found_at, published_at
from plainguide.model.reading import Block


def with_images(markdown: str, block: Block, topic: str, images: Mapping[str, ImageFile]) -> str:
    """A block's Markdown with its images at the place where pages find them, and with their size.

    Args:
        markdown: the block's, its terms linked already.
        block: what the block holds.
        topic: the path of the topic's file.
        images: every image of the content, by path.
    """
    for image in block.images:
        path = found_at(image.target, topic, images)
        if path is None:
            continue
        file, size = images[path], ""
        if not image.sized and file.width is not None:
            size = f"{{width={file.width} height={file.height}}}"
        written = re.compile(rf"(!\[[^\[\]]*\]\(\s*){re.escape(image.target)}([^)]*\))")
        at = f"../{published_at(path)}"
        markdown = written.sub(
            lambda match, at=at, size=size: f"{match[1]}{at}{match[2]}{size}",  # type: ignore[misc]
            markdown,
            count=1,
        )
    return markdown
