"""Someone who is frightened finds what cannot wait, with one thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

WORDS = "Feeling unwell on treatment? See when to call at once"
HEIGHT = 844


def _arrived(page: Page, origin: str) -> None:
    expect(page).to_have_url(f"{origin}/patient/side-effects/#urgent")
    expect(page.locator("h2#urgent")).to_be_in_viewport()
    expect(page.locator(".admonition.danger > .admonition-title")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390])
def test_from_the_front_page_in_one_tap(page: Page, origin: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(f"{origin}/")
    link = page.get_by_role("link", name=WORDS)
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= HEIGHT, "it is on the first screen"
    link.click()
    _arrived(page, origin)


def test_from_the_front_page_by_the_patients_way_in_two(page: Page, origin: str) -> None:
    page.goto(f"{origin}/")
    page.get_by_role("link", name="I’m a patient or carer").click()
    link = page.get_by_role("link", name=WORDS)
    expect(link).to_be_in_viewport()
    link.click()
    _arrived(page, origin)


def test_professionals_are_not_asked(page: Page, origin: str) -> None:
    page.goto(f"{origin}/professional/")
    expect(page.get_by_role("link", name=WORDS)).to_have_count(0)
