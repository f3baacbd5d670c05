"""The books of all plain pages, and the plain texts, as the build publishes them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html
from PIL import Image

from plainguide.exports.headers import hash_of
from plainguide.steps.book import read_along
from plainguide.steps.check import FindingsError, check
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from support.building import AS_OF, ROOT
from support.tools import epubcheck_says

EPUB, HTML = "books/tea-guide.epub", "books/tea-guide.html"
TOPIC = "content/topics/01-basics/types-of-tea.md"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
LONG = "lo" * 29 + "ng"
AWKWARD = """
## Awkward {#awkward}

A word of sixty letters: {long}.

<p lang="ar" dir="rtl">شاي قبل النوم</p>

A face: 🙂. Marks: a < b & c > d, “so”.

![A round lump](../../images/lump.svg)

| Tea | Cups |
|---|---|
"""


def _made(layout: Layout) -> Mapping[str, bytes]:
    checked = check(layout, AS_OF)
    assert checked.guide is not None
    pages = [page for page in compile_pages(checked) if page.is_to_be_found]
    return read_along(checked.guide, pages, layout)


def _files(epub: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(epub)) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.fixture(scope="module")
def book(built_tea: Layout) -> dict[str, bytes]:
    return _files((built_tea.site / EPUB).read_bytes())


def test_the_site_has_what_was_made_the_same_each_time(built_tea: Layout, tea: Layout) -> None:
    once, again = _made(tea), _made(tea)
    assert once == again
    for path, data in once.items():
        assert (built_tea.site / path).read_bytes() == data, path
    assert sorted(path for path in once if path.startswith("text/")) == [
        f"text/{reading}/{name}.txt"
        for reading in ("patient", "professional")
        for name in ("calm-tea", "glossary", "types-of-tea")
    ]


def test_pages_lead_to_their_texts_and_the_list_to_the_books(built_tea: Layout) -> None:
    page = (built_tea.site / "professional/calm-tea/index.html").read_text()
    assert (
        '<a href="../../text/professional/calm-tea.txt" type="text/plain">Just the words</a>'
        in page
    )
    overview = (built_tea.site / "patient/index.html").read_text()
    assert f'href="../{EPUB}"' in overview
    assert f'href="../{HTML}"' in overview
    assert "The tea book (EPUB)" in overview


def test_the_package_names_every_file_once_in_the_order_of_reading(book: dict[str, bytes]) -> None:
    package = etree.fromstring(book["EPUB/package.opf"])
    items = {i.get("id"): i.get("href") for i in package.iterfind(".//o:item", OPF)}
    held = {name.removeprefix("EPUB/") for name in book if name.startswith("EPUB/")}
    assert sorted(map(str, items.values())) == sorted(held - {"package.opf"})
    spine = [items[i.get("idref")] for i in package.iterfind(".//o:itemref", OPF)]
    assert spine == [
        "cover.xhtml",
        "title.xhtml",
        "nav.xhtml",
        "pages/calm-tea.xhtml",
        "pages/types-of-tea.xhtml",
        "pages/glossary.xhtml",
    ]


def test_the_package_says_what_it_is_and_how_it_can_be_read(book: dict[str, bytes]) -> None:
    package = etree.fromstring(book["EPUB/package.opf"])
    assert package.findtext(".//dc:title", namespaces=OPF) == "Tea Guide: For tea drinkers"
    assert package.findtext(".//dc:language", namespaces=OPF) == "en-GB"
    told: dict[str, list[str]] = {}
    for meta in package.iterfind(".//o:meta[@property]", OPF):
        told.setdefault(str(meta.get("property")), []).append(str(meta.text))
    assert told["dcterms:modified"] == ["2026-03-01T00:00:00Z"]
    assert told["schema:accessMode"] == ["textual", "visual"]
    assert told["schema:accessModeSufficient"] == ["textual"]
    assert "alternativeText" in told["schema:accessibilityFeature"]
    assert "tableOfContents" in told["schema:accessibilityFeature"]
    assert told["schema:accessibilityHazard"] == ["none"]
    assert len(told["schema:accessibilitySummary"][0]) > 50
    # A claim to conform takes somebody who certifies it.
    assert "dcterms:conformsTo" not in told


def test_the_identifier_is_this_edition_s_own(tea: Layout) -> None:
    def identifier() -> str:
        package = etree.fromstring(_files(_made(tea)[EPUB])["EPUB/package.opf"])
        return str(package.findtext(".//dc:identifier", namespaces=OPF))

    first = identifier()
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", first)
    settings = tea.content / "guide.yml"
    settings.write_text(settings.read_text().replace('version: "2.1"', 'version: "2.2"'))
    assert identifier() != first


def test_contents_and_landmarks(book: dict[str, bytes]) -> None:
    nav = etree.fromstring(book["EPUB/nav.xhtml"])
    toc, landmarks = nav.iter(f"{XHTML}nav")
    links = [("".join(map(str, a.itertext())), a.get("href")) for a in toc.iter(f"{XHTML}a")]
    assert links == [
        ("Calm tea at night", "pages/calm-tea.xhtml"),
        ("Types of tea", "pages/types-of-tea.xhtml"),
        ("Words to know", "pages/glossary.xhtml"),
    ]
    assert [span.text for span in toc.iter(f"{XHTML}span")] == ["The basics"]
    types = [a.get(f"{OPS}type") for a in landmarks.iter(f"{XHTML}a")]
    assert types == ["cover", "titlepage", "toc", "bodymatter", "glossary"]


def test_each_chapter_says_how_far_to_trust_it(book: dict[str, bytes]) -> None:
    title = book["EPUB/title.xhtml"].decode()
    for said in (
        "Tea Guide",
        "For tea drinkers",
        "Edition 2.1",
        "1 March 2026",
        "Not reviewed yet",
    ):
        assert said in title
    assert 'href="pages/calm-tea.xhtml#results"' in title, "the way to what cannot wait"
    for name in ("calm-tea", "types-of-tea", "glossary"):
        chapter = book[f"EPUB/pages/{name}.xhtml"].decode()
        assert "No expert has checked this page yet." in chapter
        assert "Edition: 2.1, 1 March 2026" in chapter
    calm = book["EPUB/pages/calm-tea.xhtml"].decode()
    assert 'href="glossary.xhtml#' in book["EPUB/pages/types-of-tea.xhtml"].decode()
    assert 'href="types-of-tea.xhtml#green"' in calm
    assert "https://tea-guide.example/s/m8dc/" in calm


def test_the_cover_says_in_words_what_it_shows(book: dict[str, bytes]) -> None:
    cover = etree.fromstring(book["EPUB/cover.xhtml"])
    (image,) = cover.iter(f"{XHTML}img")
    wanted = "Tea Guide. For tea drinkers. Edition 2.1, 1 March 2026. Not reviewed yet"
    assert image.get("alt") == wanted
    assert Image.open(BytesIO(book["EPUB/cover.png"])).size == (1200, 1800)


def test_epubcheck_finds_nothing(built_tea: Layout, tmp_path: Path) -> None:
    assert epubcheck_says(built_tea.site / EPUB, tmp_path) == []


def test_epubcheck_finds_what_is_wrong(book: dict[str, bytes], tmp_path: Path) -> None:
    """So that silence above means something."""
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(broken, "w") as archive:
        for name, data in book.items():
            archive.writestr(name, data.replace(b"pages/types-of-tea", b"pages/nowhere"))
    assert any("nowhere" in fault for fault in epubcheck_says(broken, tmp_path))


def test_the_one_file_needs_no_other(built_tea: Layout) -> None:
    html = (built_tea.site / HTML).read_text()
    tree = lxml_html.fromstring(html)
    assert not list(tree.iter("script"))
    loaded = [str(i.get("src", i.get("href"))) for i in tree.iter("img", "link")]
    assert [address for address in loaded if not _own(address)] == []
    ids = [e.get("id") for e in tree.iter(etree.Element) if e.get("id")]
    assert len(ids) == len(set(ids))
    links = [str(a.get("href")) for a in tree.iter("a")]
    inside = [link[1:] for link in links if link.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)
    levels = [int(e.tag[1]) for e in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def _own(address: str) -> bool:
    return address.startswith("data:") or address == "https://tea-guide.example/patient/"


def test_its_policy_allows_its_style_and_nothing_else(built_tea: Layout) -> None:
    html = (built_tea.site / HTML).read_text()
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style == (ROOT / "theme/book/book.css").read_text()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert policy[1].startswith(f"default-src 'none'; style-src {hash_of(style)}; img-src data:;")
    assert hash_of(style) in (built_tea.site / "_headers").read_text()
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://tea-guide.example/patient/">' in html


def test_awkward_texts_are_bound_all_the_same(tea: Layout, tmp_path: Path) -> None:
    (tea.content / "images").mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><circle r="2"/></svg>'
    (tea.content / "images" / "lump.svg").write_text(svg)
    rows = "\n".join(f"| Tea {n} | {n} |" for n in range(200))
    topic = tea.root / TOPIC
    topic.write_text(f"{topic.read_text()}{AWKWARD.replace('{long}', LONG)}{rows}\n")
    with (tea.content / "syllables.yml").open("a") as file:
        file.write(f"{LONG}: 1\n")
    (tea.content / "addresses.yml").unlink()
    made = _made(tea)
    (tmp_path / "book.epub").write_bytes(made[EPUB])
    assert epubcheck_says(tmp_path / "book.epub", tmp_path) == []
    files = _files(made[EPUB])
    assert files["EPUB/media/images/lump.svg"].decode() == svg
    assert 'src="../media/images/lump.svg"' in files["EPUB/pages/types-of-tea.xhtml"].decode()
    assert 'src="data:image/svg+xml;base64,' in made[HTML].decode()
    text = made["text/patient/types-of-tea.txt"].decode("utf-8-sig")
    assert "شاي قبل النوم" in text
    assert "Marks: a < b & c > d, “so”." in text
    assert "Shown: A round lump" in text
    assert "Tea 199 – Cups: 199\r\n" in text


def test_a_broken_drawing_is_told_at_its_topic_and_nothing_is_made(tea: Layout) -> None:
    topic = tea.root / TOPIC
    topic.write_text(f"{topic.read_text()}\n<svg><path></svg>\n")
    with pytest.raises(FindingsError) as raised:
        _made(tea)
    assert [f.place.path for f in raised.value.findings] == [TOPIC]
    assert "SVG" in raised.value.findings[0].message


@pytest.mark.parametrize("name", ["book.css", "style.css", "chapter.xhtml", "book.html"])
def test_a_theme_without_one_of_its_files_is_told(tea: Layout, name: str) -> None:
    (tea.theme / "book" / name).unlink()
    with pytest.raises(FindingsError) as raised:
        _made(tea)
    (found,) = raised.value.findings
    assert found.place.path == f"theme/book/{name}"
    assert str(tea.root) not in found.message


def test_a_template_that_makes_no_xhtml_is_told(tea: Layout) -> None:
    (tea.theme / "book" / "nav.xhtml").write_text("<html><body></html>")
    with pytest.raises(FindingsError, match="findings") as raised:
        _made(tea)
    assert raised.value.findings[0].place.path == "theme/book/nav.xhtml"


def test_other_days_change_nothing(tea: Layout) -> None:
    made = _made(tea)
    checked = check(tea, date(2026, 12, 1))
    assert checked.guide is not None
    pages = [page for page in compile_pages(checked) if page.is_to_be_found]
    assert read_along(checked.guide, pages, tea)[EPUB] == made[EPUB]
