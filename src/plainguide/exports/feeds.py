"""What changed, as a feed for each reading, so that nobody has to come back and look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise

from plainguide.exports.elements import add, document, written
from plainguide.model.guide import Guide
from plainguide.model.history import Snapshot, changes, rewritten
from plainguide.model.topic import ReadingName
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.changes_page import (
    FEEDS,
    counted,
    edition_anchor,
    edition_title,
    said_of,
)
from plainguide.readings.pages import Readings

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_PAGE = "No page of this reading changed."


def feed(name: ReadingName, guide: Guide, readings: Readings, now: Snapshot) -> bytes:
    """The feed of one reading: an entry for each edition, the newest first.

    An entry's id is the feed's address with the edition's anchor, so it is the same for ever.
    Source of the format: RFC 4287.

    Args:
        name: whose feed.
        guide: the guide, with the snapshots of its earlier editions.
        readings: of each topic.
        now: what the guide says today.
    """
    settings = guide.settings
    own = site_root(settings.url) + FEEDS[name]
    page = address_of("changes.md", settings.url)
    words = settings.changes_page
    root = document("feed", _NAMESPACE)
    root.set(_LANGUAGE, settings.language)
    add(root, "id", own)
    add(root, "title", f"{settings.title}: {words.title} ({settings.readings.of(name).name})")
    add(root, "subtitle", words.lead)
    add(root, "updated", _midnight(now))
    add(add(root, "author"), "name", settings.title)
    add(root, "link", rel="self", type="application/atom+xml", href=own)
    add(root, "link", rel="alternate", type="text/html", href=page)
    editions = [*guide.history, now]
    told = [(editions[0], f"<p>{escape(words.first)}</p>")]
    for old, new in pairwise(editions):
        told.append((new, "".join(_changed(name, old, new, guide, readings))))
    for edition, html in reversed(told):
        anchor = f"#{edition_anchor(edition)}"
        entry = add(root, "entry")
        add(entry, "id", own + anchor)
        add(entry, "title", edition_title(edition))
        add(entry, "updated", _midnight(edition))
        add(entry, "link", rel="alternate", type="text/html", href=page + anchor)
        add(entry, "content", html, type="html")
    return written(root)


def _changed(
    name: ReadingName, old: Snapshot, new: Snapshot, guide: Guide, readings: Readings
) -> Iterator[str]:
    """What an edition changed for one reading, as HTML.

    Figures are told to professionals as they read them. Patients are told on which of their pages
    they are, for a snapshot keeps no patient's wording of a figure.
    """
    words = guide.settings.changes_page
    anew = dict(rewritten(old, new))
    topics = [topic for topic, names in anew.items() if name in names]
    titles = {**old.topics, **new.topics}
    titles |= {t: readings[t][name].topic.front.title.for_(name) for t in topics if t in readings}
    found = list(changes(old, new))
    on_pages = [change for change in found if change.topics]
    pages = [_page(topic, name, new, titles, guide) for topic in topics]
    figures: list[str] = []
    others: list[str] = []
    if name == "professional":
        figures = [escape(said_of(change, guide)) for change in on_pages]
        others = [escape(text) for text in counted(c for c in found if not c.topics)]
    else:
        shown = {topic for change in on_pages for topic in change.topics}
        figures = [_page(t, name, new, titles, guide) for t in topics if t in shown]
    if not (pages or figures or others):
        yield f"<p>{escape(_NO_PAGE if anew or found else words.nothing)}</p>"
    yield from _list(words.pages, pages)
    yield from _list(words.shown, figures)
    yield from _list(words.others, others)


def _page(
    topic: str, name: ReadingName, new: Snapshot, titles: Mapping[str, str], guide: Guide
) -> str:
    """A page by its title, with the way to it where it is still there."""
    title = escape(titles[topic])
    if topic not in new.topics:
        return f"{title} (taken out)"
    return f'<a href="{address_of(f"{name}/{topic}.md", guide.settings.url)}">{title}</a>'


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    """A list with its heading; nothing where it has no items."""
    lines = "".join(f"<li>{item}</li>" for item in items)
    if lines:
        yield f"<p><strong>{escape(heading)}</strong></p><ul>{lines}</ul>"


def _midnight(edition: Snapshot) -> str:
    return f"{edition.date.isoformat()}T00:00:00Z"
