from __future__ import annotations

import re

import pytest

from plainguide.steps.layout import Layout
from plainguide.steps.site import open_from_disk, scrolling_tables


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
