"""What the head of every page tells programs, read back from the built site."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import etree, html
from PIL import Image

from plainguide.model.topic import READINGS
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from support.building import ROOT
from support.compiling import check_with

SITE = "https://her2-guide.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
MOST = {True: 3000, False: 5000}
"""How many bytes of a page may be structured data, once packed: of a patient page, of others."""


@dataclass(frozen=True)
class Seen:
    """A built page, with what its head says."""

    path: str
    text: str
    metas: Mapping[str, str]
    links: list[dict[str, str]]
    data: list[str]

    @property
    def canonical(self) -> list[str]:
        return [link["href"] for link in self.links if link["rel"] == "canonical"]


def _seen(layout: Layout, source: Path) -> Seen:
    """The page that was built from a file of Markdown."""
    relative = source.relative_to(layout.pages).with_suffix("")
    folder = relative.parent if relative.name == "index" else relative
    path = (folder / "index.html").as_posix()
    text = (layout.site / path).read_text()
    head = html.document_fromstring(text).find("head")
    assert head is not None
    named = ((m.get("property") or m.get("name"), m.get("content")) for m in head.iter("meta"))
    return Seen(
        path,
        text,
        {str(name): str(content) for name, content in named if name},
        [{str(k): str(v) for k, v in link.attrib.items()} for link in head.iter("link")],
        [s.text or "" for s in head.iter("script") if s.get("type") == "application/ld+json"],
    )


@pytest.fixture(scope="module")
def pages(built_guide: Layout) -> list[Seen]:
    made = [
        _seen(built_guide, source)
        for source in sorted(built_guide.pages.rglob("*.md"))
        if source.name != "404.md"
    ]
    assert len(made) > 100
    return made


def _there(site: Path, address: str) -> bool:
    """Whether an absolute address leads to a file of the site."""
    path = address.partition("#")[0].removeprefix(SITE)
    return address.startswith(SITE) and (
        (site / path).is_file() or (site / path / "index.html").is_file()
    )


def test_structured_data_is_whole_and_speaks_of_this_page(pages: list[Seen]) -> None:
    for page in pages:
        assert len(page.data) == 1, page.path
        said = json.loads(page.data[0])
        for key in ("@context", "@type", "name", "description", "url", "inLanguage", "license"):
            assert said[key], (page.path, key)
        assert [said["url"]] == page.canonical, page.path


def test_no_review_is_claimed_while_nobody_has_signed(pages: list[Seen]) -> None:
    assert [page.path for page in pages if "lastReviewed" in page.data[0]] == []
    assert [page.path for page in pages if "reviewedBy" in page.data[0]] == []


def test_structured_data_weighs_little(pages: list[Seen]) -> None:
    heavy = {}
    for page in pages:
        without = page.text.replace(page.data[0], "")
        assert len(without) < len(page.text), page.path
        cost = len(gzip.compress(page.text.encode())) - len(gzip.compress(without.encode()))
        if cost > MOST[page.path.startswith("patient/")]:
            heavy[page.path] = cost
    assert heavy == {}


def test_no_page_is_loaded_before_it_is_asked_for(pages: list[Seen]) -> None:
    """Firefox loads what `next` and `prefetch` name, at the cost of who pays for the data."""
    unasked = {"next", "prev", "prefetch", "prerender", "preload", "modulepreload"}
    found = {page.path: link for page in pages for link in page.links if link["rel"] in unasked}
    assert found == {}


def test_every_page_says_what_it_is_about(pages: list[Seen]) -> None:
    assert [page.path for page in pages if not page.metas.get("description")] == []


def test_previews_of_links_have_words_and_a_card_of_the_size_they_say(
    pages: list[Seen], site: Path
) -> None:
    for page in pages:
        metas = page.metas
        assert metas["og:url"] == page.canonical[0]
        assert metas["og:site_name"] == "HER2 Guide"
        assert metas["og:locale"] == "en_GB"
        assert metas["og:description"] == metas["description"]
        assert metas["twitter:card"] == "summary_large_image"
        assert metas["og:title"]
        assert metas["og:image:alt"]
        assert metas["og:image"].startswith(SITE)
        card = site / metas["og:image"].removeprefix(SITE)
        said = (int(metas["og:image:width"]), int(metas["og:image:height"]))
        with Image.open(card) as image:
            assert (image.size, image.format) == (said, "PNG"), page.path
        assert card.stat().st_size <= 35_000, page.path


@pytest.mark.parametrize(
    ("path", "title", "kind"),
    [
        ("patient/side-effects/index.html", " (For patients)", "article"),
        ("professional/side-effects/index.html", " (For professionals)", "article"),
        ("patient/index.html", "For patients", "website"),
        ("index.html", "HER2 Guide", "website"),
    ],
)
def test_a_preview_says_which_reading_it_is(
    pages: list[Seen], path: str, title: str, kind: str
) -> None:
    metas = next(page.metas for page in pages if page.path == path)
    assert metas["og:title"].endswith(title)
    assert metas["og:title"].count("For ") <= 1
    assert metas["og:type"] == kind


def test_the_two_readings_of_a_topic_have_other_titles_and_cards(pages: list[Seen]) -> None:
    titles = [page.metas["og:title"] for page in pages]
    cards = [page.metas["og:image"] for page in pages]
    assert len(set(titles)) == len(titles)
    assert len(set(cards)) == len(cards)


def test_the_site_map_is_ours_and_has_every_page_once(pages: list[Seen], site: Path) -> None:
    root = etree.parse(site / "sitemap.xml").getroot()
    listed = [str(loc.text) for loc in root.iterfind("s:url/s:loc", MAP)]
    assert sorted(listed) == sorted(page.canonical[0] for page in pages)
    days = [str(day.text) for day in root.iterfind("s:url/s:lastmod", MAP)]
    assert len(days) == len(listed)
    assert [day for day in days if not re.fullmatch(r"\d{4}-\d\d-\d\d", day)] == []
    assert not (site / "sitemap.xml.gz").exists()


def test_each_page_leads_to_the_feed_of_its_reading(pages: list[Seen], site: Path) -> None:
    for page in pages:
        feeds = [link for link in page.links if link.get("type") == "application/atom+xml"]
        files = {
            (site / page.path).parent.joinpath(feed["href"]).resolve().relative_to(site).as_posix()
            for feed in feeds
        }
        whose = page.path.partition("/")[0]
        whose = {"trials": "professional", "pack": "patient", "take-home": "patient"}.get(
            whose, whose
        )
        wanted = [whose] if whose in READINGS else READINGS
        assert files == {f"changes/{name}.xml" for name in wanted}, page.path


def test_the_page_of_changes_leads_to_both_feeds(pages: list[Seen]) -> None:
    text = next(page.text for page in pages if page.path == "changes/index.html")
    links = set(re.findall(r'<a href="([^"]+\.xml)"', text))
    assert links == {"patient.xml", "professional.xml"}


@pytest.mark.parametrize("name", READINGS)
def test_all_that_a_feed_names_is_there(site: Path, name: str) -> None:
    root = etree.parse(site / "changes" / f"{name}.xml").getroot()
    links = [str(link.get("href")) for link in root.iter("{http://www.w3.org/2005/Atom}link")]
    for content in root.iterfind("a:entry/a:content", ATOM):
        links += [str(a.get("href")) for a in html.fromstring(content.text or "").iter("a")]
    assert len(links) > 10
    assert [link for link in links if not _there(site, link)] == []
    ids = set(re.findall(r'id="(edition-[^"]+)"', (site / "changes/index.html").read_text()))
    assert {link.partition("#")[2] for link in links if "#" in link} == ids


def test_all_that_robots_and_language_models_are_told_is_there(
    pages: list[Seen], site: Path
) -> None:
    robots = (site / "robots.txt").read_text()
    assert f"Sitemap: {SITE}sitemap.xml" in robots.splitlines()
    assert "Disallow" not in robots
    links = re.findall(r"\]\((\S+)\)", (site / "llms.txt").read_text())
    assert [link for link in links if not _there(site, link)] == []
    assert {page.canonical[0] for page in pages} - {SITE} <= set(links)


def test_the_page_for_lost_readers_is_no_page_to_be_shared(site: Path) -> None:
    text = (site / "404.html").read_text()
    assert "og:url" not in text
    assert "application/ld+json" not in text


def _head(meta: Mapping[str, object], **extra: object) -> str:
    """The partial alone, without a site around it."""
    env = Environment(loader=FileSystemLoader(ROOT / "theme"), autoescape=False)  # noqa: S701 - as MkDocs does
    env.filters["url"] = str
    config: dict[str, Any] = {"site_name": "Tea", "theme": {"language": "en"}, "extra": extra}
    return env.get_template("partials/head.html").render(config=config, page={"meta": meta})


META = {
    "title": 'Tea "at" night </script><b>',
    "description": "Tea & <cake>",
    "reading": "patient",
    "topic": "tea",
    "address": "https://tea.example/patient/tea/",
    "card": "https://tea.example/cards/patient/tea.png",
    "card_words": 'Tea "at" night',
    "structured": {"name": 'Tea "at" night </script><b>', "about": "’"},
}


def test_no_words_break_out_of_the_head() -> None:
    head = html.fragment_fromstring(_head(META), create_parent="head")
    metas = {m.get("property"): m.get("content") for m in head.iter("meta")}
    assert metas["og:title"] == 'Tea "at" night </script><b> (For patients)'
    assert metas["og:description"] == "Tea & <cake>"
    data = next(iter(head.iter("script"))).text or ""
    assert "<" not in data
    assert json.loads(data) == META["structured"]
    assert list(head.iter("b")) == []


def test_the_head_does_without_the_plugin() -> None:
    head = _head(META)
    assert 'property="og:site_name" content="Tea"' in head
    assert "og:locale" not in head
    assert 'title="What changed (For patients)" href="changes/patient.xml"' in head
    assert "og:url" not in _head({})


def test_a_review_that_holds_is_told_in_the_head() -> None:
    """The tea guide with one page signed: it alone says so."""
    fingerprint = next(
        str(page.meta["fingerprint"])
        for page in compile_pages(check_with({}))
        if page.path == "patient/calm-tea.md"
    )
    signed = check_with(
        {
            "content/reviews.yml": "sign-offs:\n  - topic: calm-tea\n    reading: patient\n"
            f"    fingerprint: {fingerprint}\n    reviewer: A. Taster\n    role: tea taster\n"
            "    on: 2026-02-20\n"
        }
    )
    heads = {page.path: _head(page.meta) for page in compile_pages(signed)}
    assert [path for path, head in heads.items() if "lastReviewed" in head] == [
        "patient/calm-tea.md"
    ]
    assert '"lastReviewed": "2026-02-20"' in heads["patient/calm-tea.md"]
    assert "Reviewed on 20 February 2026." in heads["patient/calm-tea.md"]
