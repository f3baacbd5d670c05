"""Step 2: write the compiled pages, and the files that are published beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plainguide.exports.every import EXPORTS
from plainguide.exports.head import with_head
from plainguide.exports.structured.about import codes_by_topic
from plainguide.exports.structured.page import Whole
from plainguide.model.guide import Guide
from plainguide.model.topic import READINGS
from plainguide.readings.changes_page import changes_page
from plainguide.readings.codes_page import code_pages
from plainguide.readings.entry_page import entry_page
from plainguide.readings.evidence_page import evidence_page, sources_page
from plainguide.readings.explorer_page import explorer_page
from plainguide.readings.facts import with_facts
from plainguide.readings.lost_page import lost_page
from plainguide.readings.pack_page import pack_page
from plainguide.readings.pages import Page, pages
from plainguide.readings.snapshot import snapshot_of
from plainguide.readings.take_home_page import Listed, take_home_page
from plainguide.steps.beside import files_beside
from plainguide.steps.check import Checked, FindingsError, check
from plainguide.steps.files import write_changed
from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.layout import Layout

_DATED = ("review-near", "review-overdue")
"""The rules that a page's notice of its review date comes from."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A guide that is checked, with its pages, which are written.

    Attributes:
        handouts: its PDFs, where they are made already.
    """

    checked: Checked
    pages: list[Page]
    handouts: list[Path] | None = None


def prepare(layout: Layout, as_of: date) -> Prepared:
    """Check a guide, and write its pages and the files beside them.

    Args:
        layout: where the guide lies.
        as_of: the day to judge review dates by.

    Raises:
        FindingsError: where there are errors; nothing is written.
    """
    checked = check(layout, as_of)
    made = compile_pages(checked)
    write_pages(layout, made, checked)
    return Prepared(checked, made)


def compile_pages(checked: Checked) -> list[Page]:
    """Every page of a guide without errors.

    Raises:
        FindingsError: where there are errors.
    """
    if checked.errors or checked.guide is None:
        raise FindingsError(checked.findings)
    guide = checked.guide
    now = snapshot_of(guide, checked.readings)
    of_readings = list(pages(checked.readings, guide, _due(checked)))
    made = [
        *of_readings,
        explorer_page(guide),
        pack_page(of_readings, guide),
        take_home_page(_listed(of_readings, guide), guide),
        evidence_page(guide, EXPORTS),
        sources_page(guide),
        changes_page(guide, now),
        *(entry_page(name, guide) for name in guide.ledger.entries),
        *code_pages(guide, checked.readings),
        *(lost_page(name, guide) for name in READINGS),
    ]
    whole = Whole(guide, checked.readings, codes_by_topic(guide.settings))
    told = with_facts(made, checked.readings, guide)
    return [with_head(page, whole) if page.is_to_be_found else page for page in told]


def _listed(made: list[Page], guide: Guide) -> Iterator[Listed]:
    """All handouts, as the site lists them: packs, then topics, then the rest."""
    words = guide.settings.paper
    order = (words.packs, words.topics)

    def place(handout: Handout) -> int:
        return order.index(handout.heading) if handout.heading in order else len(order)

    for one in sorted(handouts(Source(guide, tuple(made))), key=place):
        yield Listed(one.name, one.title, one.lead, one.heading, one.forms)


def _due(checked: Checked) -> frozenset[str]:
    """Topics whose review date is near or past, as the rules find it; accepted or not."""
    found = [*checked.findings, *(accepted.finding for accepted in checked.accepted)]
    paths = {finding.place.path for finding in found if finding.rule in _DATED}
    topics = checked.guide.topics if checked.guide else ()
    return frozenset(topic.front.id for topic in topics if topic.path in paths)


def write_pages(layout: Layout, made: list[Page], checked: Checked) -> tuple[int, int]:
    """Write what changed of the pages, and of the files beside them.

    Returns:
        How many files there are beside the pages, and how many files changed in all.
    """
    beside = files_beside(checked.guide, checked, made, layout) if checked.guide else {}
    pages = {page.path: page.text.encode() for page in made}
    return len(beside), write_changed(layout.pages, {**pages, **beside})
