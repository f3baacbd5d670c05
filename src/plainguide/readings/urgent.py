"""The way to what cannot wait."""

from __future__ import annotations

from plainguide.model.guide import Guide


def urgent_link(guide: Guide, up: str = "") -> str:
    """A link to what cannot wait, as a paragraph; empty where the guide names nothing.

    Args:
        guide: the guide.
        up: what leads from the page to the folder of all pages, such as `../`.
    """
    way = guide.settings.front_page.urgent
    if way is None:
        return ""
    section = f"#{way.section}" if way.section else ""
    return f"[{way.words}]({up}patient/{way.topic}.md{section})\n{{: .urgent }}"
