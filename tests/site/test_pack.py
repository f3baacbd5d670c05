"""A pack of pages: chosen by a clinician, opened and printed by a patient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from support.codes import codes_on
from support.seen import Seen
from support.waiting import wait_until

PUBLISHED = "https://her2-guide.example/"
EDITION = "2026.11.1"
# In the guide's order, which is not the order of ticking below.
CHOSEN = ["What does HER2 mean for my outlook?", "How is HER2 tested?", "Trastuzumab deruxtecan"]
TOPICS = ["outlook", "how-her2-is-tested", "trastuzumab-deruxtecan"]


@pytest.fixture
def pack(page: Page, origin: str, seen: Seen) -> Iterator[Page]:
    """The page on a phone; it must not have complained of anything."""
    page.add_init_script("window.prints = 0; window.print = () => { prints++; };")
    page.goto(f"{origin}/pack/")
    yield page
    assert seen.complaints == []


def _tick(page: Page, titles: list[str]) -> None:
    for title in titles:
        page.get_by_role("checkbox", name=title, exact=True).check()


def _shown(page: Page) -> list[str]:
    return page.locator("li[data-topic]:visible > a:first-of-type").all_inner_texts()


def _ids(page: Page) -> list[str]:
    """What an address calls the chosen topics: by their short ids, where they have any."""
    items = (page.locator(f"li[data-topic='{topic}']") for topic in TOPICS)
    return [str(i.get_attribute("data-short") or i.get_attribute("data-topic")) for i in items]


def _opened(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(address)


def test_what_is_ticked_stands_in_the_address_and_comes_back(pack: Page, origin: str) -> None:
    status = pack.locator(".pack").get_by_role("status")
    expect(status).to_have_text("No page ticked yet")
    expect(pack.get_by_role("button", name="Share this pack")).to_be_disabled()
    _tick(pack, CHOSEN[::-1])
    expect(status).to_have_text("3 pages")
    assert pack.url == f"{origin}/pack/#t={'.'.join(_ids(pack))}"
    _opened(pack, pack.url)
    expect(pack.locator("h1")).to_have_text("Your pack")
    assert _shown(pack) == CHOSEN
    expect(pack.get_by_role("checkbox")).to_have_count(0)
    pack.get_by_role("link", name=CHOSEN[1], exact=True).click()
    expect(pack).to_have_url(f"{origin}/patient/how-her2-is-tested/")


def test_a_pack_can_be_changed(pack: Page, origin: str) -> None:
    _opened(pack, f"{origin}/pack/#t=outlook.how-her2-is-tested")
    assert _shown(pack) == CHOSEN[:2]
    pack.get_by_role("button", name="Change this pack").click()
    expect(pack.locator("h1")).to_have_text("Make a pack")
    expect(pack.get_by_role("checkbox").first).to_be_focused()
    pack.keyboard.press("Space")
    expect(pack.locator(".pack").get_by_role("status")).to_have_text("3 pages")
    pack.get_by_role("button", name="Untick all").click()
    assert pack.url == f"{origin}/pack/"
    expect(pack.get_by_role("checkbox", checked=True)).to_have_count(0)


def test_short_ids_and_names_both_open_a_pack(pack: Page, origin: str) -> None:
    for ids in (TOPICS, _ids(pack), [*_ids(pack), TOPICS[0]]):
        _opened(pack, f"{origin}/pack/#t={'.'.join(reversed(ids))}")
        assert _shown(pack) == CHOSEN


def test_what_is_not_known_is_told(pack: Page, origin: str) -> None:
    _opened(pack, f"{origin}/pack/#t=zzzz.outlook.%3Cb%3E..zzzz")
    assert _shown(pack) == CHOSEN[:1]
    expect(pack.locator(".pack").get_by_role("status")).to_contain_text(
        "Not in the guide now, or not written right: zzzz, %3Cb%3E"
    )
    # Where nothing is left, the reader may choose.
    _opened(pack, f"{origin}/pack/#t=zzzz")
    expect(pack.locator(".pack").get_by_role("status")).to_contain_text("zzzz")
    expect(pack.get_by_role("checkbox").first).to_be_visible()
    # Somebody may alter the address by hand.
    pack.goto(f"{origin}/pack/#t=outlook")
    assert _shown(pack) == CHOSEN[:1]


def test_a_pack_is_passed_on_by_code_and_by_e_mail(pack: Page) -> None:
    _tick(pack, CHOSEN)
    address = f"{PUBLISHED}pack/#t={'.'.join(_ids(pack))}"
    pack.get_by_role("button", name="Share this pack").click()
    sheet = pack.locator("dialog#share")
    expect(sheet.locator(".share__address")).to_have_text(address)
    link = sheet.get_by_role("link", name="E-mail").get_attribute("href") or ""
    said = parse_qs(urlsplit(link).query)
    assert said["subject"] == ["Your pack (For patients) – HER2 Guide"]
    assert said["body"][0].splitlines() == [
        "Your pack",
        "",
        *(f"– {title}" for title in CHOSEN),
        "",
        "For patients, HER2 Guide",
        "",
        address,
    ]
    sheet.get_by_role("button", name="Show QR code").click()
    expect(pack.locator("dialog.share-code")).to_be_visible()
    assert codes_on(pack) == [address]
    pack.keyboard.press("Escape")
    pack.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(pack.get_by_role("button", name="Share this pack")).to_be_focused()
    assert pack.url.endswith(f"#t={'.'.join(_ids(pack))}")


def test_a_pack_prints_its_pages_each_on_sheets_of_its_own(pack: Page, tmp_path: Path) -> None:
    _tick(pack, CHOSEN[::-1])
    pack.get_by_role("button", name="Print this pack").click()
    wait_until(pack, "prints === 1")
    path = tmp_path / "pack.pdf"
    path.write_bytes(pack.pdf(format="A4"))
    document = pypdfium2.PdfDocument(path)
    texts = [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]
    starts = [
        next(
            n
            for n, text in enumerate(texts)
            if f"Edition {EDITION} · {PUBLISHED}" in text and t in text
        )
        for t in CHOSEN
    ]
    assert starts[0] == 0
    assert starts == sorted(set(starts)), "each begins on a sheet of its own, in order"
    for start, title in zip(starts, CHOSEN, strict=True):
        head = texts[start].split(f"Edition {EDITION} · {PUBLISHED}")[1]
        assert head.index(title) < 120
    urgent = texts[starts[2]]
    assert "Not yet checked by a doctor" in urgent
    whole = " ".join(texts)
    assert "call at once" in urgent.lower()
    assert "Copy link" not in whole
    assert "Print this pack" not in whole
    assert "Read this part in full" not in whole
    # On the screen nothing of it is seen, and another choice makes it void.
    expect(pack.locator(".pack-print")).to_be_hidden()
    _tick(pack, ["When tests disagree"])
    expect(pack.locator(".pack-print")).to_have_count(0)


def test_a_page_that_cannot_be_loaded_is_told_and_nothing_is_printed(
    page: Page, origin: str
) -> None:
    page.add_init_script("window.prints = 0; window.print = () => { prints++; };")
    page.route("**/patient/outlook/", lambda route: route.fulfill(status=503))
    page.goto(f"{origin}/pack/#t=outlook.how-her2-is-tested")
    page.get_by_role("button", name="Print this pack").click()
    status = page.locator(".pack").get_by_role("status")
    expect(status).to_contain_text("Not all pages could be loaded.")
    expect(page.get_by_role("button", name="Print this pack")).to_be_enabled()
    assert page.evaluate("prints") == 0


def test_from_a_disk_a_pack_opens_and_says_how_to_print_it(
    page: Page, site: Path, seen: Seen
) -> None:
    page.goto((site / "pack" / "index.html").as_uri())
    _tick(page, CHOSEN[:2])
    _opened(page, page.url)
    assert _shown(page) == CHOSEN[:2]
    page.get_by_role("button", name="Print this pack").click()
    expect(page.locator(".pack").get_by_role("status")).to_contain_text("Print the PDF")
    pdf = page.get_by_role("link", name=f"PDF: {CHOSEN[0]}")
    expect(pdf).to_be_visible()
    file = pdf.evaluate("link => link.href").removeprefix("file://")
    assert Path(file).read_bytes().startswith(b"%PDF")
    assert seen.complaints == []


def test_without_scripts_it_is_the_list_of_all_pages(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto((site / "pack" / "index.html").as_uri())
        topics = sorted(path.parent.name for path in site.glob("patient/*/index.html"))
        topics.remove("glossary")
        assert len(_shown(plain)) == len(topics)
        for topic in topics:
            item = plain.locator(f"li[data-topic='{topic}']")
            expect(item.locator("a[download]")).to_be_visible()
        expect(plain.get_by_role("button", name="Print this pack")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("hash_", ["", "#t=outlook.how-her2-is-tested"])
def test_axe_finds_nothing_and_targets_are_large(
    pack: Page, origin: str, axe_source: str, width: int, hash_: str
) -> None:
    pack.set_viewport_size({"width": width, "height": 800})
    _opened(pack, f"{origin}/pack/{hash_}")
    for scheme in ("light", "dark"):
        pack.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
        )
        pack.evaluate(axe_source)
        found = "axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))"
        assert pack.evaluate(found) == []
    for target in pack.locator(".pack button:visible, li[data-topic] :is(a, input):visible").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    assert pack.evaluate("document.scrollingElement.scrollWidth") <= width
    if not hash_:
        label = pack.locator("li[data-topic] label").first
        label.click(position={"x": 2, "y": 2})
        expect(pack.get_by_role("checkbox").first).to_be_checked()


def test_it_is_in_the_professionals_menu(page: Page, origin: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{origin}/professional/key-trials/")
    page.locator(".menu").get_by_role("link", name="Make a pack").click()
    expect(page).to_have_url(f"{origin}/pack/")
