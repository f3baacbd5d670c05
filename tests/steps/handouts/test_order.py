"""The command that prints handouts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from plainguide.cli import main
from plainguide.steps.check import FindingsError
from plainguide.steps.handouts import job
from plainguide.steps.handouts.press import Press
from plainguide.steps.handouts.stamp import read_stamp
from plainguide.steps.layout import Layout

CLINIC = 'name: Riverside tea room\ntelephone: "0123 456"\nhours: Open all night\n'


def _run(layout: Layout, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["handouts", "--root", str(layout.root), "--as-of", "2026-11-24", *arguments]
    )


def _made(layout: Layout) -> list[str]:
    return sorted(path.name for path in layout.handouts.iterdir())


def _words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_prints_just_what_is_asked_for(tea: Layout) -> None:
    result = _run(tea, "calm-tea", "--pack", "first-cup", "--paper", "letter")
    assert result.exit_code == 0
    assert "4 PDFs in build/handouts/" in result.output
    assert _made(tea) == [
        "calm-tea-letter-large.pdf",
        "calm-tea-letter.pdf",
        "pack-first-cup-letter-large.pdf",
        "pack-first-cup-letter.pdf",
    ]
    assert not tea.pages.joinpath("patient").exists(), "no site is made for it"


def test_large_print_is_all_that_is_made_of_it(tea: Layout) -> None:
    _run(tea, "calm-tea", "--large")
    assert _made(tea) == ["calm-tea-large.pdf", "calm-tea-letter-large.pdf"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["clam-tea"], "No handout is called clam-tea. Did you mean calm-tea?"),
        (["--pack", "first-cap"], "No pack is called first-cap. Did you mean first-cup?"),
        (["xyz"], "No handout is called xyz. There are: "),
        (["sheet-calm", "--large"], "sheet-calm is not made in that form."),
        (["--paper", "a5"], "is not one of 'a4', 'letter'"),
    ],
)
def test_what_there_is_not_is_wrong_usage(tea: Layout, arguments: list[str], said: str) -> None:
    result = _run(tea, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not tea.handouts.exists()


def test_what_is_no_longer_current_goes_and_the_rest_stays(tea: Layout) -> None:
    _run(tea, "calm-tea", "types-of-tea", "--paper", "a4")
    types = tea.content / "topics" / "01-basics" / "types-of-tea.md"
    types.write_text(types.read_text().replace("This text", "That text") + "\nTea is a drink.\n")
    kept = (tea.handouts / "calm-tea.pdf").stat().st_mtime_ns
    (tea.handouts / "someone-elses.pdf").write_bytes(b"%PDF-1.7")
    _run(tea, "calm-tea", "--paper", "letter")
    assert _made(tea) == [
        "calm-tea-large.pdf",
        "calm-tea-letter-large.pdf",
        "calm-tea-letter.pdf",
        "calm-tea.pdf",
    ]
    assert (tea.handouts / "calm-tea.pdf").stat().st_mtime_ns == kept


def test_only_what_changed_is_printed_again(tea: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    print_ = Press.print

    def noted(self: Press, html: str, *rest: Any) -> tuple[bytes, tuple[str, ...]]:
        printed.append(html.partition("<title>")[2].partition("</title>")[0])
        return print_(self, html, *rest)

    monkeypatch.setattr(job, "_printed", {})  # what this process printed already
    monkeypatch.setattr(Press, "print", noted)
    first = _run(tea, "calm-tea", "types-of-tea")
    assert first.exit_code == 0, first.output
    assert sorted(printed) == ["Calm tea at night"] * 4 + ["Types of tea"] * 4
    printed.clear()
    _run(tea, "calm-tea", "types-of-tea")
    assert printed == []
    types = tea.content / "topics" / "01-basics" / "types-of-tea.md"
    types.write_text(types.read_text() + "\nTea is a drink.\n")
    _run(tea, "calm-tea", "types-of-tea")
    assert printed == ["Types of tea"] * 4


def test_a_pdf_that_somebody_altered_is_put_right(tea: Layout) -> None:
    _run(tea, "calm-tea")
    path = tea.handouts / "calm-tea.pdf"
    before = path.read_bytes()
    path.write_bytes(b"%PDF-1.7 something else")
    _run(tea, "calm-tea")
    assert path.read_bytes() == before


def test_a_finding_in_the_content_stops_it_and_leaves_what_is_there(tea: Layout) -> None:
    _run(tea, "calm-tea")
    before = {path: path.read_bytes() for path in tea.handouts.iterdir()}
    calm = tea.content / "topics" / "01-basics" / "calm-tea.md"
    calm.write_text(calm.read_text().replace("{{ calm.final.slept }} slept", "38% slept"))
    result = _run(tea, "calm-tea")
    assert result.exit_code == 1
    assert "calm-tea.md:14:1 unbound-number" in result.stderr
    assert {path: path.read_bytes() for path in tea.handouts.iterdir()} == before


def test_a_clinic_is_on_the_first_page_and_at_the_end(tea: Layout) -> None:
    clinic = tea.root / "clinic.yml"
    Image.new("RGB", (60, 20), "white").save(tea.root / "logo.png")
    clinic.write_text(CLINIC + "logo: logo.png\n")
    assert _run(tea, "calm-tea", "--clinic", str(clinic)).exit_code == 0
    words = _words(tea.handouts / "calm-tea.pdf")
    assert words.count("Riverside tea room") == 2
    assert words.count("0123 456") == 2
    assert "Open all night" in words

    def alternatives(node: Any) -> list[str]:
        kids = node.get("/K", pikepdf.Array())
        found = [str(node.Alt)] if "/Alt" in node else []
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                found += alternatives(kid)
        return found

    with pikepdf.open(tea.handouts / "calm-tea.pdf") as pdf:
        assert "Riverside tea room" in alternatives(pdf.Root.StructTreeRoot)


def test_without_a_clinic_there_is_space_for_its_stamp(tea: Layout) -> None:
    _run(tea, "calm-tea")
    assert "Your clinic Telephone" in _words(tea.handouts / "calm-tea.pdf")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: A\ntelefone: 1\n", "clinic.yml:2:1 schema: `telefone` is not a key"),
        ("name: A\n", "schema: `telephone` is missing; add it"),
        ("name: [", "clinic.yml:1:8 yaml:"),
        (CLINIC + "logo: none.png\n", "clinic.yml:4:1 file: the logo none.png is missing"),
        (CLINIC + "logo: clinic.yml\n", "file: the logo clinic.yml is no image"),
        (CLINIC + "logo: bad.png\n", "file: the logo bad.png is no whole image"),
    ],
)
def test_a_clinic_s_file_at_fault_is_told_at_its_line(tea: Layout, text: str, said: str) -> None:
    clinic = tea.root / "clinic.yml"
    clinic.write_text(text)
    (tea.root / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    result = _run(tea, "calm-tea", "--clinic", str(clinic))
    assert result.exit_code == 1
    assert said in result.stderr
    assert not tea.handouts.exists()


def test_a_clinic_s_file_that_can_t_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FindingsError) as stopped:
        read_stamp(tmp_path)
    assert os.strerror(21) in stopped.value.findings[0].message
