"""Step 2: write the compiled pages."""

from __future__ import annotations

from plainguide.readings.evidence_page import evidence_page
from plainguide.readings.pages import Page, pages
from plainguide.steps.check import Checked, FindingsError
from plainguide.steps.files import write_changed
from plainguide.steps.layout import Layout


def compile_pages(checked: Checked) -> list[Page]:
    """Every page of a guide without errors.

    Raises:
        FindingsError: where there are errors.
    """
    if checked.errors or checked.guide is None:
        raise FindingsError(checked.findings)
    return [*pages(checked.readings, checked.guide), evidence_page(checked.guide)]


def write_pages(layout: Layout, made: list[Page]) -> int:
    """Write the pages whose bytes changed; returns how many did."""
    return write_changed(layout.pages, {page.path: page.text.encode() for page in made})
