"""A patient page is measured on all its words, with and without the names in it."""

from __future__ import annotations

from plainguide.checks.level.page import levels
from plainguide.checks.level.syllables import Syllables
from plainguide.steps.report import report
from support.compiling import check_with, compile_body

BODY = """## Is tea good? {#good}

/// patient
Chamomile is a tea. It is good for you.

| Tea | Good |
|---|---|
| Green | Yes |
///

/// professional
Text.
///
"""


def test_all_words_count_and_names_can_be_left_out() -> None:
    page = compile_body(BODY)["patient"]
    all_of_it = levels(page, Syllables({}), ["Chamomile"])
    assert (all_of_it.longest, all_of_it.median) == (5, 2)
    assert set(all_of_it.grades) == {"flesch-kincaid", "smog", "gunning-fog", "coleman-liau", "ari"}
    assert all_of_it.without_names < all_of_it.grades["flesch-kincaid"]
    nothing_left_out = levels(page, Syllables({}), [])
    assert nothing_left_out.without_names == nothing_left_out.grades["flesch-kincaid"]


def test_the_report_has_a_row_a_topic() -> None:
    lines = report(check_with({})).splitlines()
    assert [line.split()[0] for line in lines] == ["topic", "calm-tea", "types-of-tea"]
    assert lines[1].endswith("not reviewed")
