"""A sheet put together: its parts under their headings, and its sources at the end."""

from __future__ import annotations

from collections.abc import Iterable

from plainguide.model.guide import Guide
from plainguide.readings.pages import Page
from plainguide.readings.sheets.sources import with_sources


def sheet(name: str, title: str, parts: Iterable[tuple[str, str]], guide: Guide) -> Page:
    """The page of a sheet.

    Args:
        name: of the entry in the ledger.
        title: what it is called.
        parts: a heading and Markdown each; those without text are left out.
        guide: the guide.
    """
    body = [part for heading, said in parts if said for part in (f"## {heading}", said)]
    text = with_sources(
        "\n\n".join([f"# {title}", *body]),
        guide.settings.readings.professional.sources,
        guide.ledger,
    )
    return Page(f"evidence/{name.replace('_', '-')}-sheet.md", {"title": title}, text)
