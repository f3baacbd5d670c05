"""What holds for every PDF, whatever its kind, paper and size."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from plainguide.steps.audit import audit
from plainguide.steps.handouts import job
from plainguide.steps.handouts.handout import Source
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from support import sheets, tagged
from support.building import AS_OF, build_whole, copy_guide
from support.compiling import check_with

LARGEST = 250_000
"""Bytes that a handout may have; the book of all pages may have more."""


def _faults(folder: Path) -> list[str]:
    found = []
    for path in sorted(folder.glob("*.pdf")):
        with pikepdf.open(path) as pdf:
            found += [f"{path.name}: {fault}" for fault in tagged.faults(pdf)]
        found += [f"{path.name}: {fault}" for fault in sheets.faults(path, sheets.form_of(path))]
        if path.stat().st_size > LARGEST and not path.name.startswith("book"):
            found.append(f"{path.name}: {path.stat().st_size} bytes")
    return found


def test_the_small_guide_s_are_tagged_and_laid_out_as_they_should_be(built_tea: Layout) -> None:
    assert _faults(built_tea.handouts) == []


def test_the_real_guide_s_are_too(built_guide: Layout) -> None:
    assert _faults(built_guide.handouts) == []


def test_somebody_elses_validator_finds_nothing_either(built_tea: Layout) -> None:
    """One that looks at 16 of the 106 rules that a machine can judge; the full one needs Java."""
    for path in sorted(built_tea.handouts.glob("*.pdf")):
        assert list(validate(str(path)).findings) == [], path.name


def test_their_words_come_in_the_order_of_the_page(built_tea: Layout) -> None:
    """The audit reads every PDF as a program would, and compares word by word."""
    seen = audit(built_tea, AS_OF)
    assert [str(finding) for finding in seen.findings] == []
    assert "handouts" in seen.where


@pytest.mark.parametrize("name", ["calm-tea.pdf", "pack-first-cup-letter.pdf"])
def test_words_on_paper_that_the_page_has_not_are_told(tea_again: Layout, name: str) -> None:
    other = tea_again.handouts / "types-of-tea.pdf"
    (tea_again.handouts / name).write_bytes(other.read_bytes())
    paths = {finding.place.path for finding in audit(tea_again, AS_OF).findings}
    assert f"build/handouts/{name}" in paths


def test_every_code_asks_whether_this_edition_is_the_latest() -> None:
    checked = check_with({})
    assert checked.guide
    made = handouts(Source(checked.guide, tuple(compile_pages(checked))))
    assert {handout.name.partition("-")[0] for handout in made} >= {"book", "pack", "card", "sheet"}
    assert [h.name for h in made if not h.code.endswith("/2.1/")] == []


def test_the_paper_and_the_size_are_what_the_name_says(built_tea: Layout) -> None:
    sizes = {"a4": (595, 842), "letter": (612, 792)}
    for path in built_tea.handouts.glob("*.pdf"):
        with pikepdf.open(path) as pdf:
            boxes = {tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in pdf.pages}
        assert boxes == {sizes[sheets.form_of(path).paper]}, path.name


def test_nothing_is_slanted_in_large_print(built_tea: Layout) -> None:
    for path in built_tea.handouts.glob("*-large.pdf"):
        with pikepdf.open(path) as pdf:
            fonts = {str(f.BaseFont) for p in pdf.pages for f in p.Resources.Font.values()}
        assert not [font for font in fonts if font.endswith("-It")], path.name


def test_the_same_guide_gives_the_same_bytes_elsewhere(
    built_tea: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "_printed", {})  # what this process printed already
    again = copy_guide(built_tea.root, tmp_path / "a" / "longer" / "way")
    build_whole(again, date(2026, 12, 31))
    for path in sorted(built_tea.handouts.glob("*.pdf")):
        assert (again.handouts / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_checker_of_tags_finds_what_is_taken_away(built_tea: Layout, tmp_path: Path) -> None:
    """So that none of the above can pass by looking at nothing."""
    path = tmp_path / "calm-tea.pdf"
    with pikepdf.open(built_tea.handouts / "types-of-tea.pdf") as pdf:
        figures = [e for e in tagged.elements(pdf.Root.StructTreeRoot) if e.role == "Figure"]
        del figures[0].object["/Alt"]
        del pdf.pages[0]["/Tabs"]
        pdf.Root.StructTreeRoot.K[0].K = pdf.Root.StructTreeRoot.K[0].K[:-1]
        pdf.save(path)
    assert list(validate(str(path)).findings)
    with pikepdf.open(path) as pdf:
        found = set(tagged.faults(pdf))
    assert "figure without words" in found
    assert "page 1: tabs don't follow the structure" in found
    assert any("is not in the structure" in fault for fault in found)


def test_bookmarks_follow_the_headings(built_tea: Layout) -> None:
    with pikepdf.open(built_tea.handouts / "book.pdf") as pdf, pdf.open_outline() as outline:
        (book,) = outline.root
        titles = [item.title for item in book.children]
    assert titles[:1] == ["The basics"]
    for pair in itertools.pairwise(["Types of tea", "Calm tea at night"]):
        assert set(pair) <= set(titles)
