"""WCAG 2.2 A and AA, and best practices, judged by axe-core on every page and screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from support.seen import Seen
from support.views import PHONES_AND_DESKS, ZOOMED, View, pages

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""All that can come out otherwise where the same page has other colours."""

JUDGE = """async only => {
    const found = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
    return found.violations.map(
        ({ id, nodes }) => [id, ...nodes.slice(0, 2).map((node) => node.html.slice(0, 120))]
    );
}"""
SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""The page has seen its new size: what watches sizes is told before the second frame is drawn."""

SHARES = 8
"""The pages are judged in so many tests, for the suite's processes to share."""


def _judge(page: Page, view: View) -> list[Any]:
    page.set_viewport_size({"width": view.width, "height": view.height})
    page.emulate_media(color_scheme=view.scheme, reduced_motion="reduce")
    page.evaluate(SETTLED)
    light = {"type": "tag", "values": TAGS}
    dark = {"type": "rule", "values": OF_COLOUR}
    found: list[Any] = page.evaluate(JUDGE, light if view.scheme == "light" else dark)
    if page.evaluate("document.scrollingElement.scrollWidth") > view.width:
        found.append("scrolls sideways")
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_fails_axe_on_any_screen(
    browser: Browser, site: Path, origin: str, axe_source: str, share: int
) -> None:
    every = pages(site)
    assert len(every) > 100
    faults: dict[str, list[Any]] = {}
    judged = 0
    with browser.new_context(bypass_csp=True) as context:
        context.add_init_script(axe_source)
        page = context.new_page()
        for path in every[share::SHARES]:
            page.goto(f"{origin}/{path}")
            for view in (*PHONES_AND_DESKS, ZOOMED):
                judged += 1
                if found := _judge(page, view):
                    faults[f"{path} ({view})"] = found
    assert judged == len(every[share::SHARES]) * (len(PHONES_AND_DESKS) + 1)
    assert faults == {}


def test_axe_finds_what_is_wrong(page: Page, origin: str, axe_source: str) -> None:
    """So that silence above means something."""
    page.goto(origin)
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=x>')")
    page.evaluate(f"(() => {{{axe_source}}})()")
    assert any("image-alt" in found[0] for found in _judge(page, ZOOMED))


@pytest.mark.parametrize("width", [320, 390])
def test_what_fingers_must_hit_is_large_enough(page: Page, origin: str, width: int) -> None:
    """44 pixels for the main controls; axe has judged the 24 of all others."""
    page.set_viewport_size({"width": width, "height": 844})
    small = {}
    for path in ("patient/", "patient/side-effects/", "professional/key-trials/"):
        page.goto(f"{origin}/{path}")
        for control in page.locator(
            ".ribbon :is(a, button), .tools__item, .site-head :is(a, button), .button"
        ).all():
            if not control.is_visible():
                continue
            # What can be hit may be larger than what is drawn.
            size = control.evaluate(
                """e => { const b = e.getBoundingClientRect();
                          const after = getComputedStyle(e, '::after');
                          const beyond = after.position === 'absolute';
                          const more = beyond ? -2 * parseFloat(after.top) : 0;
                          return [b.width, b.height + Math.max(0, more || 0)]; }"""
            )
            if min(size) < 43.5:
                small[f"{path} {control.inner_text()}"] = size
    assert small == {}


def test_motion_stops_where_the_reader_wants_none(page: Page, origin: str, seen: Seen) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{origin}/patient/side-effects/")
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter((e) => {
            const s = getComputedStyle(e);
            return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none';
        }).map((e) => e.className)"""
    )
    assert moving == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert seen.complaints == []
