"""From a printed handout of the real guide to the page that says whether it is current."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from plainguide.steps.layout import Layout
from support.seen import Seen
from support.server import serving

ROOT = "https://her2-guide.example/"
NAME = "tucatinib-trastuzumab"
TITLE = "Tucatinib with trastuzumab"


@pytest.fixture(scope="module")
def path(built_guide: Layout) -> str:
    """What a phone reads from the paper, from the site's root."""
    opened = pypdfium2.PdfDocument(built_guide.handouts / f"{NAME}.pdf")
    codes = [
        b.text for page in opened for b in zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    ]
    opened.close()
    [code] = {code for code in codes if code.startswith(ROOT)}
    return code.removeprefix(ROOT)


def test_scanned_today_it_says_that_the_copy_is_the_latest_and_leads_on(
    page: Page, origin: str, seen: Seen, path: str
) -> None:
    assert re.fullmatch(r"s/[a-z0-9]{4}/2026\.11\.1/", path)
    page.goto(f"{origin}/{path}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your copy is the latest")
    expect(page.locator("main")).to_contain_text(TITLE)
    expect(page.locator("main")).to_contain_text("edition 2026.11.1, from 24 November 2026")
    expect(page.locator(".ribbon__name")).to_have_text("For patients")
    for button in page.locator(".button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["y"] + box["height"] < 844, "both ways on are on a phone's first screen"
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    assert download.value.suggested_filename == f"{NAME}.pdf"
    page.get_by_role("link", name="Read the latest page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert seen.complaints == []


def test_a_copy_of_the_first_edition_is_told_that_it_changed(
    page: Page, origin: str, path: str
) -> None:
    first = path.replace("2026.11.1", "2026.11")
    page.goto(f"{origin}/{first}")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is something new")
    page.goto(f"{origin}/{first.replace('/2026', '/pro/2026')}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Changed since this copy")
    expect(page.get_by_role("heading", level=2)).to_have_text("Figures that differ")
    expect(page.locator(".ribbon__name")).to_have_text("For professionals")


def test_without_scripts_and_styles_it_says_the_same(
    text_browser: Callable[[str | Path], str], site: Path, path: str
) -> None:
    text = text_browser(site / path / "index.html")
    wanted = ("Is my copy up to date?", "Your copy is the latest", TITLE, "Read the latest page")
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)


def test_the_readers_own_colours_and_size_hold_there(
    browser: Browser, origin: str, path: str
) -> None:
    with browser.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto(f"{origin}/patient/")
        page.get_by_role("button", name="Display").click()
        page.get_by_text("Dark", exact=True).click()
        page.get_by_text("150%", exact=True).click()
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.goto(f"{origin}/{path}")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == colour
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "30px"


def test_an_edition_that_is_not_on_record_gets_help(page: Page, site: Path, path: str) -> None:
    with serving(site) as origin:
        page.goto(f"{origin}/{path.replace('2026.11.1', '2019.1')}")
        expect(page.locator("main")).to_contain_text("Did you scan a code on paper?")
        page.get_by_role("link", name="Read the latest page").click()
        page.wait_for_url(f"**/patient/{NAME}/index.html")
        page.goto(f"{origin}/{path.replace('2026.11.1', 'pro/2019.1')}")
        page.get_by_role("link", name="Read the latest page").click()
        page.wait_for_url(f"**/professional/{NAME}/index.html")


def test_the_first_view_is_small(site: Path, path: str) -> None:
    """A page and one stylesheet: no script, and nothing of Material's."""
    html = (site / path / "index.html").read_text()
    assert "<script src" not in html
    [sheet] = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    assert len(html) < 8_000
    assert (site / path / sheet).stat().st_size < 40_000
