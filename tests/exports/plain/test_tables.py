"""Tables as lines: row – column: value."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from plainguide.exports.plain.tables import table_lines
from plainguide.read.markdown import to_html

CASES: dict[str, tuple[str, list[str]]] = {
    "two columns": (
        to_html("| End | Result |\n|---|---|\n| Slept | 39 of 100 |\n| Dreams | few |"),
        ["End – Result", "Slept – Result: 39 of 100", "Dreams – Result: few"],
    ),
    "more columns": (
        to_html("| | Green | Black |\n|---|---|---|\n| Cups | 2 | 3 |"),
        ["Green – Black", "Cups – Green: 2", "Cups – Black: 3"],
    ),
    "a value that is missing": (
        to_html("| End | A | B |\n|---|---|---|\n| Slept | | 3 |\n| Dreams | | |"),
        ["End – A – B", "Slept – B: 3", "Dreams"],
    ),
    "one column": (
        to_html("| Tea |\n|---|\n| Green |\n| Black |"),
        ["Tea", "Tea: Green", "Tea: Black"],
    ),
    "a caption, and rows with headers": (
        "<table><caption>Sleep</caption><thead><tr><th scope=col>What</th><th scope=col>Many</th>"
        "</tr></thead><tbody><tr><th scope=row>slept</th><td>39</td></tr></tbody></table>",
        ["Sleep", "What – Many", "slept – Many: 39"],
    ),
    "no headers": (
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></table>",
        ["a – b", "c"],
    ),
    "headers at the side only": (
        "<table><tr><th>Cups</th><td>2</td></tr><tr><th>Pots</th><td>1</td></tr></table>",
        ["Cups: 2", "Pots: 1"],
    ),
    "two rows of headers": (
        "<table><thead><tr><th></th><th colspan=2>Green</th></tr><tr><th>End</th><th>day</th>"
        "<th>night</th></tr></thead><tbody><tr><td>Slept</td><td>1</td><td>2</td></tr></table>",
        ["End – Green – day – Green – night", "Slept – Green – day: 1", "Slept – Green – night: 2"],
    ),
    "a cell over two rows": (
        "<table><thead><tr><th>Tea</th><th>When</th><th>Cups</th></tr></thead><tr>"
        "<td rowspan=2>Green</td><td>day</td><td>2</td></tr><tr><td>night</td><td>1</td></tr>"
        "</table>",
        [
            "Tea – When – Cups",
            "Green – When: day",
            "Green – Cups: 2",
            "Green – When: night",
            "Green – Cups: 1",
        ],
    ),
    "a cell over two columns is said once": (
        "<table><thead><tr><th>Tea</th><th>a</th><th>b</th></tr></thead>"
        "<tr><td>Green</td><td colspan=2>both</td></tr></table>",
        ["Tea – a – b", "Green – a: both"],
    ),
    "headers, and nothing else": (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead></table>",
        ["a – b"],
    ),
    "a span that is no number": (
        "<table><tr><td colspan=x>a</td><td rowspan=0>b</td></tr></table>",
        ["a – b"],
    ),
    "nothing": ("<table></table>", []),
}


@pytest.mark.parametrize("case", CASES)
def test_tables_are_said_row_by_row(case: str) -> None:
    html, wanted = CASES[case]
    table = next(lxml_html.fragment_fromstring(html, create_parent="div").iter("table"))
    assert list(table_lines(table, lambda cell: cell.text_content().strip())) == wanted


def test_a_long_table_stays_a_table() -> None:
    rows = "\n".join(f"| Tea {n} | {n} cups |" for n in range(200))
    table = lxml_html.fragment_fromstring(to_html(f"| Tea | Cups |\n|---|---|\n{rows}"))
    lines = list(table_lines(table, lambda cell: cell.text_content()))
    assert lines[0] == "Tea – Cups"
    assert lines[1:] == [f"Tea {n} – Cups: {n} cups" for n in range(200)]
