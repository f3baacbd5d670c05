from __future__ import annotations

import re
from pathlib import Path

import pytest

from plainguide.steps.layout import Layout
from plainguide.steps.site import (
    for_paper,
    from_root,
    open_from_disk,
    scrolling_tables,
    with_sizes,
)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ('<a href="../other/">', '<a href="../other/index.html">'),
        ('<a href="../other/#part">', '<a href="../other/index.html#part">'),
        ('<a href=".">', '<a href="index.html">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="../../#x">', '<a href="../../index.html#x">'),
        ('<a href="#part">', '<a href="#part">'),
        ('<a href="paper.pdf">', '<a href="paper.pdf">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="mailto:a@example.org">', '<a href="mailto:a@example.org">'),
        ('<a href="/root/">', '<a href="/root/">'),
    ],
)
def test_links_to_folders_name_the_page_in_them(written: str, wanted: str) -> None:
    assert open_from_disk(written) == wanted
    assert open_from_disk(wanted) == wanted


def test_a_header_cell_without_words_is_a_plain_cell() -> None:
    html = '<table><tr><th></th><th id="x"> </th><th>Tea</th></tr></table><th></th>'
    assert scrolling_tables(html) == (
        '<div class="scrolls"><table><tr><td></td><td id="x"></td><th>Tea</th></tr></table></div>'
        "<th></th>"
    )


def test_the_site_asks_no_other_server_for_anything(built_tea: Layout) -> None:
    loaded = re.compile(r'(?:\bsrc|<link[^>]*?\bhref)="(https?://[^"]+)"|url\((https?://[^)]+)\)')
    for page in built_tea.site.rglob("*.html"):
        found = [a or b for a, b in loaded.findall(page.read_text())]
        assert [url for url in found if not url.startswith("https://tea-guide.example/")] == []


def test_the_site_carries_the_handouts_and_not_their_templates(built_tea: Layout) -> None:
    names = {path.relative_to(built_tea.site).as_posix() for path in built_tea.site.rglob("*")}
    assert {"handouts/calm-tea.pdf", "handouts/types-of-tea.pdf"} <= names
    assert not [name for name in names if name.startswith("handout/")]


def test_every_page_is_there_in_both_readings(built_tea: Layout) -> None:
    for reading in ("patient", "professional"):
        for topic in ("calm-tea", "types-of-tea"):
            assert (built_tea.site / reading / topic / "index.html").is_file()


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ('href="../../css/a.css"', 'href="/guide/css/a.css"'),
        ('src="../../js/a.js"', 'src="/guide/js/a.js"'),
        ('href="../#top"', 'href="/guide/a/#top"'),
        ('data-root="../.."', 'data-root="/guide/."'),
        ('href="#top"', 'href="#top"'),
        ('href="https://a.org/b"', 'href="https://a.org/b"'),
        ('href="mailto:a@b.org"', 'href="mailto:a@b.org"'),
    ],
)
def test_a_page_for_lost_readers_names_its_addresses_from_the_root(written: str, made: str) -> None:
    assert from_root(f"<a {written}>", "a/b/404.html", "/guide/") == f"<a {made}>"


def test_paper_is_told_what_to_say() -> None:
    assert for_paper('<html lang="en"><html >', "A “B”", 'C "D"') == (
        '<html data-head="A “B”" data-foot="C &quot;D&quot;" lang="en"><html >'
    )


def test_a_handout_s_size_stands_behind_its_link(tmp_path: Path) -> None:
    (tmp_path / "tea.pdf").write_bytes(b"0" * 61_499)
    (tmp_path / "cup.pdf").write_bytes(b"0" * 20)
    html = (
        '<a href="../handouts/tea.pdf" download aria-label="A4: Tea (PDF)">A4</a>'
        ' · <a href="../handouts/cup.pdf" download aria-label="A4: Cup (PDF)">A4</a>'
        ' · <a href="../handouts/none.pdf" download aria-label="A4: None (PDF)">A4</a>'
        ' · <a href="../handouts/tea.html">A4</a>'
    )
    sized = with_sizes(html, tmp_path)
    assert re.findall(r": (\w+) \(PDF\)\">A4</a> <span[^>]*>\((\d+ kB)\)", sized) == [
        ("Tea", "61 kB"),
        ("Cup", "1 kB"),
    ]
    assert re.sub(r" <span[^>]*>[^<]*</span>", "", sized) == html
