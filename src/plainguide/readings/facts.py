"""What each page says of itself at its foot: review, evidence, dates, edition, and a way to report.

It is put into the page's front matter in words, so that any builder can show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from plainguide.model.guide import Guide
from plainguide.model.honesty import Report
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.addresses import address_of
from plainguide.readings.changes_page import anchor_of
from plainguide.readings.entry_page import address
from plainguide.readings.pages import Page, Readings
from plainguide.readings.phrase import day
from plainguide.readings.read_days import ReadDays, newest, read_days

Fact = Mapping[str, str]
"""`label` and `said`; `date` where it is a day, `to` where it is a link, from the site's root."""


def with_facts(made: Iterable[Page], readings: Readings, guide: Guide) -> Iterator[Page]:
    """The same pages; the front matter of each says how far it can be trusted.

    It gains `facts`, `facts_title`, `evidence_as_of` (an ISO day, where there is one), `print`
    (what stands at the head and the foot of each sheet of paper) and, where the guide has one,
    `report`: the link by which a mistake is reported.
    """
    days = read_days(guide.ledger)
    entries = {f"evidence/{address(name)}": name for name in guide.ledger.entries}
    for page in made:
        as_of = _as_of(page, days, entries, readings, guide)
        # The front page is for both, so it says it in plain words.
        plain = page.path == "index.md" or page.meta.get("reading") == "patient"
        name: ReadingName = "patient" if plain else "professional"
        more: dict[str, object] = {
            "facts_title": guide.settings.page_facts.heading.for_(name),
            "facts": list(_facts(page, as_of, name, guide)),
        }
        if as_of:
            more["evidence_as_of"] = as_of.isoformat()
        more["print"] = _print(page, name, guide)
        if guide.settings.report:
            more["report"] = {
                "label": guide.settings.report.words.for_(name),
                "to": report_link(guide.settings.report, page, guide),
            }
        yield replace(page, meta={**page.meta, **more})


def report_link(report: Report, page: Page, guide: Guide) -> str:
    """The link by which a mistake on a page is reported, with a message that is begun."""
    reading = page.meta.get("reading")
    names = {name: guide.settings.readings.of(name).name for name in READINGS}
    slots = {
        "title": str(page.meta["title"]),
        "reading": names[reading] if reading in READINGS else guide.settings.title,
        "page": address_of(page.path, guide.settings.url),
        "edition": guide.settings.edition.version,
    }
    subject, body = _filled(report.subject, slots), _filled(report.body, slots)
    if report.email:
        lines = quote(body.replace("\n", "\r\n"), safe="")
        return (
            f"mailto:{quote(report.email, safe='@')}?subject={quote(subject, safe='')}&body={lines}"
        )
    slots |= {"subject": subject, "body": body}
    encoded = {name: quote(text, safe="") for name, text in slots.items()}
    return _filled(str(report.url), encoded)


def _filled(text: str, slots: Mapping[str, str]) -> str:
    """A text with its slots filled, each once, so that what fills one is left as it is."""
    parts = text.split("{")
    said = [parts[0]]
    for part in parts[1:]:
        slot, _, rest = part.partition("}")
        said.append(slots[slot] + rest)
    return "".join(said)


def _print(page: Page, name: ReadingName, guide: Guide) -> Mapping[str, str]:
    """What a sheet says above and below the text, should it be found without the others."""
    settings = guide.settings
    whose = [settings.readings.of(name).name] if page.meta.get("reading") else []
    address = address_of(page.path, settings.url).removeprefix("https://").rstrip("/")
    return {
        "head": " · ".join([settings.title, *whose]),
        "foot": f"{_edition(name, guide)} · {address}",
    }


def _edition(name: ReadingName, guide: Guide) -> str:
    edition = guide.settings.edition
    label = guide.settings.page_facts.edition.for_(name)
    return f"{label} {edition.version}, {day(edition.date)}"


def _as_of(
    page: Page,
    days: ReadDays,
    entries: Mapping[str, str],
    readings: Readings,
    guide: Guide,
) -> date | None:
    """The newest day on which what a page shows was read; see `ReadDays.of_reading`.

    A list of topics shows what its topics show, an entry's page and the table of trials what their
    entries hold. The pages of the ledger, the front page and what changed speak of all of it. A
    glossary and a page for lost readers show no evidence.
    """
    meta, name = page.meta, page.meta.get("reading")
    if meta.get("lost") or meta.get("glossary"):
        return None
    if meta.get("topic"):
        of_topic = readings[str(meta["topic"])]
        return newest(
            days.of_reading(reading, guide.ledger) for n, reading in of_topic.items() if n == name
        )
    if page.path in entries:
        return days.of_entries([entries[page.path]])
    if meta.get("explorer"):
        return days.of_entries(trial for trial, _ in guide.ledger.trials())
    if name in READINGS:
        each = (reading for of_topic in readings.values() for reading in of_topic.values())
        return newest(days.of_reading(r, guide.ledger) for r in each if r.name == name)
    return days.of_entries(guide.ledger.entries)


def _facts(page: Page, as_of: date | None, name: ReadingName, guide: Guide) -> Iterator[Fact]:
    """The lines at the foot of a page, in order."""
    words, meta, edition = guide.settings.page_facts, page.meta, guide.settings.edition
    if not meta.get("lost"):
        yield {"label": "", "said": _review(page, name, guide)}
    if as_of:
        yield _dated(words.evidence.for_(name), as_of)
    for key, label in (("updated", words.updated), ("review_due", words.next_review)):
        if key in meta:
            yield _dated(label.for_(name), date.fromisoformat(str(meta[key])))
    yield {
        "label": words.edition.for_(name),
        "said": f"{edition.version}, {day(edition.date)}",
        "to": f"changes/#{anchor_of(edition.version)}",
    }


def _review(page: Page, name: ReadingName, guide: Guide) -> str:
    """The state of a page's review; only a topic's page can be signed."""
    words, state = guide.settings.page_facts, page.meta.get("review_state")
    if state == "reviewed":
        slots = {"by": str(page.meta["reviewed_by"]), "date": str(page.meta["reviewed_on"])}
        return _filled(words.reviewed.for_(name), slots)
    if state == "changed since review":
        return words.changed_since_review.for_(name)
    return words.not_reviewed.for_(name)


def _dated(label: str, on: date) -> Fact:
    return {"label": label, "said": day(on), "date": on.isoformat()}
