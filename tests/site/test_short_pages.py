"""Short addresses of the real guide land, from a server and from a disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Page

from plainguide.model.addresses import places, reachable
from plainguide.steps.check import check_files
from plainguide.steps.files import read_all
from support.building import AS_OF, ROOT
from support.seen import Seen

RESULTS = "tucatinib-trastuzumab#results"
REFRESH = re.compile(r'content="0; url=([^"#]+)(?:#([^"]+))?"')


def test_every_place_has_an_address_that_leads_to_it_in_both_readings(site: Path) -> None:
    checked = check_files(read_all(ROOT / "content", ROOT), AS_OF)
    assert checked.guide
    addresses = checked.guide.addresses
    assert addresses
    ids: dict[Path, set[str]] = {}
    for target in places(checked.readings):
        short = addresses.id_of(target)
        assert short, target
        topic = target.partition("#")[0]
        for folder, reading in ((f"s/{short}", "patient"), (f"s/{short}/pro", "professional")):
            found = REFRESH.search((site / folder / "index.html").read_text())
            assert found, folder
            page = (site / folder / found[1]).resolve()
            names = reachable(checked.readings, target)
            name = reading if reading in names else names[0]
            assert page == site.resolve() / name / topic / "index.html"
            if page not in ids:
                tree = lxml_html.parse(str(page))
                ids[page] = {str(id_) for id_ in tree.xpath("//@id")}
                assert tree.xpath("//h2[@data-short]"), page
            assert found[2] is None or found[2] in ids[page], target


def _short(target: str) -> str:
    text = (ROOT / "content/addresses.yml").read_text()
    return next(line.split(":")[0].strip() for line in text.splitlines() if line.endswith(target))


@pytest.mark.parametrize("end", ["", "pro/"])
def test_a_short_address_lands_at_its_section(
    page: Page, site: Path, origin: str, seen: Seen, end: str
) -> None:
    reading = "professional" if end else "patient"
    wanted = re.compile(f"/{reading}/tucatinib-trastuzumab/index.html#results$")
    for start in (f"{origin}/", f"{site.as_uri()}/"):
        address = f"{start}s/{_short(RESULTS)}/{end}"
        page.goto(address if start.startswith("http") else f"{address}index.html")
        page.wait_for_url(wanted)
        heading = page.locator("h2#results")
        heading.wait_for()
        assert heading.evaluate("e => e.getBoundingClientRect().top") < 300
        assert heading.get_attribute("data-short") == _short(RESULTS)
    assert seen.complaints == []


def test_without_redirects_a_link_says_which_reading_it_opens(page: Page, site: Path) -> None:
    text = (site / "s" / _short(RESULTS) / "index.html").read_text()
    page.set_content(re.sub(r"<meta http-equiv[^>]+>", "", text))
    assert page.get_by_role("main").get_by_role("link").inner_text().startswith("For patients – ")


def test_a_code_in_small_letters_opens_the_page_of_the_code(page: Page, origin: str) -> None:
    page.goto(f"{origin}/code/icd-10/c18/")
    page.wait_for_url("**/code/icd-10/C18/index.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Malignant neoplasm of colon"
    page.get_by_role("link", name="Who should be tested").first.click()
    page.wait_for_url(re.compile(r"/patient/who-should-be-tested/(index\.html)?$"))


def test_pages_by_code_are_in_the_sitemap_and_in_no_navigation(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text()
    assert "/code/icd-10/C18/</loc>" in sitemap
    assert "/s/" not in sitemap
    front = lxml_html.parse(str(site / "index.html"))
    assert [h for h in front.xpath("//nav//a/@href") if "code/" in str(h)] == []
