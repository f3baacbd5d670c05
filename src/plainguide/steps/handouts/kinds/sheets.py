"""Sheets of evidence for professionals: one a therapy, one a trial."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.form import FORMS
from plainguide.model.guide import Guide
from plainguide.model.place import Place
from plainguide.model.sheets import EvidenceSheets
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.copy_pages import copy_address, several_address
from plainguide.readings.explorer_table import anchor
from plainguide.readings.pages import Page
from plainguide.readings.sheets.therapy import therapy_sheet
from plainguide.readings.sheets.trial import trial_sheet, trials_with_results
from plainguide.readings.short_pages import PRO, short_path
from plainguide.readings.take_away import sheet_name
from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.registry import kind


@kind
def sheets(source: Source) -> Iterator[Handout]:
    """The sheet of each therapy that the settings name, and of each trial with results."""
    guide = source.guide
    words = guide.settings.sheets.evidence
    if words is None:
        return
    url = guide.settings.url
    full = {page.meta["topic"]: page for page in source.pages if _is_full(page)}
    for name, topic in words.therapies.items():
        to = (_address(topic, source), copy_address(full[topic], guide.settings))
        yield _handout(name, therapy_sheet(name, guide, words), to, words, guide)
    for name in trials_with_results(guide):
        # A trial has no page of its own that a copy could be held against.
        code = several_address(guide.settings, "professional")
        to = (f"{address_of('trials.md', url)}#{anchor(name)}", code)
        yield _handout(name, trial_sheet(name, guide, words), to, words, guide)


def _is_full(page: Page) -> bool:
    return bool(page.meta.get("topic")) and page.meta["reading"] == "professional"


def _handout(
    name: str, sheet: Page, to: tuple[str, str], words: EvidenceSheets, guide: Guide
) -> Handout:
    """A sheet with its address, and with what its code opens."""
    kicker = words.therapy if name in words.therapies else words.trial
    return Handout(
        name=sheet_name(name),
        title=f"{sheet.meta['title']}: {kicker}",
        template="sheet.html",
        address=to[0],
        code=to[1],
        heading=words.heading,
        place=guide.ledger.places.get(name, Place("content/guide.yml")),
        pages=(sheet,),
        parts={"kicker": kicker},
        design="sheet.typ",
        forms=tuple(form for form in FORMS if not form.large),
        most_pages=2,
    )


def _address(topic: str, source: Source) -> str:
    """The lasting address of a topic's full reading, or else where it is now."""
    url, addresses = source.guide.settings.url, source.guide.addresses
    if addresses and (short := addresses.id_of(topic)):
        return f"{site_root(url)}{short_path(short)}{PRO}"
    return address_of(f"professional/{topic}.md", url)
