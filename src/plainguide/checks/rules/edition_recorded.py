"""An edition that was recorded, and is still being changed."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find an edition whose record is already in `content/history/`.

    Why:    handouts carry their edition. Two different texts under one version could not be told
            apart on paper.
    Bad:    edition: {version: "2.1"}   (and history/2.1.json is there)
    Good:   edition: {version: "2.2"}
    Source: ICMJE Recommendations, corrections and version control: a published version stays.
    """
    version = guide.settings.edition.version
    if any(snapshot.version == version for snapshot in guide.history):
        message = f"edition {version} is recorded in history/; raise `edition` before you change it"
        yield guide.places.get("edition.version", Place("content/guide.yml")), message
