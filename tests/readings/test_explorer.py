from __future__ import annotations

import re
from functools import cache

import pytest

from plainguide.model.guide import Guide
from plainguide.readings.explorer_page import DOWNLOADS, explorer_page
from plainguide.readings.explorer_rows import Row, rows
from support.compiling import check_with, tea_files

SETTINGS = "content/guide.yml"


@cache
def _guide() -> Guide:
    guide = check_with({}).guide
    assert guide is not None
    return guide


@cache
def _body() -> str:
    return explorer_page(_guide()).body


def _row(trial: str, arm: str | None) -> Row:
    (row,) = [r for r in rows(_guide()) if (r.name, r.arm_name) == (trial, arm)]
    return row


def _line(trial: str, arm: str) -> str:
    """A row of the page's table, as HTML."""
    (line,) = [
        line
        for line in _body().split("\n")
        if line.startswith("<tr>") and f'href="#{trial}"' in line and f"<b>{arm}</b>" in line
    ]
    return line


def _cell(trial: str, arm: str, column: str) -> str:
    (head,) = [line for line in _body().split("\n") if line.startswith("<thead>")]
    names = re.findall(r'data-column="(\w+)"', head)
    cells = re.findall(r"<t[hd][^>]*>.*?</t[hd]>", _line(trial, arm))
    return str(cells[names.index(column)])


def test_every_arm_has_a_row_and_so_have_results_of_all_arms_together() -> None:
    assert [(row.name, row.arm_name) for row in rows(_guide())] == [
        ("dusk", "tea"),
        ("dusk", "water"),
        ("dusk", "milk"),
        ("dusk", None),
        ("calm", "tea"),
    ]


def test_a_row_has_the_current_data_cut_and_no_other() -> None:
    assert {name: bound.ref for name, bound in _row("dusk", "tea").results.items()} == {
        "slept": "dusk.last.tea_slept",
        "asleep": "dusk.last.tea_asleep",
        "dreams": "dusk.last.tea_dreams",
    }
    assert list(_row("dusk", None).results) == ["enrolled"]


def test_a_row_names_the_ledgers_therapy_or_else_the_arm() -> None:
    assert _row("dusk", "tea").therapies == ("Calm tea",)
    assert _row("dusk", "water").therapies == ("Hot water",)
    assert _row("dusk", None).therapies == ("Calm tea", "Hot water", "Warm milk")


def test_a_cell_shows_the_professional_phrase_and_carries_the_exact_value() -> None:
    cell = _cell("dusk", "Calm tea", "slept")
    assert re.sub(r"<[^>]+>", "", cell) == "45% (27 of 60)"
    assert 'data-sort="45"' in cell
    assert '<data value="45" data-figure="dusk.last.tea_slept">' in cell


def test_lengths_of_time_are_sorted_in_one_unit() -> None:
    assert 'data-sort="1.0"' in _cell("dusk", "Hot water", "asleep")
    assert 'data-sort="Infinity"' in _cell("dusk", "Calm tea", "asleep")
    assert "not reached" in _cell("dusk", "Calm tea", "asleep")


def test_a_figure_that_nobody_has_read_is_marked() -> None:
    assert "<mark>not confirmed</mark>" in _cell("dusk", "Calm tea", "dreams")
    assert "<mark>" not in _cell("dusk", "Calm tea", "slept")


def test_an_arm_without_results_says_so() -> None:
    assert "Nothing reported" in _cell("dusk", "Warm milk", "therapy")
    assert _cell("dusk", "Warm milk", "slept") == "<td>–</td>"


def test_a_row_leads_to_the_register_to_its_trial_and_to_its_sources() -> None:
    line = _line("dusk", "Calm tea")
    assert '<a href="https://clinicaltrials.gov/study/NCT00000001">NCT00000001</a>' in line
    assert "### DUSK & DAWN {#dusk}" in _body()
    (source,) = re.findall(r'href="#(source-[\w-]+)"', line)
    assert f'<span id="{source}"></span>' in _body()
    assert "<small>TEA00000001</small>" in _line("calm", "Calm tea")


def test_each_trial_has_all_figures_of_all_data_cuts() -> None:
    for name, trial in _guide().ledger.trials():
        for cut_name, cut in trial.cuts.items():
            for figure in cut.figures:
                assert f'data-figure="{name}.{cut_name}.{figure}"' in _body()
    assert (
        "<summary>First analysis, 31 March 2024, superseded by Last analysis</summary>" in _body()
    )
    assert "Only half of them had been asked." in _body()
    assert "| Slept well<br><small>Hot water</small> |" in _body()
    assert "Design: Everyone knew what was in the cup." in _body()


def test_every_citation_has_its_source_on_the_page() -> None:
    for source in set(re.findall(r'href="#(source-[\w-]+)"', _body())):
        assert f'<span id="{source}"></span>' in _body()


def test_the_page_leads_to_its_downloads() -> None:
    for path in DOWNLOADS:
        assert f"]({path})" in _body()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "filters: {therapy: Tea, age: Age}",
            "filters: {agee: Age}",
            "`explorer_page.filters.agee`: there is no filter `agee`; "
            "use one of age, comparison, habit, phase, therapy",
        ),
        (
            "folded: [phase]",
            "folded: [weight]",
            "`explorer_page.folded`: there is no column `weight` that can be put away; take it out",
        ),
        (
            "traits: {age: Age,",
            "traits: {phase: Phase, age: Age,",
            "`traits.phase`: `phase` is a column already; choose another name",
        ),
        (
            "endpoints: {enrolled: Enrolled,",
            "endpoints: {age: Age, enrolled: Enrolled,",
            "`endpoints.age`: `age` is a column already; choose another name",
        ),
    ],
)
def test_settings_that_name_no_column_or_one_twice_are_found(
    old: str, new: str, message: str
) -> None:
    text = tea_files()[SETTINGS].decode()
    assert text.count(old) == 1
    found = check_with({SETTINGS: text.replace(old, new)}).findings
    assert [finding.message for finding in found] == [message]
