"""The main journeys with scripts off, and in a browser that shows text only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A phone's page whose scripts are off."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, accept_downloads=True
    ) as context:
        yield context.new_page()


def test_a_patient_walks_from_the_front_page_to_a_topic_and_a_term(
    plain: Page, origin: str
) -> None:
    plain.goto(f"{origin}/")
    plain.get_by_role("link", name="I’m a patient or carer").click()
    plain.get_by_role("button", name="Menu").click()
    menu = plain.locator("#menu")
    expect(menu).to_be_visible()
    plain.get_by_role("button", name="Close the menu").click()
    expect(menu).to_be_hidden()
    plain.get_by_role("button", name="Menu").click()
    menu.get_by_role("link", name="Tucatinib with trastuzumab").click()
    expect(plain.locator("h1")).to_have_text("Tucatinib with trastuzumab")
    term = plain.locator("a.term").first
    term.click()
    assert "/patient/glossary/index.html#" in plain.url
    anchor = plain.url.partition("#")[2]
    expect(plain.locator(f"h2#{anchor}")).to_be_in_viewport()


def test_the_ways_between_the_readings(plain: Page, origin: str) -> None:
    plain.goto(f"{origin}/patient/side-effects/")
    plain.locator('.counterpart a[href$="#lungs"]').click()
    assert plain.url == f"{origin}/professional/side-effects/index.html#lungs"
    expect(plain.locator("h2#lungs")).to_be_in_viewport()
    plain.locator(".ribbon__switch").click()
    assert plain.url == f"{origin}/patient/side-effects/index.html"


def test_the_handout_and_the_report_are_plain_links(plain: Page, origin: str) -> None:
    plain.goto(f"{origin}/patient/side-effects/")
    with plain.expect_download() as download:
        plain.locator(".tools > a[download]").first.click()
    assert download.value.suggested_filename == "side-effects.pdf"
    report = plain.get_by_role("link", name="Tell us about a mistake")
    assert str(report.get_attribute("href")).startswith("mailto:")


@pytest.mark.parametrize(
    "path",
    ["", "patient/", "patient/side-effects/", "professional/side-effects/", "trials/", "evidence/"],
)
def test_no_button_is_dead(plain: Page, origin: str, path: str) -> None:
    """Without scripts a button is seen only where the browser itself knows what it does."""
    plain.goto(f"{origin}/{path}")
    for button in plain.locator("button, input, select").all():
        if button.is_visible():
            assert button.get_attribute("popovertarget"), button.inner_text()
    for link in plain.locator("a:visible").all():
        assert link.get_attribute("href"), link.inner_text()


def _in_order(text: str, *parts: str) -> None:
    """Each part comes after the one before; a list of sections may hold it earlier too."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} is not after character {at}"
        at = found + len(part)


@pytest.mark.parametrize("reading", ["patient", "professional"])
def test_a_text_browser_shows_what_matters_first(
    text_browser: Callable[[str | Path], str], site: Path, reading: str
) -> None:
    text = " ".join(text_browser(site / reading / "side-effects/index.html").split())
    if reading == "patient":
        _in_order(
            text,
            "HER2 Guide",
            "For patients",
            "Some side effects need help fast.",
            "Not yet checked by a doctor",
            "Call your care team at once, day or night",
            "How can treatment harm your lungs?",
            "How far can you trust this page?",
        )
    else:
        _in_order(
            text,
            "HER2 Guide",
            "For professionals",
            "No clinical review yet",
            "Safety first",
            "Interstitial lung disease",
            "References",
            "Review and currency",
        )
    assert not re.search(r"\{\{|\}\}|undefined|\[object", text)


def test_a_text_browser_finds_every_way_on_the_front_page(
    text_browser: Callable[[str | Path], str], site: Path
) -> None:
    text = text_browser(site / "index.html")
    _in_order(
        text,
        "Who is reading?",
        "I’m a patient or carer",
        "I’m a professional",
        "Feeling unwell on treatment?",
        "Not yet checked by a doctor",
    )
