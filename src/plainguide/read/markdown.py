"""Markdown to HTML and to the words that a reader sees.

One list of extensions serves the site, the handouts and the checks, so that all three agree on
what a page says. `mkdocs.yml` names the same list; a test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import markdown
from lxml import etree
from lxml import html as lxml_html

from plainguide.read.plain import simple_units

EXTENSIONS = ("admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc")

_UNITS = frozenset(
    ("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption")
)
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=512)
def to_html(text: str) -> str:
    """Render Markdown as an HTML fragment; kept, since one page is printed in many places."""
    converter = _converter()
    converter.reset()
    return converter.convert(text)


@cache
def _converter() -> markdown.Markdown:
    """One converter for all, because making one takes longer than a page does."""
    return markdown.Markdown(extensions=list(EXTENSIONS), output_format="html")


def words_of(text: str) -> tuple[str, ...]:
    """The words of one block of Markdown, as `plain_units` has them; rendered only if need be."""
    simple = simple_units(text)
    return plain_units(to_html(text)) if simple is None else simple


def plain_units(fragment: str) -> tuple[str, ...]:
    """The words of an HTML fragment, one string a paragraph, list item, cell or heading.

    Marks of citations (`<sup class="cite">`) are no words, and are left out; so are words that are
    marked as of another language, which no formula and no list of this one can measure.
    """
    if not fragment.strip():
        return ()
    tree = lxml_html.fragment_fromstring(fragment, create_parent="div")
    for mark in tree.xpath('//sup[@class="cite"] | //*[@lang]'):
        mark.drop_tree()
    return tuple(text for text in _units(tree) if text)


def _units(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """The text of each unit, without the text of units inside it."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _UNITS:
            yield _flush(pieces)
        if event == "start":
            pieces.append(element.text or "")
        elif element is not tree:
            pieces.append(element.tail or "")
    yield _flush(pieces)


def _flush(pieces: list[str]) -> str:
    """Empty `pieces`, and return what they said."""
    text = _SPACE.sub(" ", "".join(pieces)).strip()
    pieces.clear()
    return text
