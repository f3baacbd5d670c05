"""What each page says of itself at its foot."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from plainguide.readings.pages import Page
from plainguide.readings.read_days import newest
from plainguide.steps.pages import compile_pages
from support.compiling import HEAD, TOPIC, check_with, tea_files

SETTINGS = "content/guide.yml"
FORM = (
    "  url: https://forge.tea-guide.example/new?title={subject}&body={body} "
    "# accept reserved-address: Invented.\n"
)


def _settings(old: str, new: str) -> dict[str, str]:
    text = tea_files()[SETTINGS].decode()
    assert old in text
    return {SETTINGS: text.replace(old, new)}


def _pages(changes: dict[str, str] | None = None) -> dict[str, Page]:
    return {page.path: page for page in compile_pages(check_with(changes or {}))}


def _said(page: Page) -> list[str]:
    facts = page.meta["facts"]
    assert isinstance(facts, list)
    return [f"{fact['label']} {fact['said']}".strip() for fact in facts]


def _report(page: Page) -> str:
    report = page.meta["report"]
    assert isinstance(report, dict)
    return str(report["to"])


def test_every_page_has_its_facts() -> None:
    for path, page in _pages().items():
        said = _said(page)
        assert said[-1] == "Edition 2.1, 1 March 2026", path
        if not page.meta.get("lost"):
            assert said[0] in {"Not reviewed", "No expert has checked it"}, path
        assert "What is wrong" in unquote(_report(page)), path


def test_a_topic_says_all_that_is_known_of_it() -> None:
    assert _said(_pages()["professional/calm-tea.md"]) == [
        "Not reviewed",
        "Sources last read 1 February 2026",
        "Updated 10 February 2026",
        "Next review 10 February 2027",
        "Edition 2.1, 1 March 2026",
    ]


def test_only_a_sign_off_makes_a_page_reviewed() -> None:
    sign_off = (
        "sign-offs:\n  - topic: calm-tea\n    reading: patient\n    fingerprint: {}\n"
        "    reviewer: A. Taster\n    role: tea taster\n    on: 2026-02-20\n"
    )
    print_of = str(_pages()["patient/calm-tea.md"].meta["fingerprint"])
    holds = _pages({"content/reviews.yml": sign_off.format(print_of)})
    assert _said(holds["patient/calm-tea.md"])[0] == (
        "Checked by A. Taster, tea taster, 20 February 2026"
    )
    assert _said(holds["professional/calm-tea.md"])[0] == "Not reviewed"
    changed = _pages({"content/reviews.yml": sign_off.format("ab" * 32)})
    assert _said(changed["patient/calm-tea.md"])[0] == "Changed since it was checked"


def test_the_evidence_is_as_new_as_the_newest_reading_of_what_the_page_shows() -> None:
    files = tea_files()
    path, text = next(
        (path, data.decode())
        for path, data in sorted(files.items())
        if path.startswith("content/evidence/") and b"on: 2026-02-01" in data
    )
    later = "2026-02-27"
    pages = _pages({path: text.replace("on: 2026-02-01", f"on: {later}", 1)})
    newer = {path for path, page in pages.items() if page.meta.get("evidence_as_of") == later}
    assert {"evidence/index.md", "evidence/sources.md", "changes.md", "index.md"} <= newer
    entries = {path for path in newer if path.startswith("evidence/")} - {
        "evidence/index.md",
        "evidence/sources.md",
    }
    assert len(entries) == 1, "only the entry that was read anew"
    assert "evidence_as_of" not in pages["patient/glossary.md"].meta


def test_a_page_that_shows_nothing_of_the_ledger_has_no_day_of_evidence() -> None:
    pages = _pages({TOPIC: HEAD + "## Text {#text}\n\nOnly words.\n"})
    assert "evidence_as_of" not in pages["patient/case.md"].meta
    assert newest([]) is None
    assert newest([None, date(2026, 1, 2), date(2025, 1, 2)]) == date(2026, 1, 2)


def test_a_form_gets_a_message_that_is_begun() -> None:
    page = _pages()["patient/calm-tea.md"]
    asked = parse_qs(urlsplit(_report(page)).query)
    title = page.meta["title"]
    assert asked["title"] == [f"Mistake: {title} (2.1)"]
    assert asked["body"] == [
        "For tea drinkers, https://tea-guide.example/patient/calm-tea/\n\nWhat is wrong:"
    ]


def test_an_e_mail_gets_one_too_with_lines_as_mail_has_them() -> None:
    mail = "  email: mistakes@tea-guide.example # accept reserved-address: Invented.\n"
    link = _report(_pages(_settings(FORM, mail))["evidence/index.md"])
    assert link.startswith("mailto:mistakes@tea-guide.example?subject=Mistake%3A%20")
    body = unquote(link.partition("&body=")[2])
    assert body == "Tea Guide, https://tea-guide.example/evidence/\r\n\r\nWhat is wrong:"
    assert " " not in link


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (FORM, "", "give either `email` or `url`, so that reports come to one place"),
        (
            FORM,
            FORM + "  email: a@tea.example\n",
            "give either `email` or `url`, so that reports come to one place",
        ),
        ("({edition})", "({issue})", "nothing fills `{issue}`; use {title}, {reading}, {page}"),
    ],
)
def test_a_report_goes_to_one_place_with_words_that_can_be_filled(
    old: str, new: str, message: str
) -> None:
    found = check_with(_settings(old, new)).findings
    assert [f.rule for f in found] == ["schema"]
    assert message in found[0].message


def test_paper_says_whose_it_is_and_where_it_comes_from() -> None:
    pages = _pages()
    assert pages["patient/calm-tea.md"].meta["print"] == {
        "head": "Tea Guide · For tea drinkers",
        "foot": "Edition 2.1, 1 March 2026 · tea-guide.example/patient/calm-tea",
    }
    assert pages["index.md"].meta["print"] == {
        "head": "Tea Guide",
        "foot": "Edition 2.1, 1 March 2026 · tea-guide.example",
    }
