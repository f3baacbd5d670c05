"""What a handout says on several sheets though its page says it once."""

from __future__ import annotations

from lxml import html as lxml_html

_RUNNING = "running"
"""The class of the line at the head of each page but the first."""


def runnings(html: str) -> frozenset[str]:
    """The lines that stand at the head of pages."""
    page: lxml_html.HtmlElement = lxml_html.document_fromstring(html)
    return frozenset(_words(line) for line in page.find_class(_RUNNING))


def table_heads(html: str) -> frozenset[str]:
    """The heads of tables, which come again where a table goes on on another sheet."""
    page: lxml_html.HtmlElement = lxml_html.document_fromstring(html)
    return frozenset(_words(head) for head in page.iter("thead"))


def _words(element: lxml_html.HtmlElement) -> str:
    return " ".join(" ".join(str(text) for text in element.itertext()).split())
