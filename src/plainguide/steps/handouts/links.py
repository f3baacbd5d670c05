"""Addresses as they are written on paper, where nothing can be tapped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plainguide.model.guide import Guide
from plainguide.model.topic import READINGS
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.short_pages import PRO, short_path

_LONGEST = 64
"""Of a longer address only its host is printed: nobody types so much, and the QR code leads on."""


@dataclass(frozen=True, slots=True)
class Links:
    """How links look on paper.

    Attributes:
        short: the lasting address of each page and section that has one, by its address.
        titles: of each topic in plain words, by its address.
    """

    short: Mapping[str, str]
    titles: Mapping[str, str]

    def written(self, address: str) -> str:
        """An address to be typed: without what every browser adds by itself."""
        lasting = self.short.get(address, self.short.get(address.partition("#")[0], address))
        plain = unquote(lasting.removeprefix("https://").removeprefix("http://")).rstrip("/")
        return plain if len(plain) <= _LONGEST else urlsplit(lasting).netloc


def links_of(guide: Guide) -> Links:
    """How the links of a guide look on paper."""
    url = guide.settings.url
    titles = {
        address_of(f"patient/{topic.front.id}.md", url): topic.front.title.patient
        for topic in guide.topics
    }
    return Links(dict(_short(guide)), titles)


def _short(guide: Guide) -> Iterator[tuple[str, str]]:
    """Each address of a topic or a section, and the short one that lasts."""
    if guide.addresses is None:
        return
    root = site_root(guide.settings.url)
    taken: set[str] = set()
    for short, to in guide.addresses.sections.items():
        target = guide.addresses.now(to)
        if target in taken:
            continue
        taken.add(target)
        topic, mark, section = target.partition("#")
        for name in READINGS:
            address = address_of(f"{name}/{topic}.md", guide.settings.url)
            end = PRO if name == "professional" else ""
            yield f"{address}{mark}{section}", f"{root}{short_path(short)}{end}"
