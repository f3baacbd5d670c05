"""Compiled readings to pages of ordinary Markdown.

A page needs nothing but Markdown with attributes, admonitions and tables: any builder that reads
`mkdocs.yml` can build it, and anyone can open it and read exactly what a reader will read.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from plainguide.model.guide import Guide
from plainguide.model.reading import Reading, Section
from plainguide.model.review import state_of
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.addresses import book_of, text_of
from plainguide.readings.cites import numbered
from plainguide.readings.glossary import Linker, glossary_body
from plainguide.readings.headings import headings
from plainguide.readings.images import with_images
from plainguide.readings.minutes import minutes
from plainguide.readings.notice import notice, unreviewed
from plainguide.readings.phrase import day
from plainguide.readings.references import numbered_list, sources_of
from plainguide.readings.short_pages import short_path
from plainguide.readings.take_away import paper_of
from plainguide.readings.urgent import urgent_link

Readings = Mapping[str, Mapping[ReadingName, Reading]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Markdown.

    Attributes:
        path: relative to the folder of all pages, such as `patient/some-topic.md`.
        meta: its front matter.
        body: its Markdown, from the title on.
    """

    path: str
    meta: Mapping[str, object]
    body: str

    @property
    def is_to_be_found(self) -> bool:
        """Whether it has an address of its own, for links and search engines to lead to."""
        return "robots" not in self.meta

    @property
    def text(self) -> str:
        """The whole file. JSON is YAML, so the front matter needs no writer of its own."""
        meta = (
            f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta.items()
        )
        return "\n".join(["---", *meta, "---", "", self.body.rstrip(), ""])


def topic_page(reading: Reading, guide: Guide, due: Collection[str] = ()) -> Page:
    """The page of one reading of one topic.

    Args:
        reading: the topic, compiled.
        guide: the guide.
        due: ids of topics whose review date is near or past.
    """
    front, name = reading.topic.front, reading.name
    other = _other(name)
    sources = sources_of(reading, guide.ledger)
    linker = Linker(guide.glossary, name)
    heads = headings(reading, guide.addresses)
    sections = (_section(s, heads.get(s.id), reading, guide, linker) for s in reading.sections)
    body = [
        f"# {front.title.for_(name)}",
        f"{front.summary.for_(name)}\n{{: .summary }}",
        _notice(reading, guide),
        _due(reading, guide) if front.id in due else "",
        *sections,
        *_source_list(sources, name, guide),
    ]
    state, sign_off = state_of(guide.reviews, front.id, name, reading.fingerprint)
    meta: dict[str, object] = {
        "title": front.title.for_(name),
        "description": front.summary.for_(name),
        "reading": name,
        "topic": front.id,
        "counterpart": f"{other}/{front.id}/",
        "handout": f"handouts/{front.id}.pdf",
        "plain": text_of(f"{name}/{front.id}.md"),
        "minutes": minutes(reading),
        "updated": front.updated.isoformat(),
        "updated_words": day(front.updated),
        "review_state": state,
        "review_due": front.review.by.isoformat(),
        "review_due_words": day(front.review.by),
        "edition": guide.settings.edition.version,
        "fingerprint": reading.fingerprint,
    }
    if guide.addresses and (short := guide.addresses.id_of(front.id)):
        meta["short"] = short_path(short)
    if papers := list(paper_of(front.id, name, guide)):
        meta["papers"] = papers
    if sign_off:
        meta["reviewed_by"] = f"{sign_off.reviewer}, {sign_off.role}"
        meta["reviewed_on"] = day(sign_off.on)
    text = numbered("\n\n".join(part for part in body if part), sources)
    return Page(f"{name}/{front.id}.md", meta, text)


def overview_page(name: ReadingName, readings: Readings, guide: Guide) -> Page:
    """The list of all topics of one reading, group by group."""
    words = guide.settings.readings.of(name)
    parts = [f"# {words.name}", words.overview + "\n{: .summary }"]
    if name == "patient" and (urgent := urgent_link(guide, up="../")):
        parts.append(urgent)
    parts.append(unreviewed(name, guide))
    for group in guide.settings.groups:
        of_group = [r[name] for r in readings.values() if r[name].topic.group == group.id]
        if of_group:
            parts.append(f"## {group.title.for_(name)} {{#{group.id}}}")
            parts.extend(_entry(reading) for reading in of_group)
    meta: dict[str, object] = {
        "title": words.name,
        "description": words.overview,
        "reading": name,
        "counterpart": f"{_other(name)}/",
        "hide": ["toc"],
    }
    if name == "patient":
        meta["books"] = {kind: book_of(guide.settings.title, kind) for kind in ("epub", "html")}
    return Page(f"{name}/index.md", meta, "\n\n".join(parts))


def glossary_page(name: ReadingName, guide: Guide) -> Page:
    """All terms of one reading."""
    words = guide.settings.glossary_page
    meta = {
        "title": words.title.for_(name),
        "description": words.lead.for_(name),
        "reading": name,
        "counterpart": f"{_other(name)}/glossary/",
        "handout": "handouts/glossary.pdf",
        "plain": text_of(f"{name}/glossary.md"),
        "hide": ["toc"],
        "glossary": True,
    }
    return Page(f"{name}/glossary.md", meta, glossary_body(name, guide))


def front_page(guide: Guide) -> Page:
    """The front page: one question, and a way to each reading."""
    settings = guide.settings
    front = settings.front_page
    choices = "\n".join(
        f"-   [{front.answers.for_(name)}]({name}/index.md)\n\n    {front.hints.for_(name)}\n"
        for name in READINGS
    )
    body = [
        f"# {settings.title}",
        f"{front.lead}\n{{: .summary }}",
        f"## {front.question} {{#who}}",
        f'<div class="choices" markdown>\n\n{choices}\n</div>',
        urgent_link(guide),
        unreviewed("patient", guide),
    ]
    meta = {
        "title": settings.title,
        "description": settings.description,
        "hide": ["navigation", "toc"],
    }
    return Page("index.md", meta, "\n\n".join(part for part in body if part))


def pages(readings: Readings, guide: Guide, due: Collection[str] = ()) -> Iterator[Page]:
    """Every page of the guide but the evidence page.

    Args:
        readings: of each topic.
        guide: the guide.
        due: ids of topics whose review date is near or past.
    """
    yield front_page(guide)
    for name in READINGS:
        yield overview_page(name, readings, guide)
        if guide.glossary:
            yield glossary_page(name, guide)
        for of_topic in readings.values():
            yield topic_page(of_topic[name], guide, due)


def _other(name: ReadingName) -> ReadingName:
    return READINGS[1 - READINGS.index(name)]


def _entry(reading: Reading) -> str:
    """A topic in a list of topics."""
    front = reading.topic.front
    title = f"### [{front.title.for_(reading.name)}]({front.id}.md)"
    return f"{title}\n\n{front.summary.for_(reading.name)}"


def _notice(reading: Reading, guide: Guide) -> str:
    """What the page says of its clinical review; nothing where a sign-off holds."""
    words = guide.settings.readings.of(reading.name)
    state, _ = state_of(guide.reviews, reading.topic.front.id, reading.name, reading.fingerprint)
    if state == "reviewed":
        return ""
    return notice(*words.not_reviewed if state == "not reviewed" else words.changed_since_review)


def _due(reading: Reading, guide: Guide) -> str:
    """What a page says whose review date is near or past."""
    words = guide.settings.readings.of(reading.name).review_due
    if words is None:
        return ""
    title, text = words
    return notice(title, text.replace("{date}", day(reading.topic.front.review.by)))


def _section(
    section: Section, head: str | None, reading: Reading, guide: Guide, linker: Linker
) -> str:
    """A section below its heading, with its terms linked, and the link to its counterpart."""
    topic, images = reading.topic.path, guide.images
    parts = [with_images(linker.link(b), b, topic, images) for b in section.blocks]
    if head:
        parts.insert(0, head)
    if section.id and section.blocks and section.only is None:
        words = guide.settings.readings.of(reading.name)
        target = f"../{_other(reading.name)}/{reading.topic.front.id}.md#{section.id}"
        parts.append(f"[{words.switch_section}]({target})\n{{: .counterpart }}")
    return "\n\n".join(parts)


def _source_list(sources: list[str], name: ReadingName, guide: Guide) -> Iterator[str]:
    """The sources, numbered in the order of their citations; nothing where there are none."""
    if sources:
        yield f"## {guide.settings.readings.of(name).sources} {{#sources}}"
        yield numbered_list(sources, guide.ledger, full=name == "professional")
