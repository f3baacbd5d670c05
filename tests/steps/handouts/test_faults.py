"""Input that paper can't take: told at the topic and line, with nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from plainguide.steps.addresses import add_addresses
from plainguide.steps.check import FindingsError
from plainguide.steps.handouts.letters import runs
from plainguide.steps.layout import Layout
from support import sheets, tagged
from support.building import build_whole

BIN = Path(sys.executable).parent
TOPIC = "content/topics/01-basics/types-of-tea.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><circle r="9"/></svg>'


def _with(layout: Layout, text: str) -> int:
    """Write something at the end of a topic; returns the line on which it starts."""
    topic = layout.root / TOPIC
    before = topic.read_text() + "\n## Something else {#else}\n\n"
    topic.write_text(f"{before}{text}\n")
    add_addresses(layout)
    return before.count("\n") + 1


def _told(layout: Layout) -> list[str]:
    with pytest.raises(FindingsError) as stopped:
        build_whole(layout)
    assert not layout.handouts.exists(), "nothing is written"
    return [str(finding) for finding in stopped.value.findings]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Drink it 😀 warm.", "😀", "U+1F600"),
        ("They say: שלום עולם today.", "שלום עולם", "U+05E9, U+05DC, U+05D5, …"),
    ],
)
def test_letters_that_the_fonts_lack_are_told_at_their_place(
    tea: Layout, text: str, words: str, codes: str
) -> None:
    line = _with(tea, text)
    column = text.index(words) + 1
    assert _told(tea) == [
        f"{TOPIC}:{line}:{column} handout: the handouts' fonts have no letters for “{words}” "
        f"({codes}); say it in letters that they have"
    ]


def test_letters_in_the_glossary_are_told_there(tea: Layout) -> None:
    glossary = tea.content / "glossary.yml"
    glossary.write_text(glossary.read_text().replace("hot water", "hot 🍵 water", 1))
    told = _told(tea)
    assert told
    assert all("content/glossary.yml:" in finding and "🍵" in finding for finding in told)


def test_runs_of_letters_are_told_as_they_stand() -> None:
    assert runs("a bc, b d", frozenset("bc")) == [(2, "bc, b")]
    assert runs("a bc, b d", frozenset()) == []


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("lump.svg", b'<svg width="80" height="60"><circle', "is no whole SVG"),
        ("lump.png", b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\0\0\0P\0\0\0<", "is no whole image"),
    ],
)
def test_a_broken_picture_is_told_at_its_line(
    tea: Layout, name: str, data: bytes, why: str
) -> None:
    (tea.root / TOPIC).with_name(name).write_bytes(data)
    line = _with(tea, f"![A lump of leaves]({name})")
    (told,) = _told(tea)
    assert told.startswith(f"{TOPIC}:{line}:")
    assert f"the picture {name} {why}" in told


def test_a_missing_picture_is_told_at_its_line(tea: Layout) -> None:
    line = _with(tea, "![A lump of leaves](nowhere.svg)")
    assert any(told.startswith(f"{TOPIC}:{line}:") and "nowhere.svg" in told for told in _told(tea))


def test_a_table_of_200_rows_runs_over_pages_under_its_head(tea: Layout) -> None:
    rows = "| Green tea | young leaves |\n" * 200
    _with(tea, f"These are leaves:\n\n| Tea | Leaves |\n|---|---|\n{rows}")
    build_whole(tea)
    path = tea.handouts / "types-of-tea.pdf"
    with pikepdf.open(path) as pdf:
        assert tagged.faults(pdf) == []
    with pypdfium2.PdfDocument(path) as read:
        pages = [page.get_textpage().get_text_range() for page in read]
    assert sum("Tea Leaves" in page.replace("\r\n", "\n") for page in pages) > 3
    assert sheets.faults(path, sheets.form_of(path)) == []


def test_a_word_of_60_letters_stays_within_the_margins(tea: Layout) -> None:
    word = "tea" * 20
    known = tea.content / "syllables.yml"
    known.write_text(f"{known.read_text()}{word}: 1\n")
    _with(tea, f"This is {word} for you.")
    build_whole(tea)
    for path in tea.handouts.glob("types-of-tea*.pdf"):
        assert sheets.faults(path, sheets.form_of(path)) == [], path.name


@pytest.mark.parametrize("library", ["typst", "pikepdf"])
def test_a_library_that_can_t_be_loaded_is_told_in_a_line(
    tea: Layout, tmp_path: Path, library: str
) -> None:
    """As on a machine whose C library is too old for it."""
    (tmp_path / f"{library}.py").write_text(f"raise ImportError('cannot load {library}.so')\n")
    done = subprocess.run(
        [str(BIN / "plainguide"), "handouts", "calm-tea"],
        cwd=tea.root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (line,) = (line for line in done.stderr.splitlines() if " library: " in line)
    assert f"cannot load {library}.so; install the packages anew" in line
    assert not tea.handouts.exists()
