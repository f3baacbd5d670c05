"""Golden files: what the tea guide's pages compile to, readable as a reader reads them.

`pytest --renew-golden` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from plainguide.readings.pages import Page
from plainguide.steps.check import check_files
from plainguide.steps.pages import compile_pages
from support.building import snapshot
from support.compiling import DAY, check_with, tea_files

GOLDEN = Path(__file__).parents[1] / "golden" / "tea"
REVIEWS = "content/reviews.yml"


def _pages() -> dict[str, Page]:
    return {page.path: page for page in compile_pages(check_with({}))}


def test_pages_are_as_the_golden_files_show(request: pytest.FixtureRequest) -> None:
    made = {path: page.text.encode() for path, page in _pages().items()}
    if request.config.getoption("--renew-golden"):
        for path, data in made.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(data)
    golden = snapshot(GOLDEN)
    assert sorted(made) == sorted(golden)
    for path, data in made.items():
        assert data.decode() == golden[path].decode(), path


def test_the_order_of_files_does_not_matter() -> None:
    turned = dict(reversed(tea_files().items()))
    pages = compile_pages(check_files(turned, DAY))
    assert {page.path: page for page in pages} == _pages()


def _sign(fingerprint: str, topic: str = "calm-tea", reading: str = "patient") -> dict[str, str]:
    return {
        REVIEWS: (
            f"sign-offs:\n  - topic: {topic}\n    reading: {reading}\n"
            f"    fingerprint: {fingerprint}\n    reviewer: A. Taster\n    role: tea taster\n"
            "    on: 2026-02-20\n"
        )
    }


def test_without_a_sign_off_every_topic_says_so() -> None:
    for page in _pages().values():
        if "topic" in page.meta:
            assert page.meta["review_state"] == "not reviewed"
            assert '!!! warning "Not reviewed' in page.body


def test_a_sign_off_holds_for_the_words_that_were_read() -> None:
    fingerprint = str(_pages()["patient/calm-tea.md"].meta["fingerprint"])
    pages = {page.path: page for page in compile_pages(check_with(_sign(fingerprint)))}
    signed = pages["patient/calm-tea.md"]
    assert signed.meta["review_state"] == "reviewed"
    assert signed.meta["reviewed_by"] == "A. Taster, tea taster"
    assert signed.meta["reviewed_on"] == "20 February 2026"
    assert "!!! warning" not in signed.body
    assert pages["professional/calm-tea.md"].meta["review_state"] == "not reviewed"


def test_a_sign_off_of_other_words_holds_no_more() -> None:
    pages = {page.path: page for page in compile_pages(check_with(_sign("ab" * 32)))}
    changed = pages["patient/calm-tea.md"]
    assert changed.meta["review_state"] == "changed since review"
    assert "reviewed_by" not in changed.meta
    assert '!!! warning "Changed since review"' in changed.body


def test_what_nobody_has_read_is_listed_as_such() -> None:
    body = _pages()["evidence/index.md"].body
    before, _, after = body.partition("## Disputed")
    assert "calm.final.dreams" in before
    assert "Oolong is not for the night" in before
    assert before.count("Not confirmed") == 4
    assert after.count("Not confirmed") == 0


def test_both_values_of_a_dispute_are_shown_with_the_reason() -> None:
    _, _, after = _pages()["evidence/index.md"].body.partition("## Disputed")
    disputed, _, accepted = after.partition("## Accepted")
    assert disputed.index('colour_test.older.dark"') < disputed.index('older.dark_label"')
    assert "Preferred: The paper counted every cup." in disputed
    assert "Accepted (interval-recomputed): The paper allows for two looks" in accepted


def test_every_figure_and_statement_is_on_the_page_of_its_entry() -> None:
    pages, guide = _pages(), check_with({}).guide
    assert guide is not None
    for bound in guide.ledger.figures():
        path = f"evidence/{bound.ref.partition('.')[0].replace('_', '-')}.md"
        assert f'data-figure="{bound.ref}"' in pages[path].body
    for statement in guide.ledger.statements():
        path = f"evidence/{statement.ref.partition('.')[0].replace('_', '-')}.md"
        assert statement.held.says in pages[path].body


def test_every_page_says_that_nobody_has_reviewed_it() -> None:
    for path, page in _pages().items():
        if page.meta.get("lost"):  # it says nothing that could be reviewed
            continue
        assert '!!! warning "Not reviewed' in page.body, path
