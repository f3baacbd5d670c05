"""Reading without a connection: kept on the device at a press, or from the zip on a disk."""

from __future__ import annotations

import re
import shutil
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from plainguide.exports.kept import kept
from plainguide.steps.offline import WORKER
from support.codes import codes_on
from support.seen import Seen
from support.waiting import wait_until

PATIENT = "patient/questions-to-ask/"
KEEP = "Keep this guide on my phone"
REMOVE = "Remove it from this phone"
WAIT = 60_000
"""Milliseconds; a busy machine needs a while to store it all."""


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Say nothing of each request."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there."""
        if code != 404 or self.directory is None:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


class Host:
    """A copy of the site on a server that can be stopped, and started again at the same address."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.folder = Path(shutil.copytree(site, folder))
        self._port = 0
        self.start()

    def start(self) -> None:
        handler = partial(_Handler, directory=str(self.folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), handler)
        self._port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def stop(self) -> None:
        if self._thread.is_alive():
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()

    def __truediv__(self, path: str) -> str:
        return f"http://127.0.0.1:{self._port}/{path}"


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    served = Host(site, tmp_path / "site")
    yield served
    served.stop()


def _keep(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name=KEEP).click()
    expect(page.get_by_role("button", name=REMOVE)).to_be_visible(timeout=WAIT)


def _cut(page: Page, host: Host) -> None:
    page.context.set_offline(True)
    host.stop()


def _caches(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return names


def _workers(page: Page) -> int:
    count: int = page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    )
    return count


def test_nothing_is_stored_before_the_press(page: Page, host: Host, seen: Seen) -> None:
    page.goto(host / PATIENT)
    button = page.get_by_role("button", name=KEEP)
    expect(button).to_be_visible()
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    expect(page.locator(".keep__hint")).to_have_text(re.compile(r"about \d+\.\d MB"))
    page.wait_for_load_state("networkidle")
    assert _workers(page) == 0
    assert _caches(page) == []
    assert [url for url in seen.requests if "/offline/" in url or WORKER in url] == []
    assert seen.complaints == []


def test_every_page_of_the_kept_reading_opens_without_a_connection(page: Page, host: Host) -> None:
    _keep(page, host / PATIENT)
    expect(page.locator(".keep__status")).to_have_text(
        "Kept on this phone: edition 2026.11.1 of 24 November 2026"
    )
    expect(page.locator(".keep__status")).to_be_focused()
    _cut(page, host)
    pages = sorted(host.folder.glob("patient/**/index.html"))
    assert len(pages) > 20
    for path in pages:
        address = path.parent.relative_to(host.folder).as_posix()
        page.goto(host / f"{address}/")
        assert page.locator("h1").inner_text()
        assert page.locator("body").evaluate(
            "e => getComputedStyle(e).fontFamily.includes('Roboto')"
        )
    page.goto(host / "patient/how-common/index.html")  # as links on paper may say
    expect(page.locator("h1")).to_contain_text("How common")
    page.goto(host / "")
    expect(page.get_by_role("link", name="I’m a patient or carer")).to_be_visible()


def test_short_addresses_open_what_is_kept_without_a_connection(page: Page, host: Host) -> None:
    """As they stand on paper, with a slash or without; a code has the edition behind."""
    _keep(page, host / PATIENT)
    redirects = (host.folder / "_redirects").read_text().splitlines()
    lines = [line.split() for line in redirects if "/patient/how-her2-is-tested/" in line]
    _cut(page, host)
    assert len(lines) > 3
    for short, target, _ in lines:
        for address in (short, short.rstrip("/"), f"{short}2026.11/"):
            page.goto(host / address.lstrip("/"))
            assert page.url == host / target.lstrip("/")
            assert page.locator("h1").inner_text()


def test_search_and_the_page_for_what_is_not_there_work_too(page: Page, host: Host) -> None:
    _keep(page, host / PATIENT)
    _cut(page, host)
    page.goto(host / "patient/")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_label("Words to look for").fill("lung")
    page.locator(".search__results a").first.click()
    expect(page.locator("h1")).to_contain_text("Side effects")
    answer = page.goto(host / "patient/no-such-page/")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("This page is not here")


def test_a_pack_opens_prints_and_shows_its_code_without_a_connection(
    page: Page, host: Host
) -> None:
    page.add_init_script("window.prints = 0; window.print = () => { prints++; };")
    _keep(page, host / PATIENT)
    _cut(page, host)
    page.goto(host / "pack/#t=outlook.how-her2-is-tested")
    page.get_by_role("button", name="Print this pack").click()
    wait_until(page, "prints === 1")
    expect(page.locator(".pack-sheet h1")).to_have_text(
        ["What does HER2 mean for my outlook?", "How is HER2 tested?"]
    )
    page.get_by_role("button", name="Share this pack").click()
    page.get_by_role("button", name="Show QR code").click()
    expect(page.locator("dialog.share-code")).to_be_visible()
    assert len(codes_on(page)) == 1


def test_what_is_not_kept_is_said_plainly_with_the_way_to_what_is(page: Page, host: Host) -> None:
    _keep(page, host / PATIENT)
    _cut(page, host)
    answer = page.goto(host / "professional/questions-to-ask/")
    assert answer is not None
    assert answer.status == 503
    expect(page.locator("h1")).to_have_text("No connection, and this page is not kept")
    ways = page.locator(".kept a:visible")
    expect(ways).to_have_text(["For patients"])
    ways.click()
    expect(page).to_have_url(re.compile("/patient/(?:index.html)?$"))
    expect(page.locator("h1")).to_have_text("For patients")


def test_both_readings_can_be_kept(page: Page, host: Host) -> None:
    _keep(page, host / PATIENT)
    _keep(page, host / "professional/")
    _cut(page, host)
    page.goto(host / "trials/")
    expect(page.locator("h1")).to_have_text("Trials side by side")
    page.goto(host / "patient/how-common/")
    expect(page.locator("h1")).to_contain_text("How common")
    page.goto(host / "evidence/")
    expect(page.locator(".kept a:visible")).to_have_text(["For patients", "For professionals"])


def test_with_a_connection_a_page_comes_from_the_site(page: Page, host: Host) -> None:
    _keep(page, host / PATIENT)
    path = host.folder / PATIENT / "index.html"
    path.write_text(re.sub(r"<h1[^>]*>[^<]*", "<h1>Changed today", path.read_text(), count=1))
    page.goto(host / PATIENT)
    expect(page.locator("h1")).to_have_text("Changed today")
    host.stop()
    page.goto(host / PATIENT)
    expect(page.locator("h1")).not_to_have_text("Changed today")


def _publish_next(host: Host) -> None:
    """A next edition, as the site would have it: another page, and lists that say so."""
    path = host.folder / PATIENT / "index.html"
    path.write_text(re.sub(r"<h1[^>]*>[^<]*", "<h1>The next edition", path.read_text(), count=1))
    lists = [host.folder / "offline" / name for name in ("patient.json", "versions.json")]
    for file in lists:
        text = file.read_text()
        was = kept([], [], {}).version  # any other version than the one there
        text = re.sub(r'("patient":.*?"version":|"size":\d+,"version":)"\w+"', rf'\1"{was}"', text)
        text = text.replace("2026.11.1", "2026.12.1").replace("24 November", "3 December")
        file.write_text(text)
    new = kept([], [f"{PATIENT}index.html"], {f"{PATIENT}index.html": path.read_bytes()})
    (hash_,) = new.hashes.values()
    listed = lists[0].read_text()
    lists[0].write_text(re.sub(rf'(\["{PATIENT}index.html",)"[^"]+"', rf'\1"{hash_}"', listed))


def test_a_newer_edition_is_told_and_taken_at_a_press_only(page: Page, host: Host) -> None:
    _keep(page, host / "patient/")
    before = _caches(page)
    _publish_next(host)
    page.goto(host / "patient/")
    expect(page.locator(".keep__status")).to_have_text(
        "Kept on this phone: edition 2026.11.1 of 24 November 2026. "
        "A newer version is out: edition 2026.12.1 of 3 December 2026."
    )
    assert _caches(page) == before
    page.get_by_role("button", name="Get it now").click()
    expect(page.locator(".keep__status")).to_have_text(
        "Kept on this phone: edition 2026.12.1 of 3 December 2026", timeout=WAIT
    )
    expect(page.get_by_role("button", name="Get it now")).to_be_hidden()
    assert len(_caches(page)) == 1
    assert _caches(page) != before
    _cut(page, host)
    page.goto(host / PATIENT)
    expect(page.locator("h1")).to_have_text("The next edition")


def test_a_file_that_is_not_the_listed_one_is_refused(page: Page, host: Host) -> None:
    path = host.folder / "patient" / "how-common" / "index.html"
    path.write_text(path.read_text() + "<!-- changed on the way -->")
    page.goto(host / PATIENT)
    page.get_by_role("button", name=KEEP).click()
    expect(page.locator(".keep__status")).to_have_text(
        "It could not be stored. Check the connection, then try again.", timeout=WAIT
    )
    expect(page.get_by_role("button", name=KEEP)).to_be_enabled()
    assert _caches(page) == []  # half a copy is none
    page.reload()
    assert _workers(page) == 0


def test_removing_leaves_nothing_behind(page: Page, host: Host) -> None:
    _keep(page, host / PATIENT)
    _keep(page, host / "professional/")
    page.get_by_role("button", name=REMOVE).click()
    expect(page.locator(".keep__status")).to_have_text("It is no longer on this phone.")
    assert len(_caches(page)) == 1
    page.goto(host / PATIENT)
    page.get_by_role("button", name=REMOVE).click()
    expect(page.get_by_role("button", name=KEEP)).to_be_visible()
    assert _caches(page) == []
    page.reload()
    assert _workers(page) == 0


@pytest.mark.parametrize("reading", ["patient", "professional"])
def test_the_zip_opens_from_a_disk_and_its_search_finds(
    page: Page, site: Path, seen: Seen, tmp_path: Path, reading: str
) -> None:
    (path,) = site.parent.glob("*-offline.zip")
    assert path.name == "her2-guide-offline.zip"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path)
    page.goto((tmp_path / "index.html").as_uri())
    page.locator(f'.choices a[href^="{reading}/"]').click()
    expect(page.locator(".keep")).to_be_hidden()
    page.get_by_role("button", name="Search").first.click()
    page.get_by_label("Words to look for").fill("lung")
    page.locator(".search__results a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(tmp_path.as_uri())
    assert seen.complaints == []


def test_without_scripts_there_is_no_button_that_does_nothing(browser: Browser, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(host / "patient/")
    expect(opened.locator(".keep")).to_be_hidden()
    expect(
        opened.get_by_role("link", name=re.compile(r"ZIP, about \d+(?:\.\d)? MB"))
    ).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_controls_fit_the_screen_and_can_be_reached_by_keyboard(
    page: Page, host: Host, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(host / "patient/")
    button = page.get_by_role("button", name=KEEP)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=REMOVE)).to_be_visible(timeout=WAIT)
    box = page.locator(".keep").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=REMOVE)).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state_of_the_controls(
    browser: Browser, host: Host, axe_source: str, width: int
) -> None:
    """Before keeping and after it, and on the page that says what is not kept."""
    with browser.new_context(
        bypass_csp=True, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        page.goto(host / "patient/")
        expect(page.get_by_role("button", name=KEEP)).to_be_visible()
        assert _faults(page, axe_source) == []
        page.get_by_role("button", name=KEEP).click()
        expect(page.get_by_role("button", name=REMOVE)).to_be_visible(timeout=WAIT)
        assert _faults(page, axe_source) == []
        _cut(page, host)
        page.goto(host / "professional/key-trials/")
        expect(page.locator(".kept")).to_be_visible()
        assert _faults(page, axe_source) == []


def _faults(page: Page, axe_source: str) -> list[Any]:
    page.evaluate(axe_source)
    found = "axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))"
    faults: list[Any] = page.evaluate(found)
    return faults
