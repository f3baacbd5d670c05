"""The guide in one page for language models: `llms.txt`, by its published convention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plainguide.exports.every import EXPORTS
from plainguide.model.guide import Guide
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.changes_page import FEEDS
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day


def llms_txt(pages: Sequence[Page], guide: Guide) -> str:
    """Title, summary, what the guide is and is not, then every page and file by section.

    Source of the format: llmstxt.org.
    """
    settings = guide.settings
    root = site_root(settings.url)
    by_path = {page.path: page for page in pages}
    parts = [f"# {settings.title}", f"> {settings.description}", _about(pages, guide)]
    for name in READINGS:
        parts += _section(settings.readings.of(name).name, _of_reading(name, pages, guide))
    ledger = ("trials.md", "evidence/index.md", "evidence/sources.md")
    parts += _section(
        settings.evidence_page.title,
        [
            *(_page(by_path[path], guide) for path in ledger if path in by_path),
            *(_link(path.rpartition("/")[2], root + path) for path in EXPORTS),
        ],
    )
    changed = settings.changes_page.title
    feeds = (
        _link(f"{changed} ({settings.readings.of(name).name}, Atom)", root + FEEDS[name])
        for name in READINGS
    )
    told = {"index.md", "changes.md", *ledger}
    others = [p for p in pages if p.path not in told and p.path.partition("/")[0] not in READINGS]
    parts += _section(
        "Optional",
        [
            *(_page(page, guide) for page in pages if page.path == "changes.md"),
            *feeds,
            *(_link(str(page.meta["title"]), _at(page, guide)) for page in others),
        ],
    )
    return "\n\n".join(parts) + "\n"


def _about(pages: Sequence[Page], guide: Guide) -> str:
    """What a reader of any kind must know before relying on a page."""
    settings = guide.settings
    topics = [page for page in pages if "topic" in page.meta]
    signed = sum(page.meta.get("review_state") == "reviewed" for page in topics)
    names = " and ".join(f"“{settings.readings.of(name).name}”" for name in READINGS)
    said = [
        f"Edition {settings.edition.version}, {day(settings.edition.date)}.",
        f"Each topic has two readings of the same facts: {names}.",
        f"{signed} of {len(topics)} topic pages are signed off by a reviewer; the others say so.",
        "General information, no advice for one person. It does not replace the people who treat.",
    ]
    if settings.licence:
        said.append(f"Licence: {settings.licence}")
    return "\n".join(f"- {line}" for line in said)


def _section(heading: str, links: Iterable[str]) -> Iterator[str]:
    yield f"## {heading}"
    yield "\n".join(links)


def _of_reading(name: ReadingName, pages: Iterable[Page], guide: Guide) -> Iterator[str]:
    """The pages of one reading that stand in its own folder: overview, glossary and topics."""
    for page in pages:
        if page.path.startswith(f"{name}/"):
            yield _page(page, guide)


def _page(page: Page, guide: Guide) -> str:
    return f"{_link(str(page.meta['title']), _at(page, guide))}: {page.meta['description']}"


def _link(words: str, address: str) -> str:
    said = re.sub(r"([\[\]\\])", r"\\\1", words)
    return f"- [{said}]({address})"


def _at(page: Page, guide: Guide) -> str:
    return address_of(page.path, guide.settings.url)
