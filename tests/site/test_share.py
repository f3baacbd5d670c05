"""Passing on pages and sections, as a clinician and a patient do it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from rjsmin import jsmin

from support.building import ROOT
from support.codes import codes_on
from support.seen import Seen
from support.waiting import wait_until

PUBLISHED = "https://her2-guide.example/"
TOPIC = "tucatinib-trastuzumab"
FULL, PLAIN = f"professional/{TOPIC}/", f"patient/{TOPIC}/"
GIVE = "Give this to your patient"


@pytest.fixture
def full(page: Page, origin: str, seen: Seen) -> Iterator[Page]:
    """A professional's page on a phone; it must not have complained of anything."""
    page.goto(f"{origin}/{FULL}")
    yield page
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith((origin, "data:", "blob:"))] == []


def _sheet(page: Page) -> Locator:
    return page.locator("dialog#share")


def _share(page: Page, name: str) -> Locator:
    """The sheet of one section, opened by its button."""
    page.get_by_role("button", name=f"Share: {name}", exact=True).click()
    expect(_sheet(page)).to_be_visible()
    return _sheet(page)


def _address(block: Locator) -> str:
    return block.locator(".share__address").inner_text()


def _leads_to(page: Page, origin: str, address: str) -> str:
    """Where a published address leads, tried on our own server; from that server's root.

    In a tab of its own: browsers look for an icon of the small pages that open others.
    """
    assert address.startswith(PUBLISHED)
    tab = page.context.new_page()
    tab.goto(f"{origin}/{address.removeprefix(PUBLISHED)}")
    tab.wait_for_url(lambda url: "/s/" not in url)
    there = tab.url.removeprefix(f"{origin}/").replace("index.html", "")
    tab.close()
    return there


def test_every_section_has_a_button_and_its_heading_keeps_its_name(full: Page) -> None:
    heads = full.locator(".reading > h2[id]:not(#sources)")
    assert heads.count() >= 7
    for head in heads.all():
        name = head.inner_text().strip()
        button = head.get_by_role("button")
        expect(button).to_have_accessible_name(f"Share: {name}")
        expect(head).to_have_accessible_name(name)
    expect(full.locator("#sources").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(("touch", "least"), [(True, 44), (False, 24)])
@pytest.mark.parametrize("width", [320, 1280])
def test_buttons_are_large_enough(
    browser: Browser, origin: str, *, touch: bool, least: int, width: int
) -> None:
    with browser.new_context(has_touch=touch, is_mobile=touch) as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{origin}/{FULL}")
        buttons = page.locator(".share-button")
        for button in buttons.all():
            box = button.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= least
            assert 0 <= box["x"] <= width - box["width"]
        _share(page, "Efficacy")
        for way in page.locator("#share :is(button, a):visible").all():
            box = way.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_same_section_is_given_in_plain_words(full: Page, origin: str) -> None:
    sheet = _share(full, "Efficacy")
    plain = _address(sheet.get_by_role("region", name=GIVE))
    own = _address(sheet.get_by_role("region", name="This link: For professionals"))
    assert plain != own
    assert _leads_to(full, origin, plain) == f"{PLAIN}#results"
    assert _leads_to(full, origin, own) == f"{FULL}#results"


def test_a_section_with_a_short_address_is_shared_by_it(full: Page) -> None:
    full.locator("h2#results").evaluate("head => { head.dataset.short = 'k7f3'; }")
    sheet = _share(full, "Efficacy")
    own = sheet.get_by_role("region", name="This link: For professionals")
    assert _address(sheet.get_by_role("region", name=GIVE)) == f"{PUBLISHED}s/k7f3/"
    assert _address(own) == f"{PUBLISHED}s/k7f3/pro/"


def test_a_section_of_one_reading_only_is_given_as_the_whole_page(full: Page, origin: str) -> None:
    sheet = _share(full, "Dosing, monitoring and interactions")
    plain = _address(sheet.get_by_role("region", name=GIVE))
    assert _leads_to(full, origin, plain) == PLAIN


def test_the_page_is_shared_from_the_row_of_tools(full: Page, origin: str) -> None:
    full.locator(".tools").get_by_role("button", name="Share", exact=True).click()
    sheet = _sheet(full)
    expect(sheet.get_by_role("heading", level=2)).to_have_text("Share: Tucatinib plus trastuzumab")
    give = sheet.get_by_role("region", name=GIVE)
    expect(give.get_by_role("link", name="Patient handout (PDF)")).to_have_attribute(
        "href", f"../../handouts/{TOPIC}.pdf"
    )
    assert _leads_to(full, origin, _address(give)) == PLAIN


def test_a_patients_page_offers_its_own_reading_only(page: Page, origin: str, seen: Seen) -> None:
    page.goto(f"{origin}/{PLAIN}")
    sheet = _share(page, "How well did it work?")
    expect(sheet.get_by_role("region")).to_have_count(1)
    assert _leads_to(page, origin, _address(sheet)) == f"{PLAIN}#results"
    assert seen.complaints == []


def test_by_keyboard_alone_and_the_focus_comes_back(full: Page) -> None:
    opener = full.get_by_role("button", name="Share: Efficacy")
    opener.focus()
    full.keyboard.press("Enter")
    expect(_sheet(full)).to_be_visible()
    code = _sheet(full).get_by_role("region", name=GIVE).get_by_role("button", name="Show QR code")
    for _ in range(4):
        if code.evaluate("button => button === document.activeElement"):
            break
        full.keyboard.press("Tab")
    expect(code).to_be_focused()
    full.keyboard.press("Enter")
    shown = full.locator("dialog.share-code")
    expect(shown).to_be_visible()
    full.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    expect(code).to_be_focused()
    full.keyboard.press("Escape")
    expect(_sheet(full)).to_be_hidden()
    expect(opener).to_be_focused()
    full.keyboard.press("Space")
    expect(_sheet(full)).to_be_visible()


def test_going_back_closes_one_sheet_after_the_other(full: Page) -> None:
    address = full.url
    sheet = _share(full, "Harms")
    sheet.get_by_role("button", name="Show QR code").first.click()
    expect(full.locator("dialog.share-code")).to_be_visible()
    full.go_back()
    expect(full.locator("dialog.share-code")).to_be_hidden()
    expect(sheet).to_be_visible()
    full.go_back()
    expect(sheet).to_be_hidden()
    expect(full.get_by_role("button", name="Share: Harms")).to_be_focused()
    assert full.url == address
    # A sheet that is closed another way leaves nothing to go back through.
    for close in ("Close", None):
        _share(full, "Harms")
        if close:
            sheet.get_by_role("button", name=close).click()
        else:
            full.mouse.click(5, 5)
        expect(sheet).to_be_hidden()
    wait_until(full, "!history.state?.sheet")
    full.go_back()
    assert full.url == "about:blank"


@pytest.mark.parametrize("allowed", [True, False])
def test_a_link_is_copied(browser: Browser, origin: str, *, allowed: bool, seen: Seen) -> None:
    with browser.new_context() as context:
        context.grant_permissions(["clipboard-read"])
        page = context.new_page()
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        if allowed:
            context.grant_permissions(["clipboard-read", "clipboard-write"])
        else:  # as on a page that came over plain http
            page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: null})")
        page.goto(f"{origin}/{FULL}")
        give = _share(page, "Efficacy").get_by_role("region", name=GIVE)
        give.get_by_role("button", name="Copy link").click()
        expect(_sheet(page).get_by_role("status")).to_have_text("Copied")
        other = context.new_page()
        other.goto(origin)
        other.bring_to_front()
        assert other.evaluate("navigator.clipboard.readText()") == _address(give)
    assert seen.complaints == []


def test_the_devices_own_sheet_is_offered_only_where_there_is_one(page: Page, origin: str) -> None:
    page.goto(f"{origin}/{PLAIN}")
    share = _share(page, "How well did it work?").get_by_role("button", name="Share…")
    expect(share).to_be_hidden()
    page.add_init_script(
        "window.handed = []; navigator.share = async (what) => { handed.push(what); };"
    )
    page.reload()
    sheet = _share(page, "How well did it work?")
    sheet.get_by_role("button", name="Share…").click()
    title = "Tucatinib with trastuzumab: How well did it work?"
    assert page.evaluate("handed") == [
        {"title": title, "text": f"{title} (For patients)", "url": _address(sheet)}
    ]


def test_an_e_mail_says_which_reading_it_leads_to(full: Page) -> None:
    give = _share(full, "Efficacy").get_by_role("region", name=GIVE)
    parts = urlsplit(give.get_by_role("link", name="E-mail").get_attribute("href") or "")
    assert parts.scheme == "mailto"
    said = parse_qs(parts.query)
    assert said["subject"] == ["Tucatinib with trastuzumab (For patients) – HER2 Guide"]
    assert said["body"][0].splitlines() == [
        "Tucatinib with trastuzumab",
        "For patients, HER2 Guide",
        "",
        _address(give),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(320, 568), (390, 844), (844, 390), (1280, 800)])
def test_a_phone_reads_the_code_from_the_screen(
    full: Page, seen: Seen, scheme: str, size: tuple[int, int]
) -> None:
    full.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    full.set_viewport_size({"width": size[0], "height": size[1]})
    assert [url for url in seen.requests if "qr" in url] == []
    give = _share(full, "Efficacy").get_by_role("region", name=GIVE)
    give.get_by_role("button", name="Show QR code").click()
    code = full.get_by_role("img", name="QR code: ")
    expect(code).to_be_visible()
    assert codes_on(full) == [_address(give)]
    box = code.bounding_box()
    assert box is not None
    assert box["width"] == box["height"]
    assert box["width"] >= 0.5 * min(size)
    shown = full.locator("dialog.share-code")
    expect(shown).to_contain_text(_address(give))
    expect(shown).to_contain_text("For patients")
    expect(shown.get_by_role("heading", name="Tucatinib with trastuzumab")).to_be_visible()


@pytest.mark.parametrize("path", [FULL, "professional/key-trials/", "trials/"])
def test_from_a_table_of_trials_to_the_patients_code_in_three_clicks(
    page: Page, origin: str, path: str
) -> None:
    page.goto(f"{origin}/{path}")
    table = page.locator("article table").first
    expect(table).to_be_visible()
    page.get_by_role("button", name="Share", exact=True).click()
    give = _sheet(page).get_by_role("region", name=GIVE)
    give.get_by_role("button", name="Show QR code").click()
    expect(page.locator("dialog.share-code")).to_be_visible()
    (said,) = codes_on(page)
    assert _leads_to(page, origin, said).startswith("patient/")


def test_a_trial_on_the_page_of_all_trials_has_a_button(page: Page, origin: str) -> None:
    page.goto(f"{origin}/trials/")
    sheet = _share(page, "MOUNTAINEER")
    own = sheet.get_by_role("region", name="This link: For professionals")
    assert _address(own) == f"{PUBLISHED}trials/#mountaineer"


def test_from_a_disk_the_published_addresses_are_shared(page: Page, site: Path, seen: Seen) -> None:
    page.goto((site / FULL / "index.html").as_uri())
    give = _share(page, "Efficacy").get_by_role("region", name=GIVE)
    assert _address(give).startswith(PUBLISHED)
    give.get_by_role("button", name="Show QR code").click()
    expect(page.locator("dialog.share-code")).to_be_visible()
    assert codes_on(page) == [_address(give)]
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(_sheet(page)).to_be_hidden()
    assert seen.complaints == []


def test_without_scripts_a_page_can_be_sent_by_e_mail(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto((site / FULL / "index.html").as_uri())
        expect(plain.locator(".share-button")).to_have_count(0)
        expect(_sheet(plain)).to_be_hidden()
        link = plain.locator(".tools").get_by_role("link", name="Send by e-mail")
        said = parse_qs(urlsplit(link.get_attribute("href") or "").query)
        assert said["subject"] == ["Tucatinib plus trastuzumab (For professionals) – HER2 Guide"]
        assert f"{PUBLISHED}{FULL}" in said["body"][0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [FULL, PLAIN])
def test_axe_finds_nothing(
    page: Page, origin: str, axe_source: str, scheme: str, path: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{origin}/{path}")
    page.evaluate(axe_source)
    page.locator(".share-button").nth(3).click()
    expect(_sheet(page)).to_be_visible()
    found = "axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))"
    assert page.evaluate(found) == []
    _sheet(page).get_by_role("button", name="Show QR code").first.click()
    expect(page.locator("dialog.share-code")).to_be_visible()
    assert page.evaluate(found) == []


def test_the_script_stays_light() -> None:
    script = (ROOT / "theme" / "js" / "share.js").read_text()
    assert len(gzip.compress(str(jsmin(script)).encode())) < 4_000
