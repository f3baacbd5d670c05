"""An image beside a topic comes with its page, on the site and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import html as lxml_html

from plainguide.steps.addresses import add_addresses
from plainguide.steps.check import FindingsError
from plainguide.steps.layout import Layout
from support.building import TEA, build_whole, copy_guide, snapshot

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><circle r="9"/></svg>'
TOPIC = "content/topics/01-basics/types-of-tea.md"
PATIENT = "![A round lump of pressed leaves](../../images/lump.svg)"
SIZED = "![The same lump, cut in half](lump-half.svg){width=40 height=30}"


def _with_images(root: Path) -> Layout:
    layout = copy_guide(TEA, root / "tea")
    (layout.content / "images").mkdir()
    (layout.content / "images" / "lump.svg").write_text(SVG)
    (layout.root / TOPIC).with_name("lump-half.svg").write_text(SVG)
    topic = layout.root / TOPIC
    topic.write_text(
        f"{topic.read_text()}\n## What it looks like {{#look}}\n\n{PATIENT}\n\n{SIZED}\n"
    )
    add_addresses(layout)
    return layout


@pytest.fixture(scope="module")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    layout = _with_images(tmp_path_factory.mktemp("images"))
    build_whole(layout)
    return layout


def test_pages_show_them_with_their_size(tea: Layout) -> None:
    page = (tea.pages / "patient" / "types-of-tea.md").read_text()
    assert "(../media/images/lump.svg){width=80 height=60}" in page
    assert "(../media/topics/01-basics/lump-half.svg){width=40 height=30}" in page
    assert (tea.pages / "media" / "images" / "lump.svg").read_text() == SVG


def test_the_site_has_them(tea: Layout) -> None:
    for reading in ("patient", "professional"):
        path = tea.site / reading / "types-of-tea" / "index.html"
        images: Any = lxml_html.fromstring(path.read_text()).xpath("//article//img")
        assert [(i.get("alt"), i.get("width")) for i in images] == [
            ("A round lump of pressed leaves", "80"),
            ("The same lump, cut in half", "40"),
        ]
        assert all((path.parent / image.get("src")).resolve().is_file() for image in images)


def test_the_handout_has_them_with_their_words(tea: Layout) -> None:
    def texts(node: pikepdf.Object) -> list[str]:
        kids = node.get("/K", pikepdf.Array())
        found = [str(node.Alt)] if node.get("/S") == "/Figure" and "/Alt" in node else []
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                found += texts(kid)
        return found

    with pikepdf.open(tea.handouts / "types-of-tea.pdf") as opened:
        found = texts(opened.Root.StructTreeRoot)
    assert {"A round lump of pressed leaves", "The same lump, cut in half"} <= set(found)


def test_the_bytes_do_not_tell_where_they_were_made(tea: Layout, tmp_path: Path) -> None:
    elsewhere = _with_images(tmp_path / "a" / "longer" / "way")
    build_whole(elsewhere)
    assert snapshot(elsewhere.handouts) == snapshot(tea.handouts)


def test_a_broken_image_stops_the_handout_at_its_topic(tmp_path: Path) -> None:
    layout = _with_images(tmp_path)
    (layout.content / "images" / "lump.svg").write_text('<svg width="80" height="60"><circle')
    with pytest.raises(FindingsError) as stopped:
        build_whole(layout)
    assert {f.place.path for f in stopped.value.findings} == {TOPIC}
    assert not layout.handouts.exists()
