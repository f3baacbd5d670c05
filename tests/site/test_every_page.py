"""What holds on every single page of the site, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.seen import Seen


def _pages(site: Path) -> list[str]:
    """The address of every page, from the site's root, without those that only open others."""
    every = [*site.rglob("index.html"), *site.glob("books/*.html")]
    pages = (path for path in every if b'"refresh"' not in path.read_bytes())
    return sorted(path.relative_to(site).as_posix() for path in pages)


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_complains_or_asks_elsewhere(
    page: Page, site: Path, origin: str, seen: Seen, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    pages = _pages(site)
    assert len(pages) > 100
    wide = {}
    for path in pages:
        page.goto(f"{origin}/{path}")
        found = page.evaluate("document.scrollingElement.scrollWidth")
        if found > width:
            wide[path] = found
    assert wide == {}
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith((origin, "data:"))] == []


def test_every_link_within_the_site_leads_somewhere(page: Page, site: Path) -> None:
    """Links of the built pages, as a browser resolves them from disk, with their anchors."""
    ids: dict[Path, set[str]] = {}
    links: list[tuple[str, Path, str]] = []
    for path in _pages(site):
        page.goto((site / path).as_uri())
        ids[site / path] = set(
            page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        )
        hrefs = page.evaluate(
            "[...document.querySelectorAll('a[href]')].map(a => a.href)"
            ".filter(h => h.startsWith('file:'))"
        )
        for href in set(hrefs):
            address, _, anchor = href.removeprefix("file://").partition("#")
            links.append((path, Path(address.partition("?")[0]), anchor))
    missing = sorted({f"{a} → {b}" for a, b, _ in links if not b.exists()})
    assert missing == []
    lost = {f"{a} → {b}#{c}" for a, b, c in links if c and b in ids and c not in ids[b]}
    assert sorted(link for link in lost if "__" not in link) == []
