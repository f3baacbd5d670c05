"""The page read aloud, by a voice that only notes what it is asked to say."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from support.seen import Seen

TOPIC = "patient/tucatinib-trastuzumab/"
FAKE = """
window.spoken = []; window.rates = []; window.cancelled = 0; window.voices = %s;
const heard = [];
Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => voices,
    speak(said) { spoken.push(said.text); rates.push(said.rate); this.now = said; },
    cancel() { cancelled++; const was = this.now; this.now = null; was?.onerror?.(); },
    addEventListener(_, listener) { heard.push(listener); },
}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.ended = () => speechSynthesis.now.onend();
window.late = () => {
    voices.push({lang: "en-GB", localService: true});
    heard.forEach((listener) => listener());
};
"""
LOCAL = '[{lang: "de-DE", localService: true}, {lang: "en_GB", localService: true}]'
NONE = {
    "another language": '[{lang: "de-DE", localService: true}]',
    "a voice elsewhere": '[{lang: "en-US", localService: false}]',
    "no voice": "[]",
}


def _start(page: Page, origin: str, path: str = TOPIC) -> None:
    page.add_init_script(FAKE % LOCAL)
    page.goto(f"{origin}/{path}")
    page.get_by_role("button", name="Listen").click()


def _all(page: Page) -> list[str]:
    """Everything that is said to the end of the page."""
    return list(page.evaluate("() => { while (speechSynthesis.now) ended(); return spoken; }"))


def _now(page: Page) -> Any:
    return page.evaluate("spoken.at(-1)")


def test_reads_the_page_from_its_title_to_its_end(page: Page, origin: str, seen: Seen) -> None:
    _start(page, origin)
    said = _all(page)
    assert said[0] == "Tucatinib with trastuzumab"
    assert said[1].startswith("These two medicines block HER2.")
    urgent = said.index("Call your care team at once, day or night, if you have:")
    assert said[urgent + 1] == "bad loose stools, or loose stools that don’t stop"
    assert urgent < 8
    assert max(map(len, said)) <= 200
    assert len(said) > 50
    whole = " ".join(said)
    assert "The cancer clearly shrank: about 39 out of 100 people. About 39 out of 100:" in whole
    for left_out in (
        "Download",
        "minutes to read",
        "Read this part",
        "Updated",
        "Where this comes",
    ):
        assert left_out not in whole
    assert "A tablet that blocks HER2 from inside the cell. The brand" not in whole
    expect(page.locator(".listen")).to_be_hidden()
    expect(page.get_by_role("button", name="Listen")).to_be_focused()
    assert page.locator(".is-read").count() == 0
    assert seen.complaints == []


def test_rows_say_what_each_cell_is_and_citations_are_left_out(page: Page, origin: str) -> None:
    _start(page, origin, "professional/key-trials/")
    said = _all(page)
    whole = " ".join(said)
    assert "HERACLES-A; Phase, design: 2, single-arm; Regimen: Trastuzumab, lapatinib" in whole
    assert "Trial; Phase, design" not in whole
    assert not [text for text in said if "[1]" in text or text.strip() in {"1", ""}]
    assert max(map(len, said)) <= 200


def test_marks_and_shows_what_is_read(page: Page, origin: str) -> None:
    _start(page, origin)
    for _ in range(30):
        page.evaluate("ended()")
    mark = page.locator(".is-read")
    expect(mark).to_have_count(1)
    expect(mark).to_be_in_viewport()
    text = mark.text_content()
    assert text is not None
    assert _now(page)[:20] in " ".join(text.split())


def test_pauses_goes_on_steps_and_stops(page: Page, origin: str) -> None:
    _start(page, origin)
    pause = page.get_by_role("button", name="Pause")
    expect(pause).to_be_focused()
    page.get_by_role("button", name="On one paragraph").click()
    assert _now(page).startswith("These two medicines")
    page.get_by_role("button", name="Back one paragraph").click()
    assert _now(page) == "Tucatinib with trastuzumab"
    pause.click()
    said = page.evaluate("spoken.length")
    page.get_by_role("button", name="On one paragraph").click()
    assert page.evaluate("spoken.length") == said
    page.get_by_role("button", name="Resume").click()
    assert _now(page).startswith("These two medicines")
    page.get_by_label("Speed").select_option("1.2")
    assert page.evaluate("rates.at(-1)") == 1.2
    assert _now(page).startswith("These two medicines")
    page.get_by_role("button", name="Stop").click()
    assert page.evaluate("speechSynthesis.now") is None
    expect(page.locator(".listen")).to_be_hidden()
    expect(page.get_by_role("button", name="Listen")).to_be_focused()


def test_stops_on_leaving_the_page(page: Page, origin: str) -> None:
    _start(page, origin)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("speechSynthesis.now") is None
    expect(page.locator(".listen")).to_be_hidden()


@pytest.mark.parametrize("voices", NONE.values(), ids=NONE)
def test_is_offered_only_where_the_device_has_a_voice(page: Page, origin: str, voices: str) -> None:
    page.add_init_script(FAKE % voices)
    page.goto(f"{origin}/{TOPIC}")
    button = page.locator(".listen-button")
    expect(button).to_be_hidden()
    before = page.locator("h2").first.bounding_box()
    page.evaluate("late()")
    expect(button).to_be_visible()
    assert page.locator("h2").first.bounding_box() == before


def test_is_not_offered_where_there_is_no_speech(page: Page, origin: str, seen: Seen) -> None:
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page.goto(f"{origin}/{TOPIC}")
    expect(page.locator(".listen-button")).to_be_hidden()
    assert seen.complaints == []


@pytest.mark.parametrize(("wish", "way"), [("reduce", "instant"), ("no-preference", "smooth")])
def test_scrolls_smoothly_only_where_motion_is_welcome(
    browser: Browser, origin: str, wish: Any, way: str
) -> None:
    with browser.new_context(reduced_motion=wish) as context:
        page = context.new_page()
        page.add_init_script(
            "window.ways = []; Element.prototype.scrollIntoView = (how) => ways.push(how.behavior);"
        )
        _start(page, origin)
        _all(page)
        assert set(page.evaluate("ways")) == {way}
