"""Each page of the guide as structured data. Nothing is claimed here that the page does not say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plainguide.exports.every import EXPORTS
from plainguide.exports.structured.about import Code, audience, coded, subject
from plainguide.exports.structured.citations import citations
from plainguide.model.guide import Guide
from plainguide.model.reading import Reading
from plainguide.model.review import state_of
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.entry_page import address, entry_sources
from plainguide.readings.explorer_page import DOWNLOADS
from plainguide.readings.pages import Page, Readings
from plainguide.readings.references import sources_of

Structured = Mapping[str, object]

_FORMATS = {
    ".csl.json": "application/vnd.citationstyles.csl+json",
    ".json": "application/json",
    ".csv": "text/csv",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
}
"""Media types by the end of a file's name, longer ends first."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What structured data is made from.

    Attributes:
        readings: by topic id, then by reading.
        codes: what each topic is about, by its id.
    """

    guide: Guide
    readings: Readings
    codes: Mapping[str, Sequence[Code]] = field(default_factory=dict)


def structured(page: Page, whole: Whole) -> Structured:
    """A page in the words of schema.org, as one JSON-LD object."""
    settings = whole.guide.settings
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": page.meta["title"],
        "description": page.meta["description"],
        "url": address_of(page.path, settings.url),
        "inLanguage": settings.language,
        "license": settings.licence,
        "isPartOf": {
            "@type": "WebSite",
            "name": settings.title,
            "url": site_root(settings.url),
        },
        **_own(page, whole),
    }
    return {key: value for key, value in said.items() if value}


def _own(page: Page, whole: Whole) -> dict[str, object]:
    """What is said of a page of this kind only."""
    guide, path = whole.guide, page.path
    entries = {f"evidence/{address(name)}": name for name in guide.ledger.entries}
    for name in READINGS:
        if path == f"{name}/index.md":
            return _overview(name, whole)
        if path == f"{name}/glossary.md":
            return _glossary(name, guide)
        if page.meta.get("topic") in whole.readings and page.meta.get("reading") == name:
            return _topic(whole.readings[str(page.meta["topic"])][name], whole)
    if path in entries:
        return _entry(entries[path], guide)
    return _single(path, guide)


def _single(path: str, guide: Guide) -> dict[str, object]:
    """What is said of a page that is the only one of its kind; nothing of any other."""
    edition = guide.settings.edition
    if path == "index.md":
        return {"@type": "WebSite", "isPartOf": None, "version": edition.version}
    if path == "trials.md":
        return _trials(guide)
    if path == "evidence/index.md":
        return _dataset(EXPORTS, guide)
    if path == "changes.md":
        return {"dateModified": edition.date.isoformat()}
    return {}


def _topic(reading: Reading, whole: Whole) -> dict[str, object]:
    """A topic. Whoever reviewed it is named only where the sign-off holds for its very words."""
    guide, front, name = whole.guide, reading.topic.front, reading.name
    _, sign_off = state_of(guide.reviews, front.id, name, reading.fingerprint)
    entries = guide.ledger.entries
    subjects = (subject(one, entries[one], guide.settings.url) for one in front.about)
    said: dict[str, object] = {
        "@type": "MedicalWebPage",
        "audience": audience(name),
        "datePublished": _first_published(front.id, guide),
        "dateModified": front.updated.isoformat(),
        "about": [*coded(whole.codes.get(front.id, ())), *filter(None, subjects)],
        "citation": citations(sources_of(reading, guide.ledger), guide.ledger),
    }
    if sign_off:
        said["lastReviewed"] = sign_off.on.isoformat()
        said["reviewedBy"] = {
            "@type": "Person",
            "name": sign_off.reviewer,
            "jobTitle": sign_off.role,
        }
    return said


def _first_published(topic: str, guide: Guide) -> str:
    """The day of the first edition that has a topic: one that is recorded, or the present one."""
    days = (edition.date for edition in guide.history if topic in edition.topics)
    return next(days, guide.settings.edition.date).isoformat()


def _overview(name: ReadingName, whole: Whole) -> dict[str, object]:
    """The list of a reading's topics."""
    url = whole.guide.settings.url
    parts = [
        {
            "@type": "MedicalWebPage",
            "name": of_topic[name].topic.front.title.for_(name),
            "url": address_of(f"{name}/{topic}.md", url),
        }
        for topic, of_topic in whole.readings.items()
    ]
    return {"@type": "CollectionPage", "audience": audience(name), "hasPart": parts}


def _glossary(name: ReadingName, guide: Guide) -> dict[str, object]:
    """The terms that a reading has to explain, by name; what they mean is the page itself."""
    terms = [
        {"@type": "DefinedTerm", "name": term.term.for_(name)}
        for term in guide.glossary.values()
        if not (term.everyday and name == "patient")
    ]
    return {"@type": "DefinedTermSet", "audience": audience(name), "hasDefinedTerm": terms}


def _entry(name: str, guide: Guide) -> dict[str, object]:
    """An entry of the ledger, with its sources."""
    about = subject(name, guide.ledger.entries[name], guide.settings.url)
    return {"about": about, "citation": citations(entry_sources(name, guide), guide.ledger)}


def _trials(guide: Guide) -> dict[str, object]:
    """The table of all trials."""
    measured = list(guide.settings.endpoints.values())
    said = {"audience": audience("professional"), "variableMeasured": measured}
    return {**_dataset(DOWNLOADS, guide), **said}


def _dataset(paths: Iterable[str], guide: Guide) -> dict[str, object]:
    """Figures that other programs can read, with each file that holds them."""
    edition = guide.settings.edition
    files = [
        {
            "@type": "DataDownload",
            "name": path.rpartition("/")[2],
            "encodingFormat": next(kind for end, kind in _FORMATS.items() if path.endswith(end)),
            "contentUrl": f"{site_root(guide.settings.url)}{path}",
        }
        for path in paths
    ]
    return {
        "@type": "Dataset",
        "version": edition.version,
        "dateModified": edition.date.isoformat(),
        "distribution": files,
    }
