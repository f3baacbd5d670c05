"""Each rule has one case file; the case file says what it expects, in place.

A case is a topic of the tea guide. `<!-- expect 7: message -->` at the end of a line says that its
rule finds that message there, in column 7; nothing else may be found. Fenced blocks at its end
change other files: `ledger` is a file of the ledger, with `# expect 7: message` in place; one named
after a path is that file; `replace PATH` has what stands in that file, `--->` and what shall stand
there. `<!-- as of … -->` sets the day. What is found in another file is expected with its place:
`<!-- expect content/guide.yml:5:7: message -->`.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from plainguide.checks.registry import rules
from plainguide.steps.check import check_files
from support.compiling import tea_files, with_changes
from support.overlays import overlaid

CASES = Path(__file__).parent / "cases"
EXPECT = re.compile(
    r"\s*(?:<!--|#) expect (?:(?P<path>[\w./-]+):(?P<line>\d+):)?(?P<column>\d+): "
    r"(?P<message>(?:(?!<!-- expect).)+?)(?: -->)?$"
)
TOPIC = "content/topics/01-basics/{}.md"


def _expected(path: str, text: str) -> tuple[bytes, list[tuple[str, int, int, str]]]:
    """The text without its expectations, and the expectations."""
    expected = []
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        rest = line
        while match := EXPECT.search(rest):
            place = (match["path"] or path, int(match["line"] or number), int(match["column"]))
            expected.append((*place, match["message"]))
            rest = rest[: match.start()]
        lines.append(rest)
    return "\n".join(lines).encode(), expected


@pytest.mark.parametrize("code", sorted(rules()))
def test_finds_exactly_what_its_case_expects(code: str) -> None:
    expected: list[tuple[str, int, int, str]] = []
    text, changed, day = overlaid((CASES / f"{code}.md").read_text(), tea_files())
    changed[TOPIC.format(code)] = text.encode()
    files = with_changes(changed)
    for path, data in changed.items():
        files[path], of_file = _expected(path, data.decode())
        expected += of_file
    assert expected, f"{code}.md expects nothing: add `<!-- expect 1: … -->`"

    findings = check_files(files, day or date(2026, 3, 1)).findings
    found = [
        (f.place.path, f.place.line, f.place.column, f.message) for f in findings if f.rule == code
    ]
    assert sorted(found) == sorted(expected)
    others = [str(finding) for finding in findings if finding.rule != code]
    assert others == [], "a case is at fault in one way only"


@pytest.mark.parametrize("code", sorted(rules()))
def test_says_why_with_a_bad_and_a_good_example(code: str) -> None:
    for word in ("Why:", "Bad:", "Good:"):
        assert word in rules()[code].doc


def test_every_case_is_of_a_rule() -> None:
    assert sorted(path.stem for path in CASES.glob("*.md")) == sorted(rules())
