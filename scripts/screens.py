"""Take the pictures in docs/screens/ anew, from what `make site` made in build/.

One entry of SCREENS is one picture: which page, on what device, and what a reader has done there.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from support.server import serving  # noqa: E402 - the tests' server, by the line above
from support.tools import BROWSER_ARGUMENTS, BROWSERS  # noqa: E402

SITE = ROOT / "build" / "site"
FOLDER = ROOT / "docs" / "screens"
PHONE = (390, 844)
DESK = (1280, 860)
TOPIC = "tucatinib-trastuzumab"

# Two phones side by side: one section of one topic, in both readings.
BOTH = f"""<!doctype html><html lang="en"><title>Both readings</title>
<style>body {{ display: flex; gap: 24px; margin: 0; padding: 24px; background: #dfe6e8 }}
iframe {{ width: 430px; height: 760px; border: 0; border-radius: 14px; background: #fff }}</style>
<iframe src="/patient/{TOPIC}/#results"></iframe>
<iframe src="/professional/{TOPIC}/#results"></iframe></html>"""


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture.

    Attributes:
        name: of its file, without the ending.
        path: the page, from the site's root.
        size: width and height of the screen, in CSS pixels.
        does: what the reader does there before the picture is taken.
        dark: whether the device asks for dark pages.
    """

    name: str
    path: str
    size: tuple[int, int] = PHONE
    does: Callable[[Page], object] = lambda _: None
    dark: bool = False


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()


def _search(page: Page) -> None:
    _press(page, "Search")
    page.get_by_label("Words to look for").fill("lung")
    page.locator(".search__results a").first.wait_for()


def _show_code(page: Page) -> None:
    _press(page, "Share")
    page.locator("#share").get_by_role("button", name="Show QR code").first.click()
    page.locator("dialog.share-code").wait_for()


def _large_and_strong(page: Page) -> None:
    _press(page, "Display")
    page.get_by_label("150%").check()
    page.get_by_label("High").check()
    _press(page, "Close")


def _word(page: Page) -> None:
    page.locator("article .term").first.focus()


SCREENS = (
    Screen("two-readings", "both-readings.html", (932, 808)),
    Screen("front-page", ""),
    Screen("when-to-call", "patient/side-effects/#urgent"),
    Screen("patient-page", f"patient/{TOPIC}/"),
    Screen("patient-page-dark", "patient/how-common/", dark=True),
    Screen("professional-page", f"professional/{TOPIC}/", DESK),
    Screen("all-trials", "trials/", DESK),
    Screen("search", "patient/", does=_search),
    Screen("word-explained", f"patient/{TOPIC}/", does=_word),
    Screen("share", f"professional/{TOPIC}/", DESK, lambda page: _press(page, "Share")),
    Screen("code-for-the-patient", f"professional/{TOPIC}/", DESK, _show_code),
    Screen("large-text-high-contrast", f"patient/{TOPIC}/", does=_large_and_strong),
)
"""What docs/screens/ holds, with the first page of a handout, which no browser shows."""
HANDOUT = "handout"


def take(site: Path, folder: Path, browser: Browser) -> None:
    """Take every picture of a site.

    Args:
        site: the folder of the built site; it is left as it is.
        folder: where the pictures go; those of the same name are replaced.
        browser: that shows the pages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as copied:
        shown = Path(copied) / "site"
        shutil.copytree(site, shown)
        (shown / "both-readings.html").write_text(BOTH)
        with serving(shown) as origin:
            for screen in SCREENS:
                _take(screen, origin, folder, browser)
    page = pypdfium2.PdfDocument(site / "handouts" / f"{TOPIC}.pdf")[0]
    page.render(scale=1.2).to_pil().save(folder / f"{HANDOUT}.png", optimize=True)


def _take(screen: Screen, origin: str, folder: Path, browser: Browser) -> None:
    width, height = screen.size
    with browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if screen.dark else "light",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        page.goto(f"{origin}/{screen.path}", wait_until="load")
        screen.does(page)
        page.screenshot(path=folder / f"{screen.name}.png", animations="disabled")


def main() -> None:
    """Take every picture of the guide's own site."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None or not SITE.is_dir():
        sys.exit("Chromium and build/site/ are needed; run `scripts/setup browser; make site`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(BROWSER_ARGUMENTS))
        take(SITE, FOLDER, browser)
        browser.close()
    for old in FOLDER.glob("*.png"):
        if old.stem not in {HANDOUT, *(screen.name for screen in SCREENS)}:
            old.unlink()


if __name__ == "__main__":
    main()
