"""Search: one for each reading, asked for when it is opened, from a server and from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.seen import Seen

START = {
    "patient": "patient/questions-to-ask/index.html",
    "professional": "professional/guidelines/index.html",
}
# What people type, and the page that answers it best, in each reading.
FIRST = [
    ("patient", "lung", "side-effects/#lungs"),
    ("patient", "tukysa", "tucatinib-trastuzumab/"),
    ("patient", "IHC 2+", "how-her2-is-tested/#ihc"),
    ("patient", "enhertu", "trastuzumab-deruxtecan/"),
    ("patient", "diarhoea", "side-effects/#diarrhoea"),
    ("professional", "lung", "side-effects/#lungs"),
    ("professional", "tukysa", "tucatinib-trastuzumab/"),
    ("professional", "IHC 2+", "when-tests-disagree/#two-plus"),
    ("professional", "MOUNTAINEER-03", "key-trials/#mountaineer-03"),
]


def _search(page: Page, words: str) -> None:
    page.get_by_role("button", name="Search").first.click()
    page.get_by_label("Words to look for").fill(words)
    expect(page.locator(".search__status")).not_to_be_empty()


def _links(page: Page) -> list[str]:
    links = page.locator(".search__results a")
    return [str(link.get_attribute("href")) for link in links.all()]


@pytest.mark.parametrize(("reading", "words", "first"), FIRST)
def test_puts_the_right_page_first(
    page: Page, origin: str, reading: str, words: str, first: str
) -> None:
    page.goto(f"{origin}/{START[reading]}")
    _search(page, words)
    assert _links(page)[0] == f"{origin}/{reading}/{first}"
    assert all(f"/{reading}/" in link for link in _links(page))


def test_is_asked_for_when_it_is_opened_and_not_before(page: Page, origin: str, seen: Seen) -> None:
    page.goto(f"{origin}/{START['patient']}")
    page.wait_for_load_state("networkidle")
    assert [url for url in seen.requests if "/search/" in url] == []
    _search(page, "lung")
    asked = [url for url in seen.requests if "/search/" in url]
    assert asked == [f"{origin}/search/patient.js"]


def test_one_tap_searches_the_other_reading(page: Page, origin: str) -> None:
    page.goto(f"{origin}/{START['patient']}")
    _search(page, "lung")
    page.get_by_role("button", name="Search in: For professionals").click()
    expect(page.get_by_role("heading", name="Search · For professionals")).to_be_visible()
    expect(page.locator(".search__results a").first).to_have_attribute(
        "href", f"{origin}/professional/side-effects/#lungs"
    )
    expect(page.get_by_role("button", name="Search in: For patients")).to_be_visible()


@pytest.mark.parametrize("reading", START)
def test_works_from_a_disk(page: Page, site: Path, seen: Seen, reading: str) -> None:
    page.goto((site / START[reading]).as_uri())
    _search(page, "lung")
    expect(page.locator(".search__results a").first).to_have_attribute(
        "href", f"{(site / reading / 'side-effects' / 'index.html').as_uri()}#lungs"
    )
    page.locator(".search__results a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith("side-effects/index.html#lungs")
    assert seen.complaints == []


def test_needs_no_mouse(page: Page, origin: str) -> None:
    page.goto(f"{origin}/{START['patient']}")
    page.keyboard.press("/")
    expect(page.get_by_label("Words to look for")).to_be_focused()
    page.keyboard.type("tukysa")
    expect(page.locator(".search__results a").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".search__results a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/patient/tucatinib-trastuzumab/")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()


def test_says_so_where_there_is_nothing(page: Page, origin: str) -> None:
    page.goto(f"{origin}/{START['patient']}")
    _search(page, "xylophone")
    expect(page.locator(".search__status")).to_have_text(
        "Nothing found. Try another word, or fewer words."
    )


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_fits_the_screen(page: Page, origin: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{origin}/{START['patient']}")
    _search(page, "lung")
    box = page.locator("dialog.search").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    for control in page.locator("dialog.search button:visible, dialog.search input").all():
        size = control.bounding_box()
        assert size is not None
        assert size["height"] >= 24


def test_without_scripts_there_is_no_button_that_does_nothing(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / START["patient"]).as_uri())
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".ribbon__search")).to_be_hidden()
    expect(page.locator("dialog.search")).to_be_hidden()
    context.close()
