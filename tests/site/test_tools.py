"""The programs that judge the site run here, and see the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from support.tools import NPM, npm_file

QUESTION = "Who is reading?"


def test_lighthouse_judges_the_front_page(
    lighthouse: Callable[..., dict[str, Any]], origin: str
) -> None:
    report = lighthouse(f"{origin}/")
    assert report["lighthouseVersion"] == "12.8.2"
    assert report["finalDisplayedUrl"] == f"{origin}/"
    scores = {name: category["score"] for name, category in report["categories"].items()}
    assert set(scores) == {"performance", "accessibility", "best-practices", "seo"}
    assert all(0 < score <= 1 for score in scores.values()), scores
    assert report["audits"]["document-title"]["score"] == 1


def test_axe_tells_a_good_page_from_a_bad_one(page: Page, origin: str, axe_source: str) -> None:
    found = {}
    for name, spoil in {"as it is": "", "spoilt": "document.documentElement.lang = ''"}.items():
        page.goto(f"{origin}/")
        page.evaluate(spoil)
        page.evaluate(axe_source)
        result = page.evaluate("axe.run({runOnly: ['html-has-lang']})")
        assert result["testEngine"]["version"] == "4.14.1"
        found[name] = [violation["id"] for violation in result["violations"]]
    assert found == {"as it is": [], "spoilt": ["html-has-lang"]}


def test_the_text_browser_shows_the_front_pages_words(
    text_browser: Callable[[str | Path], str], origin: str, site: Path
) -> None:
    for place in (f"{origin}/", site / "index.html"):
        shown = text_browser(place)
        assert QUESTION in shown
        assert "I’m a patient or carer" in shown
        assert "<h1" not in shown


def test_no_tool_brought_a_browser_of_its_own() -> None:
    npm_file("lighthouse/package.json")
    sizes = {path: path.stat().st_size for path in NPM.rglob("*") if path.is_file()}
    assert {path for path, size in sizes.items() if size > 30_000_000} == set()


def test_the_lock_holds_every_tool_to_one_version() -> None:
    packages = json.loads((NPM.parent / "package-lock.json").read_text())["packages"]
    asked = [spec for held in packages.values() for spec in held.get("dependencies", {}).values()]
    assert len(packages) > 100
    assert "latest" not in asked
    assert [name for name, held in packages.items() if name and "integrity" not in held] == []
