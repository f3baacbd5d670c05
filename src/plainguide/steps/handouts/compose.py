"""A handout's template, filled in: the HTML that is printed."""

from __future__ import annotations

from functools import cached_property

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plainguide.model.guide import Guide
from plainguide.readings.copy_pages import copy_address
from plainguide.readings.phrase import day
from plainguide.steps.handouts.fragment import Paper, fragment
from plainguide.steps.handouts.handout import Handout, Stamp, lasting_address
from plainguide.steps.handouts.links import Links, links_of
from plainguide.steps.handouts.pictures import qr_code
from plainguide.steps.layout import Layout


class Composer:
    """Composes the handouts of one guide.

    Args:
        guide: that guide.
        layout: where it lies; images are among its pages.
        stamp: the clinic that gives the handouts away, if any.
    """

    def __init__(self, guide: Guide, layout: Layout, stamp: Stamp | None = None) -> None:
        self._guide = guide
        self._layout = layout
        self._stamp = stamp

    @cached_property
    def _links(self) -> Links:
        return links_of(self._guide)

    @cached_property
    def _templates(self) -> Environment:
        env = Environment(
            loader=FileSystemLoader(self._layout.theme / "handout"),
            autoescape=True,
            undefined=StrictUndefined,
        )
        env.filters |= {"qr": qr_code, "short": self._links.written}
        return env

    def html(self, handout: Handout) -> str:
        """A handout as HTML, the same in every form; it needs only styles and fonts beside it."""
        settings = self._guide.settings
        paths = {page.path for page in handout.pages}
        paper = Paper(settings.url, self._layout, self._links, paths, settings.paper.see)
        parts = [fragment(page, paper) for page in handout.pages]
        terms = {term: means for part in parts for term, means in part.terms}
        return self._templates.get_template(handout.template).render(
            handout=handout,
            guide=settings,
            words=settings.paper,
            clinic=self._stamp,
            pages=[
                {
                    "meta": part.meta,
                    "id": part.id,
                    "code": copy_address(page, settings),
                    "address": lasting_address(page, settings.url),
                    "body": Markup(part.body),  # noqa: S704 - made by our own compiler
                }
                for part, page in zip(parts, handout.pages, strict=True)
            ],
            terms=sorted(terms.items(), key=lambda item: item[0].casefold()),
            address=handout.address,
            edition_date=settings.edition.date.isoformat(),
            edition_date_words=day(settings.edition.date),
            **handout.parts,
        )
