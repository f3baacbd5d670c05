"""The questions of a topic's page, as a page of its own."""

from __future__ import annotations

import re

from plainguide.readings.pages import Page
from plainguide.readings.part_of_page import parts_of

_FIRST_SENTENCE = re.compile(r"[^.!?]*(?P<end>[.!?])")
_TARGET = re.compile(r"\]\([^)]*\)(?:\{[^}]*\})?")


def question_list(page: Page) -> Page:
    """The questions to choose from: items of lists that begin or end with one, by section.

    Sections without any are left out; the page is empty where there is none at all.
    """
    sections = []
    for part in parts_of(page):
        asked = [item for item in part.items if _is_question(item)]
        if asked:
            sections.append("\n".join([f"## {part.title}", "", *(f"- {item}" for item in asked)]))
    path = page.path.removesuffix(".md") + "-list.md"
    return Page(path, page.meta, "\n\n".join(sections))


def _is_question(item: str) -> bool:
    """Whether the first or the last sentence asks; what a link leads to is no part of it."""
    first = _FIRST_SENTENCE.match(_TARGET.sub("]", item))
    return item.endswith("?") or (first is not None and first["end"] == "?")
