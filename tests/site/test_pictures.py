"""Pictures from the ledger, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

SHRANK = "The cancer clearly shrank: about {} out of 100"
PICTURES = [
    (
        "patient/tucatinib-trastuzumab",
        "icon-array",
        SHRANK.format(39),
    ),
    (
        "patient/trastuzumab-deruxtecan",
        "icon-array",
        SHRANK.format(38),
    ),
    ("professional/tucatinib-trastuzumab", "forest", "Response: results by trial"),
    ("professional/trastuzumab-deruxtecan", "timeline", "Approvals over time"),
    ("patient/what-is-her2-positive-colorectal-cancer", "flow", "How HER2 is tested"),
    ("professional/what-is-her2-positive-colorectal-cancer", "flow", "HER2 testing in metastatic"),
]


@pytest.mark.parametrize(("path", "kind", "name"), PICTURES)
def test_a_picture_is_seen_and_has_a_name(
    page: Page, origin: str, path: str, kind: str, name: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{origin}/{path}/")
    picture = page.locator(f".picture--{kind}").get_by_role("img", name=re.compile(name))
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box is not None
    assert 280 <= box["width"] <= 320
    assert box["height"] > 200
    sizes = picture.locator("text").evaluate_all(
        "all => all.map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"
    )
    assert min(sizes) >= 11


@pytest.mark.parametrize(("path", "kind", "name"), PICTURES)
def test_no_word_of_a_picture_leaves_it_or_meets_another(
    page: Page, origin: str, path: str, kind: str, name: str
) -> None:
    page.goto(f"{origin}/{path}/")
    expect(page.locator(f".picture--{kind} title")).to_have_text(re.compile(name))
    boxes = page.locator(f".picture--{kind} svg text").evaluate_all(
        "all => all.map(t => t.getBBox()).map(b => [b.x, b.y, b.x + b.width, b.y + b.height])"
    )
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert left >= -2
        assert right <= 362
        for a, b, c, d in boxes[n + 1 :]:
            assert right <= a or c <= left or bottom - 2.5 <= b or d - 2.5 <= top


@pytest.mark.parametrize(("path", "kind", "name"), PICTURES)
def test_a_picture_can_be_read_as_a_table(
    page: Page, origin: str, path: str, kind: str, name: str
) -> None:
    page.goto(f"{origin}/{path}/")
    figure = page.locator(f".picture--{kind}")
    expect(figure.get_by_role("table")).to_be_hidden()
    figure.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(figure.get_by_role("table", name=re.compile(name))).to_be_visible()
    assert figure.get_by_role("rowheader").count() >= 2
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_takes_the_colours_of_the_page(
    browser: Browser, origin: str, scheme: str
) -> None:
    with browser.new_context(color_scheme="light" if scheme == "light" else "dark") as context:
        page = context.new_page()
        page.goto(f"{origin}/patient/tucatinib-trastuzumab/")
        colours = page.evaluate(
            """() => ["picture__in", "picture__out"].map(
                 name => getComputedStyle(document.querySelector("." + name)).color)"""
        )
    green, grey = (
        ("30, 95, 71", "74, 84, 83")
        if scheme == "light"
        else (
            "147, 212, 179",
            "179, 187, 184",
        )
    )
    assert colours == [f"rgb({green})", f"rgb({grey})"]
