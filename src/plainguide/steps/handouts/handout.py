"""What a handout is made of, before it is set and printed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from plainguide.model.clinic import Clinic
from plainguide.model.form import FORMS, Form
from plainguide.model.guide import Guide
from plainguide.model.place import Place
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.pages import Page


@dataclass(frozen=True, slots=True)
class Source:
    """All that a kind of handout may be made from.

    Attributes:
        pages: all compiled pages of the guide.
    """

    guide: Guide
    pages: tuple[Page, ...]

    @property
    def plain_topics(self) -> tuple[Page, ...]:
        """The topics' pages in plain words, in the order of reading."""
        return tuple(
            p for p in self.pages if p.meta.get("topic") and p.meta["reading"] == "patient"
        )

    def path_of(self, page: Page) -> str:
        """The file that a topic's page comes from, or the settings for any other page."""
        paths = {topic.front.id: topic.path for topic in self.guide.topics}
        return paths.get(str(page.meta.get("topic")), "content/guide.yml")


def lasting_address(page: Page, url: str) -> str:
    """The address of a page that outlives a change of its name, if it has one."""
    if "short" in page.meta:
        return f"{site_root(url)}{page.meta['short']}"
    return address_of(page.path, url)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a clinic has printed in the space that is left for it.

    Attributes:
        clinic: its name and its telephone.
        logo: an image as a data URI.
    """

    clinic: Clinic
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class Handout:
    """One handout, whatever the form it is printed in. Equal ones give the same PDFs.

    Attributes:
        name: of its files, without form and ending; no two handouts share it.
        title: for people.
        template: its file in `theme/handout/`.
        address: where the same can be read; it is printed.
        code: what its QR code opens: the page that tells whether this copy is current.
        sources: the files of the content that its words come from, where faults are looked for.
        pages: compiled pages that are part of it, in order; Markdown of a kind's own goes here as a
            page too. Where there are several, each is put a level of headings lower.
        parts: whatever else its template asks for, of plain values.
        place: where faults are told that cannot be told at a line of a page.
        heading: what it is listed under on the site.
        lead: a sentence about it there.
        design: its file in `theme/handout/`, which says how the template looks on paper.
        forms: what it is printed in.
        most_pages: more than so many are a fault; none where it may have any number.
    """

    name: str
    title: str
    template: str
    address: str
    code: str
    place: Place
    sources: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    parts: Mapping[str, object] = field(default_factory=dict)
    heading: str = ""
    lead: str = ""
    design: str = "handout.typ"
    forms: tuple[Form, ...] = FORMS
    most_pages: int | None = None

    @property
    def text(self) -> str:
        """All that makes this handout differ from others, as one text."""
        rest = (
            self.name,
            self.title,
            self.template,
            self.address,
            self.code,
            self.design,
            self.parts,
        )
        return "\n".join([json.dumps(rest, default=str), *(page.text for page in self.pages)])
