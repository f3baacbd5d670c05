from __future__ import annotations

from pathlib import Path

import pytest

from plainguide.checks.handbook import index_page, rule_list, rule_page, told
from plainguide.checks.registry import rules
from plainguide.steps.handbook import write_handbook


@pytest.mark.parametrize("code", sorted(rules()))
def test_every_rule_has_a_page_with_all_that_an_editor_needs(code: str) -> None:
    page = rule_page(rules()[code])
    assert page.startswith(f"# {code}\n")
    for heading in ("Why", "Bad", "Good", "How to accept an exception", "Source"):
        assert f"\n## {heading}\n\n" in page
    said = told(rules()[code])
    assert said.summary.endswith(".")
    assert all(said.parts[name] for name in ("Why", "Bad", "Good", "Source"))


def test_says_where_an_exception_to_a_figure_stands() -> None:
    assert "accept: {share-recomputed: " in rule_page(rules()["share-recomputed"])
    assert "<!-- accept sentence-length: " in rule_page(rules()["sentence-length"])


def test_says_which_file_a_rule_follows() -> None:
    page = rule_page(rules()["uncited-statement"])
    assert "`content/rules/uncited-statement.yml`" in page
    assert "    Attributes:" in page
    assert "content/rules/" not in rule_page(rules()["sentence-length"])


def test_lists_every_rule_once() -> None:
    assert [line.split()[0] for line in rule_list(rules()).splitlines()] == list(rules())
    assert all(f"| [{code}]({code}.md) |" in index_page(rules()) for code in rules())


def test_the_handbook_is_written_anew_whole(tmp_path: Path) -> None:
    (tmp_path / "old-rule.md").write_text("gone")
    assert write_handbook(tmp_path) == len(rules()) + 1
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"README.md", *(f"{code}.md" for code in rules())}


@pytest.mark.parametrize("code", sorted(rules()))
def test_the_parts_of_a_docstring_stand_below_each_other(code: str) -> None:
    doc = rules()[code].doc
    parts = doc[doc.index("\nWhy:") + 1 :].splitlines()
    labels = [line.partition(":")[0] for line in parts if line[:1].strip()]
    assert labels == ["Why", "Bad", "Good", "Source"], "one after the other, with nothing between"
    for line in filter(str.strip, parts):
        start, text = line[:8], line[8:]
        assert start in {"Why:    ", "Bad:    ", "Good:   ", "Source: ", " " * 8}, line
        assert text, line
    assert doc.count("\n\n", doc.index("\nWhy:")) == doc.count("\n\n" + " " * 8), "no blank lines"
