"""A page as a chapter: links, ids, headings and pictures."""

from __future__ import annotations

import pytest
from lxml import etree

from plainguide.exports.book.chapter import (
    Binding,
    ChapterError,
    chapter_html,
    chapter_id,
    images_in,
)
from plainguide.readings.pages import Page

PAGE = Page("patient/calm-tea.md", {}, "")
INSIDE = {"patient/calm-tea.md": "calm-tea", "patient/glossary.md": "glossary"}
URL = "https://tea.example/guide"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" aria-labelledby="p-t p-d">'
    '<title id="p-t">Tea &amp; sleep</title><desc id="p-d">39</desc><defs><path id="p-x"/></defs>'
    '<use href="#p-x"/><path fill="url(#p-x)"/></svg>'
)


def _epub() -> Binding:
    return Binding(
        place=lambda chapter, anchor: f"{chapter}.xhtml{'#' if anchor else ''}{anchor}",
        picture=lambda path: f"../{path}",
        prefix=lambda _: "",
        deeper=0,
        xml=True,
    )


def _one_file() -> Binding:
    return Binding(
        place=lambda chapter, anchor: f"#{chapter}--{anchor}" if anchor else f"#{chapter}",
        picture=lambda path: f"data:{path}",
        prefix=lambda chapter: f"{chapter}--",
        deeper=1,
        xml=False,
    )


@pytest.mark.parametrize(
    ("href", "epub", "one_file"),
    [
        ("#results", "calm-tea.xhtml#results", "#calm-tea--results"),
        ("glossary.md", "glossary.xhtml", "#glossary"),
        ("glossary.md#brew", "glossary.xhtml#brew", "#glossary--brew"),
        ("calm-tea.md#when", "calm-tea.xhtml#when", "#calm-tea--when"),
        ("../professional/calm-tea.md#x", f"{URL}/professional/calm-tea/#x", None),
        ("index.md", f"{URL}/patient/", None),
        ("../index.md", f"{URL}/", None),
        ("../trials.md", f"{URL}/trials/", None),
        ("../data/ledger.json", f"{URL}/data/ledger.json", None),
        ("../evidence/", f"{URL}/evidence/", None),
        ("https://a.example/b.md", "https://a.example/b.md", None),
        ("mailto:a@b.example", "mailto:a@b.example", None),
        ("tel:112", "tel:112", None),
    ],
)
def test_links_lead_within_the_book_or_to_the_site(
    href: str, epub: str, one_file: str | None
) -> None:
    for binding, wanted in ((_epub(), epub), (_one_file(), one_file or epub)):
        html = chapter_html(PAGE, f'<p><a href="{href}">x</a></p>', INSIDE, URL, binding)
        assert html == f'<p><a href="{wanted}">x</a></p>'


def test_what_only_a_screen_can_do_is_left_out() -> None:
    fragment = (
        '<h2 id="when" data-short="x">When</h2><p class="counterpart"><a href="x.md">Full</a></p>'
        '<p><a class="term" data-tip="A drink." href="glossary.md#brew">brew</a></p>'
    )
    assert chapter_html(PAGE, fragment, INSIDE, URL, _epub()) == (
        '<h2 id="when">When</h2><p><a class="term" href="glossary.xhtml#brew">brew</a></p>'
    )


def test_in_one_file_headings_are_deeper_and_ids_the_chapter_s_own() -> None:
    fragment = '<h1 id="calm">Calm</h1><h2 id="when">When</h2><h6>x</h6><span id="source-a"></span>'
    assert chapter_html(PAGE, fragment, INSIDE, URL, _one_file()) == (
        '<h2>Calm</h2><h3 id="calm-tea--when">When</h3><h6>x</h6>'
        '<span id="calm-tea--source-a"></span>'
    )


def test_a_picture_keeps_its_names_and_its_capitals() -> None:
    html = chapter_html(PAGE, f"<figure>{SVG}</figure>", INSIDE, URL, _epub())
    assert html == f"<figure>{SVG}</figure>"
    root = etree.fromstring(chapter_html(PAGE, SVG, INSIDE, URL, _one_file()))
    assert root.get("viewBox") == "0 0 9 9"
    assert root.get("aria-labelledby") == "calm-tea--p-t calm-tea--p-d"
    ids = [str(e.get("id")) for e in root.iter() if e.get("id")]
    assert ids == ["calm-tea--p-t", "calm-tea--p-d", "calm-tea--p-x"]
    assert root[3].get("href") == "#calm-tea--p-x"
    assert root[4].get("fill") == "url(#calm-tea--p-x)"


def test_a_picture_s_table_comes_after_it_since_its_caption_must_be_last() -> None:
    fragment = (
        f'<figure class="picture">{SVG}<figcaption>Cups</figcaption>'
        '<details class="picture__table"><summary>Table</summary></details></figure><p>Tea</p>'
    )
    html = chapter_html(PAGE, fragment, INSIDE, URL, _epub())
    assert html.split("<figcaption>")[1].replace("\n", "") == (
        'Cups</figcaption></figure><details class="picture picture__table"><summary>Table</summary>'
        "</details><p>Tea</p>"
    )


@pytest.mark.parametrize(
    "svg",
    ["<svg><path></svg>", '<svg a="1" a="2"></svg>', "<svg>&nbsp;</svg>", "<svg><x:y/></svg>"],
)
def test_a_broken_picture_is_told(svg: str) -> None:
    with pytest.raises(ChapterError, match="no whole SVG"):
        chapter_html(PAGE, f"<p>Tea</p>{svg}", INSIDE, URL, _epub())


def test_a_chapter_is_well_formed_whatever_html_it_was() -> None:
    fragment = "<p>a<br>b &nbsp; &amp; c<p>شاي 🙂<ul><li>x<li>y</ul><img src=x.png alt=><hr>"
    html = chapter_html(PAGE, fragment, INSIDE, URL, _epub())
    root = etree.fromstring(f"<div>{html}</div>")
    assert "".join(map(str, root.itertext())) == "ab \u00a0 & cشاي 🙂xy"
    assert '<img src="../patient/x.png" alt=""/>' in html


def test_images_are_named_by_their_place_on_the_site() -> None:
    fragment = '<p><img src="../media/cup.png"><img src="https://a.example/b.png"><img></p>'
    assert list(images_in(PAGE, fragment)) == ["media/cup.png"]
    assert chapter_id(PAGE) == "calm-tea"
