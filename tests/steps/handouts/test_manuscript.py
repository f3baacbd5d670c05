from __future__ import annotations

import base64
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from plainguide.steps.handouts.manuscript import Manuscript, manuscript

DRAWING = (
    '<svg font-family="x" viewBox="0 0 340 170"><title>Tea &amp; milk. Half of it.</title>'
    '<linearGradient id="a"/></svg>'
)


def _of(body: str) -> Manuscript:
    return manuscript(f'<!doctype html><html lang="en"><body>{body}</body></html>')


def _image(made: Manuscript) -> etree._Element:
    (image,) = etree.fromstring(made.xml).iter("img")
    return image


def _text(tree: etree._Element) -> str:
    return etree.tostring(tree, encoding="unicode", method="text")


def _body(made: Manuscript) -> str:
    (body,) = etree.fromstring(made.xml).iter("body")
    return etree.tostring(body, encoding="unicode")


@pytest.mark.parametrize(
    ("html", "xml"),
    [
        ("<p>Tea  is\n\ta drink.</p>", "<p>Tea is a drink.</p>"),
        ("<p>Two cups a day</p>\n\n<p>of tea</p>", "<p>Two cups a day</p> <p>of tea</p>"),
        (
            "<p>one\u00a0cup,<br>  <em> hot </em> </p>",
            "<p>one\u00a0cup,<br/> <em> hot </em> </p>",
        ),
    ],
)
def test_white_space_is_one_space_but_what_keeps_together_stays(html: str, xml: str) -> None:
    assert _body(_of(html)) == f"<body>{xml}</body>"


@pytest.mark.parametrize(
    ("html", "breaks"),
    [
        ("<p>See {} here.</p>", 2),
        ("<p><b>See</b> {} here <i>and</i> there.</p>", 2),
        ("<p>See {} and {}.</p>", 4),
    ],
)
def test_a_word_that_is_too_long_may_be_broken(html: str, breaks: int) -> None:
    word = "teacup" * 5 + "s"
    text = html.replace("{}", word)
    made = etree.fromstring(_of(text).xml)
    assert len(list(made.iter("wbr"))) == breaks
    assert _text(made) == _text(etree.fromstring(text))


def test_an_address_is_broken_behind_its_signs() -> None:
    made = etree.fromstring(_of("<p>tea.example/kinds/green-tea/leaves.html</p>").xml)
    (words,) = made.iter("p")
    pieces = " ".join(str(text) for text in words.itertext())
    assert pieces == "tea. example/ kinds/ green- tea/ leaves. html"


def test_a_number_of_a_source_right_behind_another_is_told_apart() -> None:
    cite = '<sup class="cite">{}</sup>'
    html = f"<p>Tea{cite.format(1)}{cite.format(2)} or milk{cite.format(3)}.</p>"
    told = [sup.get("class") for sup in etree.fromstring(_of(html).xml).iter("sup")]
    assert told == ["cite", "cite cite--next", "cite"]


def test_no_other_word_is_broken() -> None:
    assert b"wbr" not in _of(f"<p>{'t' * 30} {'t' * 30}</p>").xml


def test_a_drawing_becomes_a_file_with_its_words_and_its_shape() -> None:
    made = _of(f"<figure>{DRAWING}<figcaption>Tea</figcaption></figure>")
    image = _image(made)
    assert dict(image.items()) == {
        "class": "drawing",
        "src": "drawing-0.svg",
        "alt": "Tea & milk. Half of it.",
        "data-ratio": "2.0000",
    }
    assert made.pictures == {"drawing-0.svg": DRAWING.encode()}, "in the letters it was drawn in"


def test_a_drawing_without_words_has_no_empty_ones() -> None:
    assert "alt" not in _image(_of('<svg viewBox="0 0 9 9"></svg>')).attrib


def test_images_are_files_whatever_their_kind() -> None:
    raw = BytesIO()
    Image.new("RGB", (60, 20), "white").save(raw, "PNG")
    png = f"data:image/png;base64,{base64.b64encode(raw.getvalue()).decode()}"
    svg = "data:image/svg+xml;charset=utf-8,%3Csvg%20width='9'/%3E"
    made = _of(f'<img src="{png}" alt="a"><img src="{svg}" alt="b">')
    first, second = made.pictures.values()
    assert etree.fromstring(first).get("width") == "60"
    assert png.encode() in first
    assert second == b"<svg width='9'/>"
    sources = [image.get("src") for image in etree.fromstring(made.xml).iter("img")]
    assert sources == list(made.pictures)


def test_knows_which_rows_of_which_table_have_a_head() -> None:
    head = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    plain = f"<table>{head}<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    rows = '<tr><th scope="row">1</th><td>2</td></tr><tr><th scope="colgroup">x</th></tr>'
    headed = f"<table>{head}<tbody>{rows}</tbody></table>"
    assert _of(plain + headed).row_heads == ((False, False), (False, True, False))
