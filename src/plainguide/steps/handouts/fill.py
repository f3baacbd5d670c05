"""A handout's template, filled in: the HTML that is printed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plainguide.model.guide import Settings
from plainguide.readings.phrase import day
from plainguide.steps.handouts.fragment import fragment
from plainguide.steps.handouts.handout import Handout
from plainguide.steps.handouts.pictures import qr_code
from plainguide.steps.layout import Layout


def handout_html(handout: Handout, settings: Settings, layout: Layout) -> str:
    """A handout as HTML, the same in every form; it needs only styles and fonts beside it.

    Args:
        handout: what it is made of.
        settings: the guide's.
        layout: where the guide lies; images are among its pages.
    """
    parts = [fragment(page, settings.url, layout.pages) for page in handout.pages]
    terms = {term: means for part in parts for term, means in part.terms}
    return (
        _templates(layout.theme / "handout")
        .get_template(handout.template)
        .render(
            handout=handout,
            guide=settings,
            pages=[{"meta": part.meta, "body": Markup(part.body)} for part in parts],  # noqa: S704 - made by our own compiler
            terms=sorted(terms.items(), key=lambda item: item[0].casefold()),
            address=handout.address,
            short_address=handout.address.removeprefix("https://").rstrip("/"),
            qr_code=qr_code(handout.address),
            edition_date=settings.edition.date.isoformat(),
            edition_date_words=day(settings.edition.date),
            **handout.parts,
        )
    )


@cache
def _templates(folder: Path) -> Environment:
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
