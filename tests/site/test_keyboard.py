"""A whole journey by keyboard alone: from the front page to what cannot wait, on, and back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from support.seen import Seen

FURTHEST = 80
"""So many presses of a key at most lead to anything on a page."""
FOCUSED = """() => {
    const at = document.activeElement;
    const named = (at.getAttribute("aria-label") ?? at.innerText ?? "").trim();
    const label = at.labels?.length ? at.labels[0].innerText.trim() : "";
    const box = at.getBoundingClientRect();
    const marks = (element) => {
        if (!element || element === document.documentElement) return false;
        const style = getComputedStyle(element);
        const own = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        return own || marks(element.parentElement);
    };
    return {
        name: named || label,
        marked: marks(at) || at.matches("body"),
        seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus, which is always to be seen."""
    passed = []
    for _ in range(FURTHEST):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if not now["name"]:
            continue
        assert now["marked"], f"the focus is not marked at {now['name']}"
        assert now["seen"], f"the focus is out of sight at {now['name']}"
        if re.match(name, now["name"]):
            return
        passed.append(now["name"])
    raise AssertionError(f"no {name} among {passed}")


def test_a_patient_comes_from_the_front_page_to_what_cannot_wait_and_back(
    page: Page, origin: str, seen: Seen
) -> None:
    page.goto(f"{origin}/")
    _tab_to(page, "I’m a patient or carer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/patient/**")
    _tab_to(page, "Feeling unwell on treatment")
    page.keyboard.press("Enter")
    page.wait_for_url("**/patient/side-effects/**#urgent")
    expect(page.locator("h2#urgent")).to_be_in_viewport()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED)["name"], "the focus is where the reader is"
    page.go_back()
    page.go_back()
    page.wait_for_url(f"{origin}/")
    assert seen.complaints == []


def test_a_clinician_searches_changes_the_reading_and_shares(
    page: Page, origin: str, seen: Seen
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{origin}/professional/")
    _tab_to(page, "Search")
    page.keyboard.press("Enter")
    page.keyboard.type("tukysa")
    expect(page.locator(".search__results a").first).to_be_visible()
    _tab_to(page, "Tucatinib")
    page.keyboard.press("Enter")
    page.wait_for_url("**/professional/tucatinib-trastuzumab/**")
    _tab_to(page, "Share")
    page.keyboard.press("Enter")
    sheet = page.locator("#share")
    expect(sheet).to_be_visible()
    _tab_to(page, "Show QR code")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.share-code")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert page.evaluate(FOCUSED)["name"].startswith("Share")
    page.keyboard.press("Control+Home")
    while not page.evaluate("document.activeElement.matches('[data-switch]')"):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/patient/tucatinib-trastuzumab/**")
    assert seen.complaints == []


def test_the_first_key_leads_past_the_menu(page: Page, origin: str) -> None:
    page.goto(f"{origin}/patient/side-effects/")
    _tab_to(page, "Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
