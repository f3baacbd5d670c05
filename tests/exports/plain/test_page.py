"""Pages as plain text, as whoever pastes them has them.

`pytest --renew-golden` writes the golden files anew.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from plainguide.exports.plain.page import page_text, text_file
from plainguide.model.guide import Guide
from plainguide.read.markdown import to_html
from plainguide.readings.pages import Page
from plainguide.steps.check import Checked
from plainguide.steps.pages import compile_pages
from support.building import ROOT, snapshot
from support.compiling import check_with

GOLDEN = ROOT / "tests" / "golden" / "text"


@cache
def _texts() -> dict[str, str]:
    checked = check_with({})
    return {
        str(page.meta["plain"]).removeprefix("text/"): _text(page, checked)
        for page in compile_pages(checked)
        if "plain" in page.meta
    }


def _text(page: Page, checked: Checked) -> str:
    assert isinstance(checked.guide, Guide)
    return page_text(page, to_html(page.body), checked.guide.settings)


def test_texts_are_as_the_golden_files_show(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--renew-golden"):
        for path, text in _texts().items():
            place = GOLDEN / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
    golden = {path: data.decode() for path, data in snapshot(GOLDEN).items()}
    assert sorted(golden) == sorted(_texts())
    for path, text in _texts().items():
        assert text == golden[path], path


def test_a_text_says_whose_it_is_how_far_to_trust_it_and_where_the_newest_is() -> None:
    text = _texts()["patient/calm-tea.txt"]
    head, foot = text.split("\n\n")[:2], text.split("\n\n\n")[-1]
    assert head == ["Calm tea at night", "Tea Guide · For tea drinkers"]
    assert "Not reviewed yet\n\nNo expert has checked this page yet." in text
    assert "- No expert has checked it\n" in foot
    assert "- Edition: 2.1, 1 March 2026\n" in foot
    assert foot.endswith("Newest at: https://tea-guide.example/s/m8dc/\n\nAn invented guide.\n")


def test_no_line_has_marks_or_spaces_that_nobody_needs() -> None:
    for path, text in _texts().items():
        assert not re.search(r"[ \t]+$|\n{4}|^[ \t]|[*_<>{}]|&\w+;", text, re.MULTILINE), path


def test_a_page_without_a_short_address_gives_its_own() -> None:
    assert "https://tea-guide.example/patient/glossary/\n" in _texts()["patient/glossary.txt"]


def test_a_file_is_read_right_by_the_oldest_editor(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(text_file("Tea – “hot”\n\nCup\n"))
    assert (tmp_path / "a.txt").read_bytes().startswith(b"\xef\xbb\xbfTea")
    with (tmp_path / "a.txt").open(encoding="utf-8-sig", newline="") as file:
        assert file.read() == "Tea – “hot”\r\n\r\nCup\r\n"
