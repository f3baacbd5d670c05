"""The page that says what changed from one edition to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from plainguide.model.guide import Guide
from plainguide.model.history import Change, Snapshot, changes, rewritten
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.notice import unreviewed
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day

FEEDS: Mapping[ReadingName, str] = {name: f"changes/{name}.xml" for name in READINGS}
"""Where the same is found as a feed, from the site's root."""

_SAID = {
    "added": "{after} (new)",
    "removed": "{before} (taken out)",
    "changed": "{after} (before: {before})",
    "superseded": "{after} (a newer analysis stands in its place)",
    "source": "now from {after} (before: {before})",
}


def changes_page(guide: Guide, now: Snapshot) -> Page:
    """Every edition's changes, the newest first.

    Args:
        guide: the guide, with the snapshots of its earlier editions.
        now: what it says today.
    """
    words = guide.settings.changes_page
    editions = [*guide.history, now]
    lead = f"{words.lead}\n{{: .summary }}"
    feeds = ", ".join(
        f"[{guide.settings.readings.of(name).name}]({path})" for name, path in FEEDS.items()
    )
    body = [f"# {words.title}", lead, unreviewed("professional", guide), f"{words.feeds}: {feeds}"]
    for old, new in reversed(list(pairwise(editions))):
        body += _edition(old, new, guide)
    first = editions[0]
    body.append(_heading(first))
    body.append(words.first)
    return Page("changes.md", {"title": words.title, "description": words.lead}, "\n\n".join(body))


def edition_title(edition: Snapshot) -> str:
    """What an edition is called."""
    return f"Edition {edition.version}, {day(edition.date)}"


def edition_anchor(edition: Snapshot) -> str:
    """The id of an edition's section on the page."""
    return f"edition-{edition.version.replace('.', '-')}"


def _heading(edition: Snapshot) -> str:
    return f"## {edition_title(edition)} {{#{edition_anchor(edition)}}}"


def _edition(old: Snapshot, new: Snapshot, guide: Guide) -> Iterator[str]:
    """What one edition changed: pages first, because they are what people read."""
    words = guide.settings.changes_page
    yield _heading(new)
    titles = {**old.topics, **new.topics}
    pages = [_page(topic, names, new, titles, guide) for topic, names in rewritten(old, new)]
    found = list(changes(old, new))
    if pages:
        yield f"**{words.pages}**"
        yield "\n".join(pages)
    on_pages = [change for change in found if change.topics]
    if on_pages:
        yield f"**{words.shown}**"
        yield "\n".join(_line(change, titles, guide) for change in on_pages)
    others = [change for change in found if not change.topics]
    if others:
        yield f"**{words.others}**"
        yield "\n".join(f"- {text}" for text in counted(others))
    if not pages and not found:
        yield words.nothing


def _page(
    topic: str,
    names: tuple[ReadingName, ...],
    new: Snapshot,
    titles: Mapping[str, str],
    guide: Guide,
) -> str:
    """A topic whose words changed, with the way to each reading concerned."""
    if topic not in new.topics:
        return f"- {titles[topic]} (taken out)"
    links = (f"[{guide.settings.readings.of(name).name}]({name}/{topic}.md)" for name in names)
    return f"- {titles[topic]}: {', '.join(links)}"


def _line(change: Change, titles: Mapping[str, str], guide: Guide) -> str:
    """A change of a figure that pages show."""
    where = ", ".join(titles.get(topic, topic) for topic in change.topics)
    return f"- {said_of(change, guide)}. *{where}*"


def said_of(change: Change, guide: Guide) -> str:
    """What is said now, and what was said before, as professionals read it."""
    before, after = change.before, change.after
    if change.kind == "source":
        before, after = _source(before, guide), _source(after, guide)
    return f"{change.name}: {_SAID[change.kind].format(before=before, after=after)}"


def _source(name: str, guide: Guide) -> str:
    """A source by author and year; one that is gone by its name."""
    source = guide.ledger.sources.get(name)
    return f"{source.authors[0]}, {source.year}" if source else name


def counted(found: Iterable[Change]) -> Iterator[str]:
    """How many figures and statements no page shows came, went or changed, entry by entry."""
    by_entry: dict[str, list[Change]] = {}
    for change in found:
        by_entry.setdefault(change.name.partition(", ")[0], []).append(change)
    for entry, of_entry in by_entry.items():
        kinds = {kind: sum(c.kind == kind for c in of_entry) for kind in _SAID}
        yield f"{entry}: {', '.join(f'{n} {kind}' for kind, n in kinds.items() if n)}"
