"""The pages for printed copies on a built site: made, led to by codes, and held to their words."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from lxml import html as lxml_html

from plainguide.steps import history
from plainguide.steps.audit import audit
from plainguide.steps.check import check
from plainguide.steps.copies import copy_files
from plainguide.steps.layout import Layout
from support.building import AS_OF

COPIES = re.compile(r"(?:s/[^/]+/|copy/)(?:pro/)?[0-9][^/]*/index\.html")


def _copies(site: Path) -> list[str]:
    paths = (path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return sorted(path for path in paths if COPIES.fullmatch(path))


def test_each_edition_has_a_page_for_each_topic_and_reading(built_tea: Layout) -> None:
    """Edition 1.0 had calm tea, and one that is gone; no record tells of its glossary."""
    every = [
        f"{folder}{end}{version}/index.html"
        for folder, versions in (
            ("copy/", ("1.0", "2.1")),
            ("s/glossary/", ("1.0", "2.1")),
            ("s/hf9c/", ("2.1",)),
            ("s/m8dc/", ("1.0", "2.1")),
        )
        for end in ("", "pro/")
        for version in versions
    ]
    assert _copies(built_tea.site) == sorted(every)


@pytest.mark.parametrize("name", ["calm-tea", "types-of-tea", "glossary"])
def test_the_code_on_a_handout_opens_the_page_of_its_edition(built_tea: Layout, name: str) -> None:
    opened = pypdfium2.PdfDocument(built_tea.handouts / f"{name}.pdf")
    codes = [
        b.text for page in opened for b in zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    ]
    opened.close()
    [code] = codes
    path = code.removeprefix("https://tea-guide.example/") + "index.html"
    text = (built_tea.site / path).read_text()
    assert COPIES.fullmatch(path)
    assert "<h1>Yours is the latest</h1>" in text
    assert f'href="../../../handouts/{name}.pdf"' in text


def test_every_page_is_whole_and_nobody_is_sent_there(built_tea: Layout) -> None:
    site = built_tea.site
    beside = "".join(
        (site / name).read_text()
        for name in ("sitemap.xml", "llms.txt", "search/patient.js", "search/professional.js")
    )
    beside += "".join(path.read_text() for path in (site / "offline").glob("*.json"))
    for path in _copies(site):
        page = site / path
        tree = lxml_html.parse(str(page))
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert tree.xpath("//link[@rel='canonical']") == []
        assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1
        assert len(tree.xpath("//title")) == 1
        links = [str(href) for href in tree.xpath("//a/@href | //link/@href")]
        assert len(links) >= 5
        missing = [h for h in links if not (page.parent / h.partition("#")[0]).is_file()]
        assert missing == []
        assert path.removesuffix("index.html") not in beside
        assert page.stat().st_size < 8_000
        sheet = page.parent / next(h for h in links if h.endswith(".css"))
        assert sheet.stat().st_size < 40_000


def test_no_redirect_takes_such_a_page_away(built_tea: Layout) -> None:
    sources = [line.split()[0] for line in (built_tea.site / "_redirects").read_text().splitlines()]
    assert "/s/m8dc/" in sources
    copies = [f"/{path.removesuffix('index.html')}" for path in _copies(built_tea.site)]
    assert len(copies) > 10
    assert [
        (source, copy)
        for source in sources
        for copy in copies
        if copy == source or (source.endswith("*") and copy.startswith(source[:-1]))
    ] == []
    assert "/s/*\n  Cache-Control: no-cache" in (built_tea.site / "_headers").read_text()
    assert "/copy/*\n  Cache-Control: no-cache" in (built_tea.site / "_headers").read_text()


def _files(layout: Layout) -> dict[str, str]:
    checked = check(layout, AS_OF)
    assert checked.guide
    return {p: d.decode() for p, d in copy_files(checked.guide, checked.readings, layout).items()}


def test_an_edition_that_is_recorded_and_raised_tells_what_changed(tea: Layout) -> None:
    history.record(tea, str(tea.root))
    for path, old, new in (
        ("guide.yml", '"2.1", date: 2026-03-01', '"2.2", date: 2026-06-01'),
        ("evidence/trials.yml", "value: 8.1,", "value: 9.3,"),
    ):
        file = tea.content / path
        text = file.read_text()
        assert text.count(old) == 1
        file.write_text(text.replace(old, new))
    made = _files(tea)
    patient = made["s/m8dc/2.1/index.html"]
    assert "<h1>There is news</h1>" in patient
    assert "It was about 8 hours, it is about 9 hours." in patient
    assert "Yours is edition 2.1 of 1 March 2026." in patient
    assert "Take edition 2.2 of 1 June 2026." in patient
    assert "<h1>Yours still says the same</h1>" in made["s/hf9c/2.1/index.html"]
    assert "<h1>Yours is the latest</h1>" in made["s/m8dc/2.2/index.html"]


def test_words_of_titles_are_escaped(tea: Layout) -> None:
    topic = tea.content / "topics" / "01-basics" / "calm-tea.md"
    topic.write_text(topic.read_text().replace("Calm tea at night", "Tea <b> & tea"))
    assert "<strong>Tea &lt;b&gt; &amp; tea</strong>" in _files(tea)["s/m8dc/2.1/index.html"]


def test_the_audit_reads_them_back_and_takes_no_old_number_for_a_wrong_one(
    tea_again: Layout,
) -> None:
    assert "39% (33 of 84)" in (tea_again.site / "s/m8dc/pro/1.0/index.html").read_text()
    assert audit(tea_again, AS_OF).findings == []
    page = tea_again.site / "s/m8dc/2.1/index.html"
    page.write_text(page.read_text().replace("Yours is the latest</h1>", "There is news</h1>"))
    (tea_again.site / "copy/2.1/index.html").unlink()
    found = {(f.place.path, f.rule) for f in audit(tea_again, AS_OF).findings}
    assert found == {
        ("build/site/s/m8dc/2.1/index.html", "mismatch"),
        ("build/site/copy/2.1/index.html", "not-built"),
    }
