"""What search engines, feed readers and language models are given, read back as they read it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from lxml import etree, html

from plainguide.exports.elements import add, document, written
from plainguide.exports.feeds import feed
from plainguide.exports.llms import llms_txt
from plainguide.exports.sitemap import robots_txt, sitemap_xml
from plainguide.model.guide import Guide
from plainguide.model.history import Said, Snapshot
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.addresses import address_of
from plainguide.readings.pages import Page
from plainguide.readings.snapshot import snapshot
from plainguide.steps.check import Checked
from plainguide.steps.pages import compile_pages
from support.compiling import check_with

SITE = "https://tea-guide.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@cache
def _checked() -> Checked:
    return check_with({})


def _guide() -> Guide:
    guide = _checked().guide
    assert guide is not None
    return guide


@pytest.mark.parametrize(
    ("path", "url", "wanted"),
    [
        ("index.md", "https://a.example", "https://a.example/"),
        ("index.md", "https://a.example/tea/", "https://a.example/tea/"),
        ("patient/index.md", "https://a.example", "https://a.example/patient/"),
        ("patient/x.md", "https://a.example/tea", "https://a.example/tea/patient/x/"),
        ("trials.md", "https://a.example/", "https://a.example/trials/"),
    ],
)
def test_a_page_stands_at_an_address_that_ends_with_a_slash(
    path: str, url: str, wanted: str
) -> None:
    assert address_of(path, url) == wanted


def test_the_site_map_has_each_page_once_with_its_day() -> None:
    pages = compile_pages(_checked())
    root = etree.fromstring(sitemap_xml(pages, _guide().settings))
    found = {
        url.findtext("s:loc", namespaces=MAP): url.findtext("s:lastmod", namespaces=MAP)
        for url in root.iterfind("s:url", MAP)
    }
    assert len(found) == len(pages) == len(root)
    assert found[f"{SITE}patient/calm-tea/"] == "2026-02-10"
    assert found[SITE] == found[f"{SITE}evidence/calm/"] == "2026-03-01"


def test_robots_may_read_all_and_find_the_site_map() -> None:
    assert robots_txt(_guide().settings).splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {SITE}sitemap.xml",
    ]


def test_the_page_for_language_models_keeps_to_its_convention() -> None:
    text = llms_txt(compile_pages(_checked()), _guide())
    lines = [line for line in text.splitlines() if line]
    assert lines[:2] == ["# Tea Guide", f"> {_guide().settings.description}"]
    assert "- 0 of 4 topic pages are signed off by a reviewer; the others say so." in lines
    sections = [part.splitlines() for part in text.split("\n## ")[1:]]
    assert [lines[0] for lines in sections] == [
        "For tea drinkers",
        "For tea scholars",
        "About the evidence",
        "Optional",
    ]
    links = [line for lines in sections for line in lines[1:] if line]
    assert [line for line in links if not re.match(r"- \[.+\]\(https://\S+\)(: .+)?$", line)] == []
    addresses = [re.findall(r"\]\((\S+)\)", line)[0] for line in links]
    assert len(addresses) == len(set(addresses))
    assert {f"{SITE}data/ledger.json", f"{SITE}changes/patient.xml"} <= set(addresses)
    pages = {address_of(page.path, SITE) for page in compile_pages(_checked())} - {SITE}
    assert pages <= set(addresses)


def test_brackets_in_a_title_do_not_end_the_link() -> None:
    page = Page("patient/x.md", {"title": "Tea [green]", "description": "Tea."}, "")
    assert rf"- [Tea \[green\]]({SITE}patient/x/): Tea." in llms_txt([page], _guide())


def test_a_page_of_no_known_kind_is_listed_too() -> None:
    page = Page("code/a/b.md", {"title": "B", "description": "Tea."}, "")
    text = llms_txt([page], _guide()).partition("## Optional")[2]
    assert f"- [B]({SITE}code/a/b/)" in text


def _now() -> Snapshot:
    edition = _guide().settings.edition
    return snapshot(edition.version, edition.date, _guide().ledger, _checked().readings)


def _read(name: ReadingName, now: Snapshot | None = None) -> etree._Element:
    return etree.fromstring(feed(name, _guide(), _checked().readings, now or _now()))


def _content(entry: etree._Element) -> str:
    return "".join(map(str, html.fromstring(entry.findtext("a:content", "", ATOM)).itertext()))


@pytest.mark.parametrize("name", READINGS)
def test_a_feed_has_all_that_atom_asks_for(name: ReadingName) -> None:
    root = _read(name)
    own = f"{SITE}changes/{name}.xml"
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.findtext("a:id", namespaces=ATOM) == own
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-03-01T00:00:00Z"
    assert root.findtext("a:author/a:name", namespaces=ATOM) == "Tea Guide"
    links = {link.get("rel"): link.get("href") for link in root.iterfind("a:link", ATOM)}
    assert links == {"self": own, "alternate": f"{SITE}changes/"}
    entries = root.findall("a:entry", ATOM)
    assert [entry.findtext("a:id", namespaces=ATOM) for entry in entries] == [
        f"{own}#edition-2-1",
        f"{own}#edition-1-0",
    ]
    assert [entry.findtext("a:updated", namespaces=ATOM) for entry in entries] == [
        "2026-03-01T00:00:00Z",
        "2025-06-01T00:00:00Z",
    ]
    for entry in entries:
        assert entry.findtext("a:title", namespaces=ATOM)
        link = entry.find("a:link", ATOM)
        assert link is not None
        assert str(link.get("href")).startswith(f"{SITE}changes/#edition-")
    assert _content(entries[-1]) == "The first edition."


def test_each_feed_tells_its_own_reading() -> None:
    patient = _content(_read("patient").findall("a:entry", ATOM)[0])
    professional = _content(_read("professional").findall("a:entry", ATOM)[0])
    assert "Calm tea at night" in patient
    assert "Calm tea before sleep" not in patient
    assert "Old tea (taken out)" in patient
    assert "95% CI" not in patient
    assert "Calm tea before sleep" in professional
    assert "CALM, Final analysis: Slept well" in professional


def _edition(day: date, words: dict[str, dict[ReadingName, str]], says: str = "1%") -> Snapshot:
    return Snapshot(
        version=str(day.year),
        date=day,
        held={"a.b.c": Said(name="Tea & cake", says=says, source="leaf-2025")},
        topics=dict.fromkeys(words, "Tea <for> two"),
        words=words,
        uses=dict.fromkeys(words, ("a.b.c",)),
    )


OLD = _edition(date(2025, 1, 1), {"tea": {"patient": "1", "professional": "1"}})


@pytest.mark.parametrize(
    ("words", "says", "patient", "professional"),
    [
        (("1", "1"), "1%", "Nothing changed.", "Nothing changed."),
        (("2", "1"), "1%", "PagesTea <for> two", "No page of this reading changed."),
        (("1", "2"), "1%", "No page of this reading changed.", "PagesTea <for> two"),
        (
            ("2", "2"),
            "2%",
            "PagesTea <for> twoFigures on pagesTea <for> two",
            "PagesTea <for> twoFigures on pagesTea & cake: 2% (before: 1%)",
        ),
        (
            ("1", "2"),
            "2%",
            "No page of this reading changed.",
            "PagesTea <for> twoFigures on pagesTea & cake: 2% (before: 1%)",
        ),
    ],
)
def test_what_an_edition_changed_is_told_to_those_whose_pages_it_changed(
    words: tuple[str, str], says: str, patient: str, professional: str
) -> None:
    new = _edition(date(2026, 1, 1), {"tea": {"patient": words[0], "professional": words[1]}}, says)
    guide = replace(_guide(), history=(OLD,))
    for name, wanted in (("patient", patient), ("professional", professional)):
        root = etree.fromstring(feed(name, guide, {}, new))  # type: ignore[arg-type]  # a reading
        assert _content(root.findall("a:entry", ATOM)[0]) == wanted


def test_characters_that_no_xml_may_hold_are_left_out() -> None:
    root = document("feed", ATOM["a"])
    add(root, "title", "a\x07b\ud800c\ufffed\te😀")
    read = etree.fromstring(written(root))
    assert read.findtext("a:title", namespaces=ATOM) == "abcd\te😀"
