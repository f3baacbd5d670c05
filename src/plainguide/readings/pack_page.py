"""The page where several plain pages are made into one pack: one link, and one print.

Without scripts it is the list of all plain pages with their PDFs. The page's script adds boxes to
tick; what is ticked stands in the page's address, so a pack needs no server, and nobody learns who
got which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from plainguide.model.guide import Guide
from plainguide.readings.notice import unreviewed
from plainguide.readings.pages import Page

PACK = "pack.md"
"""Where the page stands among all pages."""
_UP = "../"
"""What leads from the page, as it is published, to the site's root."""


def pack_page(made: Iterable[Page], guide: Guide) -> Page:
    """The page, from the topics' plain pages.

    Args:
        made: pages of the guide; those that are no plain page of a topic are passed over.
        guide: the guide.
    """
    words = guide.settings.pack_page
    topics = [page for page in made if page.meta.get("topic") and page.meta["reading"] == "patient"]
    body = [
        f"# {words.title}",
        f"{words.lead}\n{{: .summary }}",
        unreviewed("patient", guide),
        _controls(guide),
        *_groups(topics, guide),
    ]
    meta = {
        "title": words.title,
        "description": words.lead,
        "reading": "patient",
        "counterpart": "professional/",
        "pack": True,
        "hide": ["toc"],
    }
    return Page(PACK, meta, "\n\n".join(part for part in body if part))


def _controls(guide: Guide) -> str:
    """The place of the controls, with the words that the page's script says there."""
    settings = guide.settings
    words = settings.pack_page
    said: Mapping[str, str] = {
        "yours": words.yours,
        "lead": words.yours_lead,
        "whose": settings.readings.patient.name,
        "site": settings.title,
        "edition": settings.edition.version,
        **{name.replace("_", "-"): text for name, text in words.controls.model_dump().items()},
    }
    data = "".join(f' data-{name}="{escape(text)}"' for name, text in said.items())
    return f'<div class="pack"{data}></div>'


def _groups(topics: list[Page], guide: Guide) -> Iterator[str]:
    """The list of topics, group by group, in the guide's order."""
    group_of = {topic.front.id: topic.group for topic in guide.topics}
    for group in guide.settings.groups:
        of_group = [page for page in topics if group_of[str(page.meta["topic"])] == group.id]
        if of_group:
            yield f"## {group.title.patient} {{#{group.id}}}"
            yield "\n".join(_entry(page) for page in of_group)


def _entry(page: Page) -> str:
    """One topic: its title and summary, and its PDF, which is there only on the site."""
    meta = page.meta
    title, topic = str(meta["title"]), meta["topic"]
    short = (
        f" data-short={str(meta['short']).strip('/').rpartition('/')[2]}" if "short" in meta else ""
    )
    label = escape(f"PDF: {title}")
    pdf = f'<a href="{_UP}{meta["handout"]}" download aria-label="{label}">PDF</a>'
    said = f"[{title}]({page.path}) <span>{meta['description']}</span> {pdf}"
    return f"-   {said}\n    {{: data-topic={topic}{short} }}"
