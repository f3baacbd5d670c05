"""The pictures beside shared links: whose page it is at a glance, and no word cut unmarked."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.cards import Card, card_of, card_path
from plainguide.readings.pages import Page
from plainguide.steps import cards as step
from plainguide.steps.card_text import broken_into, set_text, shortened
from plainguide.steps.cards import BANDS, NOTICE, PAPERS, REVIEWED, SIZE, Ramp, draw
from plainguide.steps.layout import Layout
from support.building import ROOT
from support.compiling import check_with

FONTS = ROOT / "theme" / "handout" / "fonts"
BOLD = FONTS / "SourceSans3-Bold.ttf"
CARD = Card(
    readings=("patient",),
    names=("For tea drinkers",),
    title="Calm tea at night",
    site="Tea Guide",
    state="Not reviewed yet",
    reviewed=False,
)
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def _opened(card: Card) -> Image.Image:
    image = Image.open(io.BytesIO(draw(card, FONTS)))
    image.load()
    return image


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("one", 10, ["one"]),
        ("one two", 10, ["one two"]),
        ("one two three", 10, ["one two", "three"]),
        ("a verylongword b", 6, ["a", "verylongword", "b"]),
        ("  one   two ", 10, ["one two"]),
    ],
)
def test_lines_are_broken_between_words(text: str, width: int, lines: list[str]) -> None:
    assert broken_into(text, len, width) == lines


@pytest.mark.parametrize(
    ("lines", "width", "most", "wanted"),
    [
        (["one", "two"], 10, 2, ["one", "two"]),
        (["one", "two", "three"], 10, 2, ["one", "two…"]),
        (["one", "two, for", "three"], 8, 2, ["one", "two…"]),
        (["verylongword", "b"], 6, 2, ["veryl…", "b"]),
        (["a", "verylongword", "b"], 6, 2, ["a", "veryl…"]),
    ],
)
def test_what_is_left_out_is_marked(
    lines: list[str], width: int, most: int, wanted: list[str]
) -> None:
    assert shortened(lines, len, width, most) == wanted


@pytest.mark.parametrize(
    ("text", "size"),
    [("Tea", 100), ("A longer title of two lines", 100), ("Tea and cake " * 9, 60)],
)
def test_words_are_set_as_large_as_they_fit(text: str, size: int) -> None:
    made = set_text(text, BOLD, (100, 80, 60, 52), 1000, 300)
    assert made.font.size == size
    assert made.height <= 330
    assert made.width <= 1000


def test_a_title_too_long_for_any_size_ends_with_a_mark_after_a_whole_word() -> None:
    text = "Green tea and black tea " * 40
    made = set_text(text, BOLD, (100, 52), 1000, 300)
    assert made.lines[-1].endswith("…")
    assert set(" ".join(made.lines).removesuffix("…").split()) <= set(text.split())


@pytest.mark.parametrize("title", ["Tea", LONG, f"{LONG} {LONG}", "Tea and cake for all " * 30])
def test_no_title_reaches_the_edge_or_the_foot(title: str) -> None:
    image = _opened(replace(CARD, title=title, state="")).convert("RGB")
    paper = image.getpixel((10, 400))
    edges = [(x, y) for y in range(170, 510) for x in (20, 40, 60, 1140, 1160, 1180)]
    assert {image.getpixel(point) for point in edges} == {paper}
    assert {image.getpixel((x, 512)) for x in range(72, 1128)} == {paper}


@pytest.mark.parametrize("reading", READINGS)
def test_a_card_shows_at_a_glance_whose_page_it_is(reading: ReadingName) -> None:
    image = _opened(replace(CARD, readings=(reading,), names=("For you",))).convert("RGB")
    assert image.size == SIZE == (1200, 630)
    band, paper = BANDS[reading].colours()[:3], PAPERS[reading].colours()[:3]
    assert [list(image.getpixel((x, 20))) for x in (5, 1195)] == [band, band]  # type: ignore[arg-type]  # a pixel of three
    assert list(image.getpixel((5, 620))) == paper  # type: ignore[arg-type]  # same
    sign = image.crop((64, 28, 176, 140)).getcolors()
    assert sign is not None
    assert len(sign) > 2


def test_a_page_of_neither_reading_shows_both() -> None:
    both = replace(CARD, readings=READINGS, names=("For tea drinkers", "For tea scholars"))
    image = _opened(both).convert("RGB")
    ends = [list(image.getpixel((x, 20))) for x in (5, 1195)]  # type: ignore[arg-type]  # a pixel of three
    assert ends == [BANDS["patient"].colours()[:3], BANDS["professional"].colours()[:3]]


def test_the_signs_differ() -> None:
    patient, professional = (step.icon(name, 112).tobytes() for name in READINGS)
    assert sum(a != b for a, b in zip(patient, professional, strict=True)) > 1000


def test_a_card_is_small_and_the_same_bytes_each_time() -> None:
    data = draw(CARD, FONTS)
    assert data == draw(CARD, FONTS)
    assert len(data) < 35_000
    assert b"tIME" not in data


def test_what_is_not_reviewed_looks_otherwise_than_what_is() -> None:
    plain = _opened(CARD).convert("RGB").getpixel((90, 530))
    signed = _opened(replace(CARD, reviewed=True)).convert("RGB").getpixel((90, 530))
    assert list(plain) == NOTICE.colours()[:3]  # type: ignore[arg-type]  # a pixel of three
    assert list(signed) == REVIEWED.colours()[:3]  # type: ignore[arg-type]  # same


@pytest.mark.parametrize(
    ("ramp", "ground", "ink"),
    [
        (BANDS["patient"], "patient-band", None),
        (BANDS["professional"], "professional-band", None),
        (PAPERS["patient"], "patient-paper", "ink"),
        (PAPERS["professional"], "professional-paper", "ink"),
        (NOTICE, "notice-soft", "notice"),
        (REVIEWED, "patient-soft", "patient"),
    ],
)
def test_colours_are_the_theme_s(ramp: Ramp, ground: str, ink: str | None) -> None:
    styles = "\n".join(p.read_text() for p in sorted((ROOT / "theme" / "css").glob("*.css")))
    colours: dict[str, str] = {}
    # Light comes before dark.
    for name, colour in re.findall(r"--([\w-]+): (?:var\(--light, )?(#[0-9a-f]{6})", styles):
        colours.setdefault(name, colour)
    assert ramp.ground == colours[ground]
    assert ramp.ink == (colours[ink] if ink else "#ffffff")


def _contrast(ramp: Ramp) -> float:
    def light(rgb: list[int]) -> float:
        parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(ramp.colours()[:3]), light(ramp.colours()[-3:])))
    return (high + 0.05) / (low + 0.05)


def test_words_stand_out_from_their_ground() -> None:
    for ramp in (*BANDS.values(), *PAPERS.values(), NOTICE, REVIEWED):
        assert _contrast(ramp) >= 4.5


def _page(path: str, **meta: object) -> Page:
    return Page(path, {"title": "Calm tea", **meta}, "")


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (
            _page("patient/a.md", reading="patient", review_state="not reviewed"),
            "For tea drinkers. Calm tea. Tea Guide. Not reviewed yet.",
        ),
        (
            _page("professional/a.md", reading="professional", review_state="not reviewed"),
            "For tea scholars. Calm tea. Tea Guide. Not reviewed.",
        ),
        (
            _page("patient/a.md", reading="patient", review_state="changed since review"),
            "For tea drinkers. Calm tea. Tea Guide. Changed since review.",
        ),
        (
            _page(
                "patient/a.md",
                reading="patient",
                review_state="reviewed",
                reviewed_on="20 February 2026",
            ),
            "For tea drinkers. Calm tea. Tea Guide. Reviewed on 20 February 2026.",
        ),
        (
            _page("patient/index.md", reading="patient", title="For tea drinkers"),
            "For tea drinkers. Tea Guide. Not reviewed yet.",
        ),
        (
            _page("index.md", title="Tea Guide"),
            "For tea drinkers, For tea scholars. Tea Guide. Not reviewed yet.",
        ),
        (
            _page("evidence/index.md", title="Evidence."),
            "For tea drinkers, For tea scholars. Evidence. Tea Guide. Not reviewed.",
        ),
    ],
)
def test_a_card_says_what_the_page_says(page: Page, wanted: str) -> None:
    guide = check_with({}).guide
    assert guide is not None
    card = card_of(page, guide.settings)
    assert card.alternative == wanted
    assert card.reviewed == ("Reviewed on" in wanted)


def test_a_card_lies_where_its_page_does() -> None:
    assert card_path("patient/index.md") == "cards/patient/index.png"
    assert card_path("trials.md") == "cards/trials.png"


def test_only_new_cards_are_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "guide.yml").write_text("")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    layout = Layout.at(tmp_path)
    drawn: list[str] = []

    def note(card: Card, fonts: Path) -> bytes:
        drawn.append(card.title)
        return draw(card, fonts)

    monkeypatch.setattr(step, "draw", note)
    wanted = {"cards/a.png": CARD, "cards/b.png": replace(CARD, title="B")}
    first = step.cards(wanted, layout)
    assert step.cards(wanted, layout) == first
    assert drawn == ["Calm tea at night", "B"]
    changed = {**wanted, "cards/b.png": replace(CARD, title="C")}
    assert step.cards(changed, layout)["cards/a.png"] == first["cards/a.png"]
    assert drawn == ["Calm tea at night", "B", "C"]
    assert len(list((layout.cache / "cards").iterdir())) == 2
