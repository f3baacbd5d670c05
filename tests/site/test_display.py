"""How pages look by a reader's own choice: remembered, drawn so from the start, readable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from support.building import ROOT

TOPIC = "patient/tucatinib-trastuzumab/index.html"
PAGES = ["index.html", "evidence/index.html", "trials/index.html", "professional/index.html", TOPIC]


def _open(page: Page) -> None:
    page.get_by_role("button", name="Display").click()
    expect(page.locator("#display")).to_be_visible()


def _contrast(page: Page, selector: str) -> float:
    """The contrast of an element's text on the nearest background behind it."""
    return float(
        page.locator(selector).first.evaluate(
            """element => {
                const light = (colour) => {
                    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
                        .map((v) => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4));
                    return .2126 * r + .7152 * g + .0722 * b;
                };
                let behind = element;
                const clear = (e) => getComputedStyle(e).backgroundColor === 'rgba(0, 0, 0, 0)';
                while (clear(behind)) behind = behind.parentElement;
                const [a, b] = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor]
                    .map(light).sort((x, y) => y - x);
                return (a + .05) / (b + .05);
            }"""  # noqa: E501 - a script
        )
    )


@pytest.mark.parametrize("path", PAGES)
def test_the_choice_is_at_the_head_of_every_page(page: Page, origin: str, path: str) -> None:
    page.goto(f"{origin}/{path}")
    _open(page)
    button = page.get_by_role("button", name="Display").bounding_box()
    assert button is not None
    assert button["height"] >= 44
    page.get_by_label("Dark").check()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_is_remembered_on_other_pages_and_given_back(page: Page, origin: str) -> None:
    page.goto(f"{origin}/{TOPIC}")
    usual = page.locator(".summary").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    lines = page.locator(".summary").evaluate("e => parseFloat(getComputedStyle(e).lineHeight)")
    _open(page)
    page.get_by_label("200%").check()
    page.get_by_label("Wider").check()
    page.get_by_label("High").check()
    page.goto(f"{origin}/professional/key-trials/")
    page.goto(f"{origin}/{TOPIC}")
    size = page.locator(".summary").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size == pytest.approx(2 * usual)
    spaced = page.locator(".summary").evaluate("e => parseFloat(getComputedStyle(e).lineHeight)")
    assert spaced > 2 * lines * 1.3
    _open(page)
    expect(page.get_by_label("200%")).to_be_checked()
    expect(page.get_by_label("High")).to_be_checked()
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_label("100%")).to_be_checked()
    expect(page.locator("html")).not_to_have_attribute("data-size", "200")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.endsWith(':display'))") == []
    now = page.locator(".summary").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert now == pytest.approx(usual)


def test_applies_before_anything_is_drawn(page: Page, origin: str) -> None:
    """The root has the choice while the page's body is not there yet."""
    page.goto(f"{origin}/{TOPIC}")
    page.evaluate("""localStorage.setItem('HER2 Guide:display', '{"size": "150"}')""")
    page.add_init_script(
        "new MutationObserver((_, o) => { if (document.body) {"
        " window.first = document.documentElement.dataset.size; o.disconnect(); } })"
        ".observe(document, {childList: true, subtree: true});"
        "window.shift = 0; new PerformanceObserver((list) => {"
        " for (const entry of list.getEntries()) shift += entry.value; })"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("first") == "150"
    assert page.evaluate("shift") < 0.02
    assert len((ROOT / "theme/js/early.js").read_bytes()) <= 700


@pytest.mark.parametrize("kept", ["", "{", "null", "7", '["dark"]', '{"not a name": "x"}'])
def test_what_was_kept_may_be_anything(page: Page, origin: str, kept: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{origin}/{TOPIC}")
    page.evaluate("kept => localStorage.setItem('HER2 Guide:display', kept)", kept)
    page.reload()
    _open(page)
    page.get_by_label("Light", exact=True).check()
    expect(page.locator("html")).to_have_attribute("data-scheme", "light")
    assert errors == []


def test_works_where_nothing_may_be_kept(page: Page, site: Path) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    page.goto((site / TOPIC).as_uri())
    _open(page)
    page.get_by_label("125%").check()
    expect(page.locator("html")).to_have_attribute("data-size", "125")
    assert errors == []


def test_works_from_disk(page: Page, site: Path) -> None:
    page.goto((site / TOPIC).as_uri())
    _open(page)
    page.get_by_label("Dark").check()
    page.goto((site / "index.html").as_uri())
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_by_keyboard_alone(page: Page, origin: str) -> None:
    page.goto(f"{origin}/{TOPIC}")
    page.get_by_role("button", name="Display").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("100%")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-size", "125")
    page.keyboard.press("Escape")
    expect(page.locator("#display")).to_be_hidden()
    expect(page.get_by_role("button", name="Display")).to_be_focused()


def test_is_not_shown_without_scripts(browser: Browser, site: Path) -> None:
    phone: ViewportSize = {"width": 390, "height": 844}
    with browser.new_context(java_script_enabled=False, viewport=phone) as context:
        plain = context.new_page()
        plain.goto((site / TOPIC).as_uri())
        for name in ("Display", "Listen"):
            assert plain.get_by_role("button", name=name).count() == 0
        expect(plain.locator(".on-page")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("size", ["150", "200"])
def test_large_text_needs_no_scrolling_sideways(
    page: Page, origin: str, width: int, size: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(origin)
    page.evaluate(
        "s => localStorage.setItem('HER2 Guide:display', JSON.stringify({size: s}))", size
    )
    for path in (*PAGES, "professional/key-trials/", "patient/glossary/", "evidence/mountaineer/"):
        page.goto(f"{origin}/{path}")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wish", ["device", "reader"])
@pytest.mark.parametrize("path", [TOPIC, "professional/key-trials/index.html"])
def test_high_contrast_is_seven_or_more(
    browser: Browser, origin: str, scheme: str, wish: str, path: str
) -> None:
    with browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        contrast="more" if wish == "device" else "no-preference",
        viewport={"width": 1280, "height": 800},
    ) as context:
        page = context.new_page()
        page.goto(f"{origin}/{path}")
        if wish == "reader":
            _open(page)
            page.get_by_label("High").check()
        texts = [
            ".md-typeset h2", ".md-typeset .summary", ".counterpart a", ".warning p:first-child",
            ".ribbon__switch", ".ribbon__name strong", ".menu a", ".beside a", ".tools__item",
            ".site-foot p", ".page-foot a", ".minutes", ".warning p:last-child",
        ]  # fmt: skip
        if path == TOPIC:
            texts += [".danger .admonition-title", ".danger li", "figcaption"]
        faint = {text: _contrast(page, text) for text in texts if _contrast(page, text) < 7}
        assert faint == {}


def test_high_contrast_is_the_same_by_the_device_and_by_the_reader() -> None:
    css = (ROOT / "theme/css/contrast.css").read_text()
    one, other = (
        re.findall(r"--[\w-]+: [^;]+;", body) for body in re.findall(r":root[^{]*\{([^}]*)\}", css)
    )
    assert one == other
    named = re.findall(
        r"--[\w-]+(?=: var\(--light, )", (ROOT / "theme/css/colours.css").read_text()
    )
    assert [line.partition(":")[0] for line in one] == named


@pytest.mark.parametrize("path", ["index.html", "patient/index.html", TOPIC])
def test_the_devices_own_few_colours_leave_no_shape_or_edge_out(
    browser: Browser, origin: str, path: str
) -> None:
    with browser.new_context(forced_colors="active", color_scheme="dark") as context:
        page = context.new_page()
        page.goto(f"{origin}/{path}")
        lost = page.evaluate(
            """() => [...document.querySelectorAll('.md-typeset *')].flatMap((element) =>
                ['::before', '::after'].filter((which) => {
                    const style = getComputedStyle(element, which);
                    return style.content !== 'none' && style.maskImage !== 'none' &&
                        style.display !== 'none' && style.backgroundColor === 'rgb(0, 0, 0)';
                }).map((which) => element.className + which))"""
        )
        assert lost == []
        pictures = page.evaluate(
            """() => [...document.querySelectorAll('body *')].filter((element) =>
                getComputedStyle(element).backgroundImage.includes('gradient')).length"""
        )
        assert pictures == 0
        if path == TOPIC:
            expect(page.locator(".danger").first).to_have_css("border-top-style", "double")
