from __future__ import annotations

import json as standard_json

import pytest

from plainguide.checks.formats.github import github
from plainguide.checks.formats.json import json
from plainguide.checks.formats.sarif import sarif
from plainguide.checks.formats.text import text
from plainguide.model.place import Finding, Place

ONE = Finding(Place("content/a.md", 41, 7), "unbound-number", '"38%" is not bound')
MILD = Finding(Place("content/a.md", 41, 7), "reading-level", "hard words", "warning")
TWO = Finding(Place("content/b,c.md", 1, 1), "file", "50% of it\nis gone")


@pytest.mark.parametrize(
    ("findings", "shown"),
    [
        ([], "No findings."),
        ([ONE], f"content/a.md:41:7 unbound-number: {ONE.message}\n1 finding in 1 file."),
        (
            [ONE, ONE, TWO],
            f"{ONE}\n{ONE}\n{TWO}\n3 findings in 2 files.",
        ),
        (
            [ONE, MILD],
            f"{ONE}\ncontent/a.md:41:7 reading-level (warning): hard words\n"
            "2 findings in 1 file (1 warning among them).",
        ),
    ],
)
def test_text(findings: list[Finding], shown: str) -> None:
    assert text(findings) == shown


def test_text_counts_exceptions() -> None:
    assert text([], 2) == "No findings. 2 exceptions accepted."
    assert text([ONE], 1).endswith("\n1 finding in 1 file. 1 exception accepted.")


def test_json() -> None:
    assert standard_json.loads(json([ONE])) == [
        {
            "path": "content/a.md",
            "line": 41,
            "column": 7,
            "rule": "unbound-number",
            "level": "error",
            "message": '"38%" is not bound',
        }
    ]
    assert standard_json.loads(json([])) == []


def test_github_escapes_what_its_commands_would_misread() -> None:
    assert github([]) == ""
    assert github([ONE, TWO]).split("\n") == [
        '::error file=content/a.md,line=41,col=7,title=unbound-number::"38%25" is not bound',
        "::error file=content/b%2Cc.md,line=1,col=1,title=file::50%25 of it%0Ais gone",
    ]


def test_a_warning_is_told_as_one() -> None:
    assert github([MILD]).startswith("::warning file=content/a.md")
    assert standard_json.loads(json([MILD]))[0]["level"] == "warning"
    (run,) = standard_json.loads(sarif([MILD], "1.2.3"))["runs"]
    assert run["results"][0]["level"] == "warning"


def test_sarif_has_a_rule_and_a_place_for_each_finding() -> None:
    log = standard_json.loads(sarif([ONE, TWO, ONE], "1.2.3"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["file", "unbound-number"]
    assert len(run["results"]) == 3
    assert run["results"][0] == {
        "ruleId": "unbound-number",
        "level": "error",
        "message": {"text": '"38%" is not bound'},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/a.md"},
                    "region": {"startLine": 41, "startColumn": 7},
                }
            }
        ],
    }
