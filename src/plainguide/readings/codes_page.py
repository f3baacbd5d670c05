"""Pages by code, in the spirit of HL7's Infobutton: a record knows a code, and finds both readings.

The address is `code/SYSTEM/CODE/`; `code/` lists them all, for programs as `code/codes.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from plainguide.model.addresses import Compiled
from plainguide.model.codes import Code, CodesPage
from plainguide.model.guide import Guide
from plainguide.model.topic import READINGS
from plainguide.readings.addresses import site_root
from plainguide.readings.notice import unreviewed
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day
from plainguide.readings.short_pages import short_path

CODES_JSON = "code/codes.json"


def code_pages(guide: Guide, readings: Compiled) -> Iterator[Page]:
    """The list of all codes, and a page each; nothing where the guide has none.

    Args:
        guide: the guide, without errors.
        readings: its topics, compiled.
    """
    words = guide.settings.codes_page
    if words is None or not guide.settings.codes:
        return
    yield _list(guide, words)
    for code in guide.settings.codes:
        yield _page(code, words, guide, readings)


def codes_json(guide: Guide) -> dict[str, bytes]:
    """The list for programs, by path; nothing where the guide has no codes."""
    settings = guide.settings
    if settings.codes_page is None or not settings.codes:
        return {}
    root = site_root(settings.url)
    systems = settings.codes_page.systems
    whole = {
        "guide": root,
        "edition": settings.edition.version,
        "language": settings.language,
        "codes": [
            {
                "system": systems[code.system].uri,
                "code": code.code,
                "display": code.name,
                "page": root + code.path,
                "topics": [_topic(topic, root, guide) for topic in code.topics],
            }
            for code in settings.codes
        ],
    }
    return {CODES_JSON: (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()}


def _topic(topic: str, root: str, guide: Guide) -> dict[str, str]:
    """Where a topic is to be found."""
    found = {"id": topic}
    for name in READINGS:
        found[name] = f"{root}{name}/{topic}/"
    if guide.addresses and (short := guide.addresses.id_of(topic)):
        found["short"] = root + short_path(short)
    return found


def _list(guide: Guide, words: CodesPage) -> Page:
    """The page that lists all codes, system by system."""
    parts = [f"# {words.title}", f"{words.lead}\n{{: .summary }}", unreviewed("patient", guide)]
    for id_, system in words.systems.items():
        lines = [
            f"- [{code.code}]({id_}/{code.code}.md): {code.name}"
            for code in guide.settings.codes
            if code.system == id_
        ]
        if lines:
            parts += [f"## {system.name} {{#{id_}}}", "\n".join(lines)]
    parts.append(f"[{CODES_JSON.rpartition('/')[2]}]({CODES_JSON.rpartition('/')[2]})")
    meta = {"title": words.title, "description": words.lead, "hide": ["navigation", "toc"]}
    return Page("code/index.md", meta, "\n\n".join(parts))


def _read(code: Code, words: CodesPage) -> str:
    """When a code was read at its source."""
    if code.checked == "none":
        return words.unread
    return words.read.replace("{date}", day(code.checked))


def _page(code: Code, words: CodesPage, guide: Guide, readings: Compiled) -> Page:
    """The page of one code: its topics in both readings, and where the code was read."""
    system = words.systems[code.system].name
    parts = [
        f"# {code.name}",
        f"{system} {code.code}. {words.pages}\n{{: .summary }}",
        unreviewed("patient", guide),
    ]
    for name in READINGS:
        parts.append(f"## {guide.settings.readings.of(name).name} {{#{name}}}")
        for topic in code.topics:
            front = readings[topic][name].topic.front
            title, summary = front.title.for_(name), front.summary.for_(name)
            parts.append(f"### [{title}](../../{name}/{topic}.md)\n\n{summary}")
    parts.append(f"[{words.source}]({code.source}). {_read(code, words)}")
    parts.append(f"[{words.all}](../index.md)")
    meta = {
        "title": f"{code.name} ({system} {code.code})",
        "description": f"{system} {code.code}: {code.name}. {words.pages}",
        "hide": ["navigation", "toc"],
    }
    return Page(f"{code.path.rstrip('/')}.md", meta, "\n\n".join(parts))
