"""What a word means, at hand: by keyboard, by touch and by hover, whole on every screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

TOPIC = "patient/tucatinib-trastuzumab/"
TERM = "a.term[data-tip]"


def test_by_keyboard(page: Page, origin: str) -> None:
    page.goto(f"{origin}/{TOPIC}")
    term = page.locator(TERM).first
    tip = page.get_by_role("tooltip")
    page.keyboard.press("Tab")
    term.focus()
    expect(tip).to_have_text(str(term.get_attribute("data-tip")))
    expect(term).to_have_attribute("aria-describedby", "term-tip")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(term).to_be_focused()
    assert term.get_attribute("aria-describedby") is None
    page.keyboard.press("Tab")
    expect(tip).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(tip).to_have_text(str(term.get_attribute("data-tip")))


def test_the_pointer_may_move_to_the_meaning(page: Page, origin: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{origin}/{TOPIC}")
    term = page.locator(TERM).first
    tip = page.get_by_role("tooltip")
    term.hover()
    expect(tip).to_be_visible()
    tip.hover()
    page.wait_for_timeout(500)
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    term.hover()
    page.locator("h1").hover()
    expect(tip).to_be_hidden()


def test_a_first_tap_shows_and_a_second_follows(browser: Browser, origin: str) -> None:
    with browser.new_context(has_touch=True, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{origin}/{TOPIC}")
        term = page.locator(TERM).first
        tip = page.get_by_role("tooltip")
        term.tap()
        expect(tip).to_be_visible()
        assert page.url.endswith(TOPIC)
        page.locator(".reading h2").first.tap()
        expect(tip).to_be_hidden()
        term.tap()
        expect(tip).to_be_visible()
        term.tap()
        expect(page).to_have_url(f"{origin}/patient/glossary/#tucatinib")


@pytest.mark.parametrize("size", ["", "200"])
def test_no_meaning_is_cut_off_at_an_edge(page: Page, origin: str, size: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{origin}/{TOPIC}")
    page.evaluate("s => { document.documentElement.dataset.size = s; }", size)
    terms = page.locator(TERM)
    assert terms.count() > 10
    for index in range(terms.count()):
        term = terms.nth(index)
        term.evaluate("e => e.scrollIntoView({block: 'end'})")
        term.focus()
        box = page.get_by_role("tooltip").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 700
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
