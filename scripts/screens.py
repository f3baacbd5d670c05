"""Take the pictures in docs/screens/ anew, from the site in build/site/."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build" / "site"
SCREENS = ROOT / "docs" / "screens"
TOPIC = "tucatinib-trastuzumab/index.html#results"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

# Two phones side by side: one section of one topic, in both readings.
BOTH = """<!doctype html><html lang="en"><title>Both readings</title>
<style>body {{ display: flex; gap: 24px; margin: 0; padding: 24px; background: #dfe6e8 }}
iframe {{ width: 430px; height: 760px; border: 0; border-radius: 14px; background: #fff }}</style>
<iframe src="{patient}"></iframe><iframe src="{professional}"></iframe></html>"""


def main() -> None:
    """Take every picture."""
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser_path is None or not SITE.is_dir():
        sys.exit("Chromium and build/site/ are needed; run `make site` and `make test` first.")
    SCREENS.mkdir(parents=True, exist_ok=True)
    readings = {r: (SITE / r).as_uri() + f"/{TOPIC}" for r in ("patient", "professional")}
    frame = SITE.parent / "both-readings.html"
    frame.write_text(BOTH.format(**readings))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        page = browser.new_page(
            viewport={"width": 932, "height": 808}, color_scheme="light", reduced_motion="reduce"
        )
        page.goto(frame.as_uri())
        page.wait_for_load_state("networkidle")
        page.screenshot(path=SCREENS / "two-readings.png")
        browser.close()
    frame.unlink()


if __name__ == "__main__":
    main()
