"""Pages on paper: what Chromium prints, read back."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import Browser

from plainguide.read.pdf import pdf_pages

PAGES = [
    ("index.html", None, "her2-guide.example"),
    ("patient/side-effects/", "For patients", "her2-guide.example/patient/side-effects"),
    ("patient/glossary/", "For patients", "her2-guide.example/patient/glossary"),
    (
        "professional/comparing-the-options/",
        "For professionals",
        "her2-guide.example/professional/comparing-the-options",
    ),
    ("trials/", "For professionals", "her2-guide.example/trials"),
    ("evidence/", None, "her2-guide.example/evidence"),
]
SHOWN = """() => {
  const texts = [];
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (element.checkVisibility({ visibilityProperty: true })) texts.push(walk.currentNode.data);
  }
  return texts.join(" ");
}"""
A4 = (595, 842)


def _squeezed(text: str) -> str:
    """Letters and digits only: breaks of lines and of words do not count."""
    return re.sub(r"[\W_]+", "", text)


def _printed(browser: Browser, url: str) -> tuple[bytes, str]:
    """The PDF of a page for a reader who reads in the dark, and the words of its article."""
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(url)
        page.emulate_media(media="print", color_scheme="dark")
        shown = page.evaluate(SHOWN)
        return page.pdf(prefer_css_page_size=True, print_background=True), shown


@pytest.mark.parametrize(("path", "whose", "address"), PAGES)
def test_paper_says_what_it_is_and_loses_nothing(
    browser: Browser, origin: str, path: str, whose: str | None, address: str
) -> None:
    pdf, shown = _printed(browser, f"{origin}/{path}")
    pages = pdf_pages(pdf)
    head = f"HER2 Guide · {whose}" if whose else "HER2 Guide"
    for number, text in enumerate(pages, 1):
        assert head in text
        assert f"Edition 2026.11.1, 24 November 2026 · {address}" in text
        assert f"{number} / {len(pages)}" in text
    if whose:
        assert pages[0].count(whose) >= 2, "large above the title, and at the head of the sheet"
    printed = _squeezed(" ".join(pages))
    # A heading repeated on the next sheet or a sheet's own lines may stand between two words, so
    # each word is looked for, and not the text as a whole.
    missing = {w for word in shown.split() if (w := _squeezed(word)) and w not in printed}
    assert missing == set()
    for control in (
        "Close the menu",
        "Words to look for",
        "Download to print",
        "Read this section",
        "Read this part",
    ):
        assert control not in " ".join(pages)


@pytest.mark.parametrize("path", [path for path, _, _ in PAGES])
def test_nothing_runs_off_the_sheet_and_the_sheet_is_white(
    browser: Browser, origin: str, path: str
) -> None:
    pdf, _ = _printed(browser, f"{origin}/{path}")
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            width, height = page.get_size()
            sideways = path == "trials/"
            assert (round(width), round(height)) == (A4[::-1] if sideways else A4)
            words = page.get_textpage()
            boxes = [words.get_charbox(n) for n in range(words.count_chars())]
            marks = [box for box in boxes if box[2] > box[0]]
            assert min(box[0] for box in marks) >= 20
            assert max(box[2] for box in marks) <= width - 20
            picture = page.render(scale=0.25, grayscale=True).to_numpy()
            assert picture.mean() > 150, "no dark ground"
            assert picture[0].min() > 250
            assert picture[:, 0].min() > 250


def test_readings_are_told_apart_in_greys(browser: Browser, origin: str) -> None:
    """A thick line for patients and a double one for professionals; larger type for patients."""
    seen = {}
    for reading in ("patient", "professional"):
        with browser.new_context() as context:
            page = context.new_page()
            page.emulate_media(media="print")
            page.goto(f"{origin}/{reading}/side-effects/")
            style = "e => [getComputedStyle(e).borderBottomStyle]"
            size = "e => parseFloat(getComputedStyle(e).fontSize)"
            [line] = page.locator(".eyebrow").evaluate(style)
            seen[reading] = (line, page.locator("article p").nth(3).evaluate(size))
    assert seen["patient"][0] == "solid"
    assert seen["professional"][0] == "double"
    assert seen["patient"][1] > 1.2 * seen["professional"][1]


def test_what_is_urgent_stays_in_one_piece(browser: Browser, origin: str) -> None:
    pdf, _ = _printed(browser, f"{origin}/patient/side-effects/")
    whole = [
        page
        for page in pdf_pages(pdf)
        if "Call your care team at once, day or night" in page and "emergency number" in page
    ]
    assert len(whole) == 1
