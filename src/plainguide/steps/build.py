"""All steps in order: check, pages, handouts, site.

Handouts come before the site, because the site carries them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plainguide.steps.check import check
from plainguide.steps.handouts.make import Wanted, make_handouts
from plainguide.steps.layout import Layout
from plainguide.steps.pages import Prepared, compile_pages, write_pages
from plainguide.steps.site import build_site, set_clock


@dataclass(frozen=True, slots=True)
class Progress:
    """A step starts, where `result` is none, or is done."""

    step: str
    result: str | None = None


def build(layout: Layout, as_of: date, *, cached: bool = True) -> Iterator[Progress]:
    """Make everything from the content.

    Args:
        layout: where the guide lies.
        as_of: the day to judge review dates by; no output depends on it.
        cached: whether what earlier runs found out may be used.

    Raises:
        FindingsError: where the content or a handout is at fault; the site that was there stays.
        SiteError: where MkDocs complains; likewise.
    """
    yield Progress("check")
    checked = check(layout, as_of, cached=cached)
    made = compile_pages(checked)
    figures = sum(1 for _ in checked.guide.ledger.figures()) if checked.guide else 0
    warnings = f"{len(checked.findings)} warnings" if checked.findings else "no findings"
    yield Progress("check", f"{len(checked.readings)} topics, {figures} figures, {warnings}")

    yield Progress("pages")
    beside, changed = write_pages(layout, made, checked)
    where = layout.pages.relative_to(layout.root)
    what = f"{len(made)} pages and {beside} files beside them"
    yield Progress("pages", f"{what} in {where}/ ({changed} changed)")

    yield Progress("handouts")
    if checked.guide:
        set_clock(checked.guide)
    pdfs = make_handouts(layout, checked, made, Wanted(cached=cached))
    yield Progress("handouts", f"{len(pdfs)} PDFs in {layout.handouts.relative_to(layout.root)}/")

    yield Progress("site")
    count = build_site(layout, Prepared(checked, made, pdfs))
    yield Progress("site", f"{count} pages in {layout.site.relative_to(layout.root)}/")
