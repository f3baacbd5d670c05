"""Ways into a page and back to it: what it holds, how long it takes, and which was read last."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.waiting import wait_until

TOPIC = "patient/tucatinib-trastuzumab/"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_what_a_long_page_holds_is_listed_once(page: Page, origin: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{origin}/{TOPIC}")
    head, beside = page.locator(".on-page"), page.locator(".beside")
    assert [head.is_visible(), beside.is_visible()] == [width < 960, width >= 960]
    assert head.locator("a").all_text_contents() == beside.locator("a").all_text_contents()
    assert head.locator("a").count() >= 4
    if width < 960:
        head.locator("summary").click()
        for link in head.locator("a, summary").all():
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        head.get_by_role("link", name="What is it?").click()
        expect(page).to_have_url(f"{origin}/{TOPIC}#what")


def test_every_topic_says_how_long_it_takes(site: Path) -> None:
    said = {}
    for reading in ("patient", "professional"):
        for path in sorted((site / reading).glob("*/index.html")):
            html = path.read_text()
            if 'class="tools"' in html:
                match = re.search(r'<p class="minutes">About (\d+) minutes? to read</p>', html)
                assert match, path
                said[path.parent.name, reading] = int(match[1])
    assert len(said) >= 48
    assert 1 <= min(said.values()) <= max(said.values()) <= 40


@pytest.mark.parametrize("source", ["server", "disk"])
def test_the_page_read_last_is_offered_and_nobody_is_led_there(
    page: Page, origin: str, site: Path, source: str
) -> None:
    root = site.as_uri() if source == "disk" else origin
    ending = "index.html" if source == "disk" else ""
    page.goto(f"{root}/index.html")
    expect(page.locator(".here span").first).to_be_hidden()
    page.goto(f"{root}/{TOPIC}index.html")
    page.goto(f"{root}/index.html")
    expect(page.locator(".here span").first).to_be_hidden()  # opened, and not used
    page.goto(f"{root}/{TOPIC}index.html")
    page.mouse.wheel(0, 300)
    wait_until(page, "Object.keys(localStorage).some(key => key.endsWith(':last'))")
    before = page.goto(f"{root}/index.html")
    assert before is not None
    expect(page).to_have_url(f"{root}/index.html")
    expect(page.locator(".here")).to_contain_text("You were here last: Tucatinib with trastuzumab")
    expect(page.locator(".here")).to_contain_text("For patients")
    page.get_by_role("link", name="Tucatinib with trastuzumab").click()
    expect(page).to_have_url(f"{root}/{TOPIC}{ending}")
    page.goto(f"{root}/professional/{ending}")  # a link opens what it names
    expect(page).to_have_url(f"{root}/professional/{ending}")
    page.goto(f"{root}/index.html")
    page.get_by_role("button", name="Forget this").click()
    expect(page.locator(".here span").first).to_be_hidden()
    page.reload()
    expect(page.locator(".here span").first).to_be_hidden()


@pytest.mark.parametrize(
    "kept", ["{", "7", "null", '["https://example.org/", "x"]', '["patient/../../x/", "x"]']
)
def test_only_pages_of_the_guide_are_offered(page: Page, origin: str, kept: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(origin)
    page.evaluate("kept => localStorage.setItem('HER2 Guide:last', kept)", kept)
    page.reload()
    expect(page.locator(".here span").first).to_be_hidden()
    assert errors == []
