"""What a page says of its clinical review, where nobody can overlook it."""

from __future__ import annotations

from plainguide.model.guide import Guide
from plainguide.model.topic import ReadingName


def notice(title: str, text: str) -> str:
    """A box that warns."""
    return f'!!! warning "{title}"\n\n    {text}'


def unreviewed(name: ReadingName, guide: Guide) -> str:
    """The notice of a page that is no reading of a topic, so that no sign-off is bound to it."""
    return notice(*guide.settings.readings.of(name).not_reviewed)
