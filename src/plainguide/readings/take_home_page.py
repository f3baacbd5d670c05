"""The page that lists every handout, on each paper and in large print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from plainguide.model.form import FOLDER, Form
from plainguide.model.guide import Guide
from plainguide.model.paper import PaperWords
from plainguide.readings.notice import unreviewed
from plainguide.readings.pages import Page

TAKE_HOME = "take-home.md"
"""Where the page stands among all pages."""
_UP = "../"
"""What leads from the page, as it is published, to the site's root."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A handout in the list.

    Attributes:
        name: of its files, without form and ending.
        title: for people.
        lead: a sentence below it; may be empty.
        heading: what it is listed under.
        forms: what it is printed in.
    """

    name: str
    title: str
    lead: str
    heading: str
    forms: Sequence[Form]


def take_home_page(listed: Iterable[Listed], guide: Guide) -> Page:
    """The page.

    Args:
        listed: handouts, in order; headings come in the order of their first handout.
        guide: the guide.
    """
    words = guide.settings.paper
    headings: dict[str, list[Listed]] = {}
    for handout in listed:
        headings.setdefault(handout.heading, []).append(handout)
    body = [
        f"# {words.title}",
        f"{words.lead}\n{{: .summary }}",
        unreviewed("patient", guide),
        *(part for heading, under in headings.items() for part in _group(heading, under, words)),
    ]
    meta = {
        "title": words.title,
        "description": words.lead,
        "reading": "patient",
        "counterpart": "professional/",
        "take_home": True,
        "hide": ["toc"],
    }
    return Page(TAKE_HOME, meta, "\n\n".join(part for part in body if part))


def form_words(form: Form, words: PaperWords) -> str:
    """What a form is called."""
    paper = words.a4 if form.paper == "a4" else words.letter
    return f"{paper}, {words.large}" if form.large else paper


def _group(heading: str, under: Iterable[Listed], words: PaperWords) -> Iterator[str]:
    yield f"## {heading}"
    yield "\n".join(_entry(handout, words) for handout in under)


def _entry(handout: Listed, words: PaperWords) -> str:
    """One handout, and its PDFs, which are there only on the site."""
    lead = f" <span>{escape(handout.lead)}</span>" if handout.lead else ""
    links = " · ".join(_link(handout, form, words) for form in handout.forms)
    return f"-   **{handout.title}**{lead}<br>\n    {links}\n    {{: .take-home }}"


def _link(handout: Listed, form: Form, words: PaperWords) -> str:
    said = form_words(form, words)
    label = escape(f"{said}: {handout.title} (PDF)")
    href = f"{_UP}{FOLDER}{form.file_of(handout.name)}"
    return f'<a href="{href}" download aria-label="{label}">{escape(said)}</a>'
