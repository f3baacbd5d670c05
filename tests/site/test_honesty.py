"""Every page of the real site says how far it can be trusted, and where to report a mistake."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Page, expect

from plainguide.readings.phrase import day
from support.building import ROOT
from support.views import pages

TOPIC = ROOT / "content/topics/03-treatment/side-effects.md"
UPDATED = re.compile(r"^updated: (\S+)$", re.MULTILINE)
STATES = {"Checked by a doctor: not yet", "Not clinically reviewed"}


def test_every_page_says_it_in_words(site: Path) -> None:
    for address in pages(site):
        if address.endswith(".html"):
            continue  # for lost readers and lost connections: what they ask for has no facts
        if address.startswith(("s/", "copy/")):
            continue  # of a printed copy: it says of itself which edition it is
        path = site / address / "index.html"
        tree: Any = lxml_html.fromstring(path.read_text())
        [foot] = tree.xpath("//article//section[contains(@class, 'page-foot')]")
        [state] = foot.xpath(".//li[@class='page-foot__review']")
        assert state.text_content().strip() in STATES, path
        [edition] = foot.xpath(".//a[contains(@href, '#edition-')]")
        assert edition.get("href").endswith("#edition-2026-11-1"), path
        target = (path.parent / edition.get("href").partition("#")[0]).resolve()
        assert target == site / "changes/index.html" or path.parent == site / "changes"
        [report] = foot.xpath(".//a[starts-with(@href, 'mailto:')]")
        asked = parse_qs(urlsplit(report.get("href")).query)
        whole = f"https://her2-guide.example/{address}".rstrip("/")
        lines = asked["body"][0].split("\r\n")
        assert lines[2].rstrip("/") == f"Address: {whole}", path
        assert lines[3:] == ["Edition: 2026.11.1", "", "What is wrong:"], path
    assert 'id="edition-2026-11-1"' in (site / "changes/index.html").read_text()


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (
            "patient",
            [
                "Checked by a doctor: not yet",
                "Studies and sources last read 24 November 2026",
                "Page last changed {updated}",
                "To be checked again by 24 May 2027",
                "Edition 2026.11.1, 24 November 2026",
            ],
        ),
        (
            "professional",
            [
                "Not clinically reviewed",
                "Sources last read 24 November 2026",
                "Updated {updated}",
                "Next review due by 24 May 2027",
                "Edition 2026.11.1, 24 November 2026",
            ],
        ),
    ],
)
def test_a_topic_says_it_in_full(page: Page, origin: str, reading: str, said: list[str]) -> None:
    page.goto(f"{origin}/{reading}/side-effects/")
    facts = page.locator(".page-foot__facts li")
    updated = day(date.fromisoformat(UPDATED.findall(TOPIC.read_text())[0]))
    wanted = [line.replace("{updated}", updated) for line in said]
    assert [" ".join(text.split()) for text in facts.all_inner_texts()] == wanted
    for link in page.locator(".page-foot__ways a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    page.locator(".page-foot__facts a").click()
    expect(page).to_have_url(f"{origin}/changes/#edition-2026-11-1")


def test_the_reading_is_told_by_ear(page: Page, origin: str) -> None:
    """In the window's title, in the ribbon and in the line above the title."""
    for reading, whose in (("patient", "For patients"), ("professional", "For professionals")):
        for path in ("", "side-effects/", "glossary/"):
            page.goto(f"{origin}/{reading}/{path}")
            assert whose in page.title(), path
            expect(page.locator(".ribbon__name")).to_have_text(whose)
            if path:
                expect(page.locator(".eyebrow strong")).to_have_text(whose)
                above = "(e) => e.compareDocumentPosition(document.querySelector('h1'))"
                assert page.locator(".eyebrow").evaluate(above) == 4  # the title follows
            else:
                expect(page.locator("h1")).to_have_text(whose)
