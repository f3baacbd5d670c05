"""An address that leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.seen import Seen

URGENT = "Feeling unwell on treatment? See when to call at once"

WAYS = {
    "patient": ["See all pages for patients", URGENT],
    "professional": ["All pages for professionals"],
}


def _lost(page: Page, site: Path, address: str, file: str) -> None:
    """Show a page at an address that is not its own, as a server that is set up so does."""
    page.route(
        address,
        lambda route: route.fulfill(
            status=404, content_type="text/html; charset=utf-8", body=(site / file).read_bytes()
        ),
    )
    page.goto(address)


@pytest.mark.parametrize("path", ["nowhere", "deep/down/nowhere/", "patient/no/such/page/"])
def test_the_sites_own_page_helps_at_any_depth(
    page: Page, origin: str, seen: Seen, path: str
) -> None:
    page.goto(f"{origin}/{path}")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert page.evaluate("getComputedStyle(document.querySelector('.choices li')).borderRadius")
    background = "getComputedStyle(document.querySelector('.choices li')).backgroundColor"
    assert page.evaluate(background) == "rgb(227, 239, 229)", "its styles are found"
    assert [c for c in seen.complaints if "404" not in c] == []
    for name, leads in (
        ("See all pages for patients", "/patient/"),
        ("All pages for professionals", "/professional/"),
        (URGENT, "/patient/side-effects/#urgent"),
    ):
        page.goto(f"{origin}/{path}")
        page.get_by_role("link", name=name).click()
        expect(page).to_have_url(f"{origin}{leads}")


@pytest.mark.parametrize(
    ("reading", "title"), [("patient", "This page is not here"), ("professional", "Page not found")]
)
def test_each_reading_has_one_with_its_menu_and_search(  # noqa: PLR0917 - fixtures
    page: Page, site: Path, origin: str, seen: Seen, reading: str, title: str
) -> None:
    address = f"{origin}/{reading}/gone/far/away/"
    _lost(page, site, address, f"{reading}/404.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert page.locator("link[rel=canonical]").count() == 0
    expect(page.locator(".with-search")).to_be_visible()
    page.get_by_role("button", name="Search").click()
    page.locator("#search-words").fill("lung")
    expect(page.locator(".search__results a").first).to_be_visible()
    assert [c for c in seen.complaints if "404" not in c] == []
    page.locator(".search__results a").first.click()
    assert page.url.startswith(f"{origin}/{reading}/")
    for way in WAYS[reading]:
        page.goto(address)
        page.get_by_role("link", name=way).click()
        expect(page.locator("h1")).not_to_have_text(title)
    page.goto(address)
    page.get_by_role("button", name="Menu").click()
    page.locator("#menu a[href*='side-effects']").click()
    expect(page).to_have_url(f"{origin}/{reading}/side-effects/")


def test_without_scripts_no_search_is_spoken_of(browser: Browser, site: Path, origin: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        _lost(page, site, f"{origin}/patient/gone/", "patient/404.html")
        expect(page.locator(".with-search")).to_be_hidden()
        page.get_by_role("link", name="See all pages for patients").click()
        expect(page).to_have_url(f"{origin}/patient/")


def test_no_search_engine_is_sent_there(site: Path) -> None:
    assert "404" not in (site / "sitemap.xml").read_text()
