"""The pages for readers whose address leads nowhere: one of each reading."""

from __future__ import annotations

from plainguide.model.guide import Guide
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.pages import Page
from plainguide.readings.urgent import urgent_link


def lost_page(name: ReadingName, guide: Guide) -> Page:
    """The ways on from an address that a reading does not have.

    A server shows it at whatever address was asked for, and no search engine is to list it.
    """
    words = guide.settings.lost_page
    other = READINGS[1 - READINGS.index(name)]
    body = [
        f"# {words.title.for_(name)}",
        f"{words.lead.for_(name)}\n{{: .summary }}",
        urgent_link(guide, up="../") if name == "patient" else "",
        f"[{words.all_pages.for_(name)}](index.md){{: .button }}",
        f"{words.search.for_(name)}\n{{: .with-search }}",
    ]
    meta = {
        "title": words.title.for_(name),
        "description": words.lead.for_(name),
        "reading": name,
        "counterpart": f"{other}/",
        "hide": ["toc"],
        "lost": True,
        "robots": "noindex",
    }
    return Page(f"{name}/404.md", meta, "\n\n".join(part for part in body if part))
