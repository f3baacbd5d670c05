from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.seen import Seen

TOPICS = (
    "what-is-her2-positive-colorectal-cancer",
    "tucatinib-trastuzumab",
    "trastuzumab-deruxtecan",
)
PAGES = [
    "index.html",
    "evidence/index.html",
    "trials/index.html",
    *(f"{r}/index.html" for r in ("patient", "professional")),
    *(f"{r}/{topic}/index.html" for r in ("patient", "professional") for topic in TOPICS),
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_quiet_and_asks_only_its_own_server(
    page: Page, origin: str, seen: Seen, path: str
) -> None:
    page.goto(f"{origin}/{path}")
    page.wait_for_load_state("networkidle")
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith((origin, "data:"))] == []


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_from_disk(page: Page, site: Path, seen: Seen, path: str) -> None:
    page.goto((site / path).as_uri())
    page.wait_for_load_state("networkidle")
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(page: Page, origin: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{origin}/{path}")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_front_page_asks_one_question_with_two_answers(page: Page, origin: str) -> None:
    page.goto(origin)
    expect(page.get_by_role("heading", name="Who is reading?")).to_be_visible()
    answers = page.locator(".choices a")
    expect(answers).to_have_count(2)
    for answer in answers.all():
        card = answer.locator("xpath=ancestor::li").bounding_box()
        assert card is not None
        assert card["height"] >= 44
    page.get_by_role("link", name="I’m a patient or carer").click()
    expect(page).to_have_url(f"{origin}/patient/")
    page.get_by_role("link", name="Trastuzumab deruxtecan", exact=True).last.click()
    expect(page).to_have_url(f"{origin}/patient/trastuzumab-deruxtecan/")


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("reading", ["patient", "professional"])
def test_the_switch_lands_on_the_same_section(
    page: Page, origin: str, topic: str, reading: str
) -> None:
    other = "professional" if reading == "patient" else "patient"
    page.goto(f"{origin}/{reading}/{topic}/")
    ids = page.eval_on_selector_all(
        ".reading h2[id]:not(#sources)", "headings => headings.map(h => h.id)"
    )
    paired = [i for i in ids if i != "dosing"]
    assert len(paired) >= 5
    for section in paired:
        page.goto(f"{origin}/{reading}/{topic}/#{section}")
        page.locator(".ribbon__switch").dispatch_event("click")
        expect(page).to_have_url(f"{origin}/{other}/{topic}/#{section}")
        expect(page.locator(f"h2#{section}")).to_be_in_viewport()


def test_the_switch_follows_the_reader_who_scrolls(page: Page, origin: str) -> None:
    page.goto(f"{origin}/patient/tucatinib-trastuzumab/")
    page.locator("h2#results").evaluate("h => scrollTo(0, h.offsetTop + 60)")
    page.locator(".ribbon__switch").dispatch_event("click")
    expect(page).to_have_url(f"{origin}/professional/tucatinib-trastuzumab/#results")


def test_a_section_has_a_way_to_its_counterpart_without_scripts(
    browser: Browser, site: Path
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto((site / "patient/tucatinib-trastuzumab/index.html").as_uri())
        plain.locator('.counterpart a[href$="#results"]').click()
        assert plain.url.endswith("/professional/tucatinib-trastuzumab/index.html#results")
        plain.locator(".ribbon__switch").click()
        assert plain.url.endswith("/patient/tucatinib-trastuzumab/index.html")


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(
    ("reading", "notice"),
    [("patient", "Not yet checked by a doctor"), ("professional", "No clinical review yet")],
)
def test_every_topic_says_how_far_to_trust_it(
    page: Page, origin: str, topic: str, reading: str, notice: str
) -> None:
    page.goto(f"{origin}/{reading}/{topic}/")
    expect(page.get_by_text(notice)).to_be_visible()
    expect(page.get_by_text("24 May 2027")).to_be_visible()
    assert page.locator("#sources ~ ol li a[href^='https://']").count() >= 3


@pytest.mark.parametrize("topic", TOPICS)
def test_the_handout_comes_down_as_a_pdf(page: Page, origin: str, topic: str) -> None:
    page.goto(f"{origin}/patient/{topic}/")
    with page.expect_download() as download:
        page.locator(".tools > a[download]").first.click()
    assert download.value.suggested_filename == f"{topic}.pdf"
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-1.7")


def test_urgent_symptoms_are_on_a_phones_first_two_screens(page: Page, origin: str) -> None:
    for topic in ("tucatinib-trastuzumab", "trastuzumab-deruxtecan"):
        page.goto(f"{origin}/patient/{topic}/")
        box = page.locator(".admonition.danger").bounding_box()
        assert box is not None
        assert box["y"] + 200 < 2 * 844


def test_every_figure_shown_carries_its_ledger_entry(page: Page, origin: str) -> None:
    page.goto(f"{origin}/patient/tucatinib-trastuzumab/")
    figure = page.locator('data[data-figure="mountaineer.final.orr"]')
    expect(figure).to_have_text("about 39 out of 100 people")
    assert figure.get_attribute("value") == "39.3"
    page.goto(f"{origin}/professional/tucatinib-trastuzumab/")
    full = page.locator('data[data-figure="mountaineer.final.orr"]').first
    expect(full).to_have_text("39.3% (95% CI 28.8–50.5; 33 of 84)")
    assert full.get_attribute("value") == "39.3"
