"""The books of the real guide, judged as their readers' programs do."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from plainguide.exports.headers import for_all, policy_of
from plainguide.read.pdf import pdf_pages
from support.building import ROOT
from support.seen import Seen
from support.server import serving
from support.tools import epubcheck_says
from support.views import View

EPUB, HTML = "books/her2-guide.epub", "books/her2-guide.html"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_PARTS = {"landmark-one-main", "region"}
"""Rules for whole pages: a chapter is part of a book, whose landmarks are the reading system's."""
JUDGE = """async tags => {
    const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 120)]);
}"""


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The e-book's files in a folder."""
    folder = tmp_path_factory.mktemp("epub")
    with zipfile.ZipFile(site / EPUB) as book:
        book.extractall(folder)
    return folder / "EPUB"


def test_epubcheck_finds_nothing(site: Path, tmp_path: Path) -> None:
    assert epubcheck_says(site / EPUB, tmp_path) == []


def test_books_are_small_enough_for_a_phone(site: Path) -> None:
    assert (site / EPUB).stat().st_size < 400_000
    assert (site / HTML).stat().st_size < 1_000_000


def test_no_chapter_fails_axe_or_loads_anything(
    browser: Browser, unpacked: Path, axe_source: str
) -> None:
    """As a reading system shows them: each by itself, at the width of a small device."""
    files = [*sorted(unpacked.glob("*.xhtml")), *sorted(unpacked.glob("pages/*.xhtml"))]
    assert len(files) > 25
    faults: dict[str, list[Any]] = {}
    asked: set[str] = set()
    with browser.new_context(viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add(request.url))
        for file in files:
            page.goto(file.as_uri())
            page.evaluate(f"(() => {{{axe_source}}})()")
            known = OF_PARTS | ({"page-has-heading-one"} if file.name == "cover.xhtml" else set())
            found = [f for f in page.evaluate(JUDGE, TAGS) if f[0] not in known]
            if page.evaluate("document.scrollingElement.scrollWidth") > 360:
                found.append("scrolls sideways")
            if found:
                faults[file.name] = found
    assert faults == {}
    assert all(url.startswith(unpacked.as_uri()) for url in asked)


def test_the_one_file_opens_from_a_disk_alone(
    browser: Browser, site: Path, tmp_path: Path, axe_source: str
) -> None:
    """On the narrowest screen, in the dark; `test_accessible.py` judges it on every other."""
    view = View(320, 640, "dark")
    copy = tmp_path / "book.html"
    copy.write_bytes((site / HTML).read_bytes())
    asked: list[str] = []
    complaints: list[str] = []
    with browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.scheme,
        bypass_csp=True,
    ) as context:
        context.add_init_script(axe_source)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(copy.as_uri())
        assert page.evaluate(JUDGE, TAGS) == []
        assert page.evaluate("document.scrollingElement.scrollWidth") <= view.width
        page.locator("nav a", has_text="Side effects").click()
        assert page.url.endswith("#side-effects")
        assert page.locator("#side-effects h2").first.is_visible()
    assert {url.partition("#")[0] for url in asked} <= {copy.as_uri(), "data:,"}
    assert complaints == []


def test_a_server_with_the_strict_policy_lets_its_style_through(
    page: Page, site: Path, seen: Seen
) -> None:
    policy = policy_of((ROOT / "theme/partials/policy.html").read_text())
    assert policy is not None
    headers = dict(for_all(policy, (ROOT / "theme/book/book.css").read_text()))
    with serving(site, {"Content-Security-Policy": headers["Content-Security-Policy"]}) as origin:
        page.goto(f"{origin}/{HTML}")
        assert page.evaluate("getComputedStyle(document.body).maxWidth") == "648px"
        assert [url for url in seen.requests if not url.startswith(("data:", origin))] == []
    assert seen.complaints == []


def _letters(text: str) -> str:
    """Letters and digits only: breaks of lines and of words do not count."""
    return re.sub(r"[\W_]+", "", text)


def test_it_prints_every_chapter_on_a_page_of_its_own(page: Page, site: Path) -> None:
    page.goto((site / HTML).as_uri())
    titles = [title.strip() for title in page.locator("article h2").all_inner_texts()]
    printed = pdf_pages(page.pdf(prefer_css_page_size=True))
    sheets = [_letters(re.sub(r"^\d+ / \d+", "", text)) for text in printed]
    assert len(titles) == 25
    assert all(len(sheet) > 10 for sheet in sheets), "no sheet is blank"
    for title in titles:
        assert any(sheet.startswith(_letters(title)) for sheet in sheets), title


def test_a_text_opens_in_the_browser_as_it_was_written(page: Page, origin: str) -> None:
    page.goto(f"{origin}/patient/side-effects/")
    page.locator(".page-foot__ways a", has_text="plain text").click()
    page.wait_for_url("**/text/patient/side-effects.txt")
    shown = page.locator("pre").inner_text()
    assert shown.startswith("Side effects")
    assert "HER2 Guide · For patients" in shown
    assert "don’t" in shown
