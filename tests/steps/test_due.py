"""A page whose review date is near or past says so, judged by the day that is given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plainguide.steps.check import check
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from support.building import TEA, copy_guide

WORDS = "changed_since_review: [Changed since review, This page was changed after its review.]\n"
DUE = '    review_due: [Review is due, "Look at it again by {date}."]\n'


@pytest.fixture
def tea(tmp_path: Path) -> Layout:
    """The tea guide, with 60 days of notice, and words for professionals."""
    layout = copy_guide(TEA, tmp_path / "tea")
    settings = layout.content / "guide.yml"
    before = settings.read_text()
    assert before.count(WORDS) == 1
    settings.write_text(before.replace(WORDS, f"{WORDS}{DUE}"))
    (layout.content / "rules").mkdir()
    (layout.content / "rules" / "review-near.yml").write_text("days: 60\n")
    return layout


def _said(layout: Layout, day: str) -> set[str]:
    made = compile_pages(check(layout, date.fromisoformat(day)))
    return {page.path for page in made if "Review is due" in page.body}


def test_pages_say_so_from_the_day_on_which_the_rule_warns(tea: Layout) -> None:
    assert _said(tea, "2026-03-01") == set()
    assert _said(tea, "2027-02-10") == {
        "professional/calm-tea.md",
        "professional/types-of-tea.md",
    }


def test_an_accepted_date_is_said_all_the_same(tea: Layout) -> None:
    for topic in (tea.content / "topics").rglob("*.md"):
        lines = [
            f"{line} # accept review-overdue: The board meets next month."
            if line.startswith("review:")
            else line
            for line in topic.read_text().split("\n")
        ]
        topic.write_text("\n".join(lines))
    assert "professional/calm-tea.md" in _said(tea, "2030-01-01")
