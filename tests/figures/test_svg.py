from __future__ import annotations

from lxml import html as lxml_html

from plainguide.figures.frame import Table, framed
from plainguide.figures.svg import paragraph, tag, wrapped
from plainguide.read.markdown import to_html


def test_names_and_values_of_attributes_are_made_for_xml() -> None:
    said = tag("path", class_="a", stroke_width=1.0, aria_label='"<&', x=2.25, y=None)
    assert said == '<path class="a" stroke-width="1" aria-label="&quot;&lt;&amp;" x="2.2"/>'


def test_words_are_wrapped_and_bold_ones_sooner() -> None:
    words = "one cup of calm tea each night"
    assert " ".join(wrapped(words, 90)) == words
    assert len(wrapped(words, 90)) < len(wrapped(words, 70, bold=True))
    assert wrapped("", 90) == [""]
    assert paragraph(0, 10, words, 120).count("<text") == len(wrapped(words, 120))


def test_a_frame_goes_through_markdown_as_it_is() -> None:
    table = Table("Tea", ("Cup", "How many <b>"), (("<b>one</b>", "1 &amp; 2"),))
    html = framed("forest", '<svg viewBox="0 0 1 1"><use href="#x"/></svg>', "Tea", "Table", table)
    assert "\n\n" not in html
    assert to_html(f"Before.\n\n{html}\n\nAfter.") == f"<p>Before.</p>\n{html}\n\n<p>After.</p>"
    tree = lxml_html.fromstring(html)
    assert tree.xpath("string(.//details/summary)") == "Table"
    assert tree.xpath("string(.//table/caption)") == "Tea"
    assert tree.xpath(".//th[@scope='col']/text()") == ["Cup", "How many <b>"]
    assert tree.xpath("string(.//th[@scope='row'])") == "one"
