"""What a search looks through: one index for each reading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from plainguide.model.guide import Guide
from plainguide.model.reading import Reading
from plainguide.model.topic import READINGS, ReadingName

Readings = Mapping[str, Mapping[ReadingName, Reading]]
Part = tuple[int, str, str, str, str]
"""A section: the number of its page, its id, its heading, its words, and what else the things in
its heading are called."""

Known = tuple[re.Pattern[str], tuple[str, ...]]
"""A term of the glossary: what finds it in small letters, and all that it is called."""


def search_files(readings: Readings, guide: Guide) -> dict[str, bytes]:
    """The index of each reading, by path among the pages.

    It is a script and no JSON, because a page that is opened from a disk may load scripts only.
    """
    return {
        f"search/{name}.js": f"(window.guideIndex??={{}}).{name}={index}\n".encode()
        for name in READINGS
        if (index := _index(readings, guide, name))
    }


def _index(readings: Readings, guide: Guide, name: ReadingName) -> str:
    known = _known(guide)
    pages: list[tuple[str, str, str]] = []
    parts: list[Part] = []
    for topic, of_topic in readings.items():
        title = of_topic[name].topic.front.title.for_(name)
        parts += _parts(of_topic[name], len(pages), known)
        pages.append((f"{name}/{topic}", title, _also(title, known)))
    if guide.glossary:
        title = guide.settings.glossary_page.title.for_(name)
        for slug, term in guide.glossary.items():
            also = " ".join(dict.fromkeys(_both(slug, guide)))
            parts.append((len(pages), slug, term.term.for_(name), term.means(name), also))
        pages.append((f"{name}/glossary", title, ""))
    whole = {"pages": pages, "parts": parts}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def _parts(reading: Reading, page: int, known: list[Known]) -> Iterator[Part]:
    """The sections of one page; what stands above the first heading goes with the summary."""
    summary = reading.topic.front.summary.for_(reading.name)
    lead = [] if reading.sections and reading.sections[0].id else list(reading.sections[:1])
    words = [unit for section in lead for block in section.blocks for unit in block.plain]
    yield page, "", "", " ".join([summary, *words]), ""
    for section in reading.sections:
        if section.id:
            blocks = (block for block in section.blocks if block.kind != "picture")
            units = (unit for block in blocks for unit in block.plain)
            yield page, section.id, section.title, " ".join(units), _also(section.title, known)


def _known(guide: Guide) -> list[Known]:
    """Every term of the glossary: a pattern of all its forms, and the forms."""
    known = []
    for slug in guide.glossary:
        forms = tuple(dict.fromkeys(_both(slug, guide)))
        each = "|".join(re.escape(form.casefold()) for form in forms)
        known.append((re.compile(rf"(?<!\w)(?:{each})"), forms))
    return known


def _also(title: str, known: list[Known]) -> str:
    """What else the things in a title are called, in either reading."""
    lower = title.casefold()
    forms = (form for pattern, forms in known if pattern.search(lower) for form in forms)
    return " ".join(dict.fromkeys(forms))


def _both(slug: str, guide: Guide) -> Iterator[str]:
    """Every form of a term, in both readings."""
    for name in READINGS:
        yield from guide.glossary[slug].written(name)
