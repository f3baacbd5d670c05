"""Parts of a compiled page, for use elsewhere than on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainguide.readings.pages import Page

_HEADING = re.compile(r"^## (?P<title>.*?)\s*\{#(?P<id>[^\s}]+)[^}]*\}[ \t]*$", re.MULTILINE)
_FORMER = re.compile(r'^<div id="[^"]*"></div>\n?', re.MULTILINE)
_CITE = re.compile(r'\s*<sup class="cite">.*?</sup>')
_WITHIN = re.compile(r"\]\(#")
_ITEM = re.compile(
    r"^(?P<in>[ \t]*)[-*+] (?P<text>.*(?:\n(?P=in)[ \t]+(?![-*+] )\S.*)*)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class PagePart:
    """A section of a page.

    Attributes:
        title: its heading, in Markdown.
        body: what stands below, in Markdown; it cites nothing, and its links to elsewhere on the
            page lead to the page.
    """

    id: str
    title: str
    body: str

    @property
    def items(self) -> Iterator[str]:
        """The items of its lists, each as one line of Markdown."""
        return (" ".join(match["text"].split()) for match in _ITEM.finditer(self.body))


def parts_of(page: Page) -> list[PagePart]:
    """The sections of a page, in order."""
    heads = list(_HEADING.finditer(page.body))
    ends = [*(head.start() for head in heads[1:]), len(page.body)]
    name = page.path.rpartition("/")[2]
    return [
        PagePart(head["id"], head["title"], _on_its_own(page.body[head.end() : end], name))
        for head, end in zip(heads, ends, strict=True)
    ]


def _on_its_own(body: str, page: str) -> str:
    plain = _CITE.sub("", _FORMER.sub("", body))
    return _WITHIN.sub(f"]({page}#", plain).strip()
