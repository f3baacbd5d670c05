from __future__ import annotations

from plainguide.model.form import FORMS
from plainguide.model.guide import Guide
from plainguide.read.markdown import to_html
from plainguide.readings.pages import Page
from plainguide.readings.take_home_page import Listed, form_words, take_home_page
from support.compiling import check_with

CUP = Listed("pack-first-cup", "My first cup", "What to read <first>.", "Packs", FORMS)
TEA = Listed("calm-tea", "Calm “tea”", "", "Topics", FORMS)
MILK = Listed("milk", "Milk & tea", "On milk.", "Packs", FORMS[:2])


def _guide() -> Guide:
    checked = check_with({})
    assert checked.guide
    return checked.guide


def _page(*listed: Listed) -> Page:
    return take_home_page(listed, _guide())


def test_lists_handouts_under_their_headings_in_the_order_they_come_in() -> None:
    body = _page(CUP, TEA, MILK).body
    places = [
        body.index(text) for text in ("## Packs", "My first cup", "Milk & tea", "## Topics", "Calm")
    ]
    assert places == sorted(places)
    assert body.count("## ") == 2


def test_links_each_form_that_there_is_and_no_other() -> None:
    html = to_html(_page(MILK, CUP).body)
    assert html.count(" download ") == 2 + 4
    assert 'href="../handouts/milk.pdf"' in html
    assert 'href="../handouts/milk-letter.pdf"' in html
    assert "milk-large" not in html
    assert 'href="../handouts/pack-first-cup-letter-large.pdf"' in html


def test_each_link_says_by_itself_what_it_opens() -> None:
    words = _guide().settings.paper
    body = _page(TEA).body
    for form in FORMS:
        assert f'aria-label="{form_words(form, words)}: Calm “tea” (PDF)"' in body
    assert len({form_words(form, words) for form in FORMS}) == len(FORMS)


def test_words_are_no_html() -> None:
    body = _page(CUP, MILK).body
    assert "<span>What to read &lt;first&gt;.</span>" in body
    assert ': Milk &amp; tea (PDF)"' in body


def test_says_that_nobody_has_reviewed_it_and_is_for_patients() -> None:
    page = _page(TEA)
    assert page.meta["reading"] == "patient"
    assert _guide().settings.readings.patient.not_reviewed[0] in page.body


def test_a_handout_without_a_sentence_has_no_empty_one() -> None:
    assert "<span>" not in _page(TEA).body
