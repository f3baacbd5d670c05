"""The cover of the book."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plainguide.steps.check import FindingsError
from plainguide.steps.cover import SIZE, cover
from support.building import ROOT

THEME = ROOT / "theme"
WORDS = ("Tea Guide", "For tea drinkers", "Edition 2.1, 1 March 2026")


def _drawn(title: str, reading: str, edition: str, state: str) -> Image.Image:
    data = cover(title, reading, edition, state, THEME)
    return Image.open(BytesIO(data)).convert("RGB")


def test_a_cover_is_the_same_each_time_small_and_of_the_size_that_shops_ask_for() -> None:
    data = cover(*WORDS, "Not reviewed", THEME)
    assert data == cover(*WORDS, "Not reviewed", THEME)
    assert Image.open(BytesIO(data)).size == SIZE
    assert len(data) < 60_000


def test_it_says_whether_all_is_reviewed() -> None:
    notice = (0xFF, 0xF5, 0xDA)
    colours = {c for _, c in _drawn(*WORDS, "Not reviewed").getcolors(1 << 20) or ()}
    without = {c for _, c in _drawn(*WORDS, "").getcolors(1 << 20) or ()}
    assert notice in colours
    assert notice not in without


def test_long_words_stay_on_it() -> None:
    long = "A very long title about all that is known of tea before bed and after it " * 3
    drawn = _drawn(long, "For all who drink tea, and those who make it " * 3, WORDS[2], long)
    edge = {drawn.getpixel((SIZE[0] - 20, y)) for y in range(SIZE[1])}
    assert len(edge) == 2, "the paper and the band, and no letters"


def test_a_logo_that_can_t_be_drawn_is_told(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(THEME / "handout" / "fonts", theme / "handout" / "fonts")
    (theme / "favicon.svg").write_text("<svg></svg>")
    with pytest.raises(FindingsError) as raised:
        cover(*WORDS, "", theme)
    assert raised.value.findings[0].place.path == "theme/favicon.svg"
