"""The command's ways to check."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html as lxml_html

from plainguide import check
from plainguide.checks.registry import rules
from plainguide.cli import main
from plainguide.steps.layout import NotAGuideError
from support.building import TEA, copy_guide

TOPIC = "content/topics/01-basics/types-of-tea.md"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """The tea guide, with one typed number, which two rules would find, and one accepted."""
    root = copy_guide(TEA, tmp_path / "tea").root
    topic = root / TOPIC
    typed = (
        "\nAll of it, or 97.3%, is tea.\n\n<!-- accept unbound-number: So. -->\nSome 12.5% too.\n"
    )
    topic.write_text(topic.read_text() + typed)
    return root


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["check", "--root", str(root), "--as-of", "2026-03-01", *arguments]
    )


def test_shows_what_one_rule_finds(tea: Path) -> None:
    whole, one, other = (
        _run(tea, *a) for a in ([], ["--rule", "unbound-number"], ["--rule", "term-twice"])
    )
    assert whole.exit_code == one.exit_code == 1
    assert one.output.count(" unbound-number: ") == whole.output.count(" unbound-number: ") > 0
    assert other.exit_code == 0
    assert "No findings." in other.output


def test_a_rule_that_is_none_is_wrong_usage(tea: Path) -> None:
    for option in ("--rule", "--explain"):
        result = _run(tea, option, "unbound-numbers")
        assert result.exit_code == 2
        assert "Did you mean unbound-number?" in result.stderr


def test_lists_and_explains_rules_without_checking(tea: Path) -> None:
    listed = _run(tea, "--list-rules")
    assert listed.exit_code == 0
    assert [line.split()[0] for line in listed.output.splitlines()] == list(rules())
    told = _run(tea, "--explain", "unbound-number")
    assert told.exit_code == 0
    assert told.output.startswith("# unbound-number\n")


def test_counts_what_is_accepted_and_lists_it_when_asked(tea: Path) -> None:
    assert "4 exceptions accepted." in _run(tea).output
    listed = _run(tea, "--accepted").output
    assert f"{TOPIC}:" in listed
    assert "unbound-number accepted: So." in listed


def test_an_accepted_finding_is_no_finding_in_any_format(tea: Path) -> None:
    for form in ("json", "sarif", "github"):
        assert "12.5" not in _run(tea, "--format", form).output


def test_sarif_says_what_each_rule_is_for(tea: Path) -> None:
    log = json.loads(_run(tea, "--format", "sarif").output)
    told = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert told["unbound-number"]["shortDescription"]["text"].startswith("Find clinical numbers")
    assert told["unbound-number"]["defaultConfiguration"] == {"level": "error"}


def test_reports_a_row_a_topic_as_text(tea: Path) -> None:
    lines = _run(tea, "--report").output.splitlines()
    assert lines[0].split()[:2] == ["topic", "FK"]
    assert {line.split()[0] for line in lines[1:3]} == {"types-of-tea", "calm-tea"}


def test_reports_as_a_page_that_needs_nothing_else(tea: Path, tmp_path: Path) -> None:
    path = tmp_path / "out" / "report.html"
    assert _run(tea, "--report", str(path)).exit_code == 1
    page: Any = lxml_html.fromstring(path.read_text())
    rows = page.xpath("//tbody/tr")
    assert len(rows) == 2
    heads = [cell.text_content() for cell in page.xpath("//thead//th")]
    findings, accepted = heads.index("Findings"), heads.index("Accepted")
    row = next(row for row in rows if "types-of-tea.md" in row[0].text_content())
    assert int(row[findings].text_content()) >= 1
    assert row[accepted].text_content() == "1"
    assert "97.3" in page.text_content()
    assert "Accepted: So." in page.text_content()
    assert page.xpath("//script | //link | //img") == []
    again = path.read_bytes()
    _run(tea, "--report", str(path))
    assert path.read_bytes() == again


def test_is_a_library_too(tea: Path) -> None:
    checked = check(tea, as_of=date(2026, 3, 1))
    assert any(finding.rule == "unbound-number" for finding in checked.findings)
    assert "types-of-tea" in checked.readings
    with pytest.raises(NotAGuideError):
        check(tea / "content", as_of=date(2026, 3, 1))


def test_the_handbook_has_a_page_a_rule(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["handbook", str(tmp_path / "rules")])
    assert result.exit_code == 0
    assert {path.stem for path in (tmp_path / "rules").iterdir()} == {"README", *rules()}
