from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from plainguide.model.guide import Guide
from plainguide.read.html import shown
from plainguide.readings.names import names_for
from plainguide.steps.check import check
from plainguide.steps.handouts.compose import Composer
from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from support.building import AS_OF

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _sheets(layout: Layout) -> tuple[Guide, list[Handout]]:
    checked = check(layout, AS_OF)
    assert checked.guide
    every = handouts(Source(checked.guide, tuple(compile_pages(checked))))
    return checked.guide, [one for one in every if one.name.startswith("sheet-")]


def _words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def test_each_sheet_is_at_most_two_pages_on_either_paper(printed_guide: Layout) -> None:
    sheets = sorted(printed_guide.handouts.glob("sheet-*.pdf"))
    names = {path.stem.removesuffix("-letter") for path in sheets}
    assert {"sheet-trastuzumab-deruxtecan", "sheet-mountaineer"} <= names
    assert len(sheets) == 2 * len(names), "A4 and Letter, and no large print"
    for path in sheets:
        assert len(pypdfium2.PdfDocument(path)) <= 2, path.name


def test_trials_without_results_have_no_sheet(printed_guide: Layout) -> None:
    assert not (printed_guide.handouts / "sheet-chimera.pdf").exists()
    assert not (printed_guide.handouts / "sheet-mountaineer-03.pdf").exists()
    assert not (printed_guide.handouts / "sheet-heracles-rescue.pdf").exists()


def test_every_figure_on_a_sheet_is_the_ledgers(tea: Layout, printed_guide: Layout) -> None:
    for layout in (tea, printed_guide):
        guide, sheets = _sheets(layout)
        phrases = names_for(guide.ledger, "professional").phrases
        composer = Composer(guide, layout)
        for sheet in sheets:
            marks = shown(composer.html(sheet), sheet.name, within="body", without="running").marks
            assert marks, sheet.name
            for mark in marks:
                assert (mark.text, mark.value) == (
                    phrases[mark.ref].text,
                    phrases[mark.ref].value,
                )


def test_every_number_beside_the_figures_stands_in_the_ledger_or_the_settings(
    printed_guide: Layout,
) -> None:
    guide, sheets = _sheets(printed_guide)
    said = guide.settings.model_dump_json()
    said += "".join(entry.model_dump_json() for entry in guide.ledger.entries.values())
    said += "".join(source.model_dump_json() for source in guide.ledger.sources.values())
    known = {number.lstrip("0") for number in NUMBER.findall(said)}
    for sheet in sheets:
        body = re.sub(
            r"<(?:sup class=\"cite\"|data|b id=)[^>]*>.*?</(?:sup|data|b)>", "", sheet.pages[0].body
        )
        plain = re.sub(r"<[^>]*>|\]\([^)]*\)", " ", body)
        for number in NUMBER.findall(plain):
            assert number.lstrip("0") in known or number == "0", (sheet.name, number)


def test_a_therapys_sheet_says_what_the_ledger_knows(built_tea: Layout) -> None:
    said = _words(built_tea.handouts / "sheet-calm-tea.pdf")
    assert "One cup: 200 ml" in said
    assert re.search(
        r"Home country\s?\d accelerated, Tea Board. Day of approval: 19 January 2025", said
    )
    assert re.search(
        r"Tea Board: First edition, 15 January 2026\s?\d Calm tea may be tried \(B\)", said
    )
    assert "39.3% (33/84) 28.8–50.5" in said
    assert "Final analysis, 31 January 2025; current" in said
    assert "First analysis, 31 January 2024; superseded by Final analysis" in said
    assert re.search(r"Bad dreams\s?\d\s?\(not confirmed\) 3.5%", said)
    assert "Not reviewed." in said
    assert "tea-guide.example/s/m8dc/pro" in said


def test_a_trials_sheet_has_its_design_and_each_data_cut(built_tea: Layout) -> None:
    said = _words(built_tea.handouts / "sheet-dusk.pdf")
    assert "NCT00000001" in said
    assert "Randomised, open-label" in said
    assert "First analysis, 31 March 2024; superseded by Last analysis" in said
    assert "Only half of them had been asked." in said
    assert "Everyone knew what was in the cup." in said
    assert "One cup of milk each night" in said


def test_severe_events_stand_in_the_column_of_severe_ones(printed_guide: Layout) -> None:
    _, sheets = _sheets(printed_guide)
    body = next(one for one in sheets if one.name == "sheet-destiny-crc01").pages[0].body
    severe = re.findall(r'<tr><th scope="row">[^\n]*of grade 3 or above[^\n]*</tr>', body)
    assert severe
    assert all("</th><td>–</td><td><data" in row for row in severe)


def test_sources_are_numbered_as_they_are_cited(tea: Layout) -> None:
    _, sheets = _sheets(tea)
    for sheet in sheets:
        cited = [int(n) for n in re.findall(r'aria-label="Source (\d+)"', sheet.pages[0].body)]
        first = list(dict.fromkeys(cited))
        assert first == list(range(1, len(first) + 1))
        listed = [
            int(n) for n in re.findall(r'<b id="source-[^"]*">(\d+)</b>', sheet.pages[0].body)
        ]
        assert listed == first
        assert all(b > a for a, b in pairwise(listed))


def test_the_site_links_the_sheets(built_tea: Layout) -> None:
    page = (built_tea.site / "professional/calm-tea/index.html").read_text()
    assert 'href="../../handouts/sheet-calm-tea.pdf" download' in page
    trials = (built_tea.site / "trials/index.html").read_text()
    assert 'href="../handouts/sheet-dusk.pdf" download>DUSK &amp; DAWN</a>' in trials
    assert (built_tea.site / "handouts/sheet-dusk.pdf").is_file()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{calm_tea: calm-tea}",
            "{calm_te: calm-tea}",
            "no therapy `calm_te`; did you mean `calm_tea`",
        ),
        (
            "{calm_tea: calm-tea}",
            "{calm_tea: calm-te}",
            "no topic `calm-te`; did you mean `calm-tea`",
        ),
        ("[slept, asleep]", "[slepd]", "no end point `slepd`; did you mean `slept`"),
        ("harms: [dreams]", "harms: [dream]", "is called `dream`; did you mean `dreams`"),
        ("regimen: [cup]", "regimen: [Cup!]", "guide.yml"),
    ],
)
def test_bad_settings_are_told_at_their_place(
    tea: Layout, old: str, new: str, message: str
) -> None:
    settings = tea.content / "guide.yml"
    before = settings.read_text()
    assert before.count(old) == 1
    settings.write_text(before.replace(old, new))
    line = before[: before.index(old)].count("\n") + 1
    [finding] = check(tea, AS_OF).errors
    assert message in str(finding)
    assert (finding.place.path, finding.place.line) == ("content/guide.yml", line)
