"""Editions are recorded and compared, from folders and from git revisions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainguide.model.history import Said, Snapshot, changes, rewritten
from plainguide.read.history import read_history, written
from plainguide.steps import history
from plainguide.steps.check import FindingsError, check_files
from plainguide.steps.files import read_all
from plainguide.steps.layout import Layout
from plainguide.steps.revisions import RevisionError
from support.building import AS_OF, TEA, copy_guide

WHO = {
    f"GIT_{who}_{what}": f"{what.lower()}@example.org"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


@pytest.fixture
def tea(tmp_path: Path) -> Layout:
    return copy_guide(TEA, tmp_path / "tea")


def _git(layout: Layout, *command: str) -> None:
    environment = {**os.environ, **WHO}
    subprocess.run(["git", *command], cwd=layout.root, check=True, env=environment)


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


@pytest.fixture
def changed(tmp_path: Path) -> Layout:
    """The tea guide with one figure, one statement and one page changed."""
    layout = copy_guide(TEA, tmp_path / "changed")
    evidence = layout.content / "evidence"
    _change(evidence / "trials.yml", "value: 8.1,", "value: 8.2,")
    _change(evidence / "more.yml", "Calm tea may be tried", "Calm tea is preferred")
    topic = layout.content / "topics" / "01-basics" / "types-of-tea.md"
    topic.write_text(topic.read_text() + "\nA new word.\n")
    return layout


def test_folders_are_compared(tea: Layout, changed: Layout) -> None:
    old, new = (history.snapshot_at(tea, str(layout.root)) for layout in (tea, changed))
    told = history.told(old, new).splitlines()
    assert told[0] == "edition 2.1 → 2.1"
    assert told[1:3] == [
        "~ calm.final.asleep: 8.1 hours (95% CI 4.2–10.2) → 8.2 hours (95% CI 4.2–10.2)"
        "  [calm-tea]",
        "~ tea_guideline.first.calm: Calm tea may be tried → Calm tea is preferred",
    ]
    assert (
        told[-1]
        == ("2 changes in the evidence. It touches 4 pages and 1 handouts: types-of-tea.pdf.")
        or "types-of-tea.pdf" in told[-1]
    )


def test_the_same_is_told_to_programs(tea: Layout, changed: Layout) -> None:
    old, new = (history.snapshot_at(tea, str(layout.root)) for layout in (tea, changed))
    read = json.loads(history.as_json(old, new))
    assert [change["ref"] for change in read["changes"]] == [
        "calm.final.asleep",
        "tea_guideline.first.calm",
    ]
    assert read["changes"][0]["topics"] == ["calm-tea"]
    assert read["handouts"] == ["calm-tea.pdf", "types-of-tea.pdf"]
    assert read["pages"] == [
        "patient/calm-tea/",
        "patient/types-of-tea/",
        "professional/types-of-tea/",
    ]


def test_git_revisions_are_compared_by_the_command(tea: Layout) -> None:
    _git(tea, "init", "-q")
    _git(tea, "add", "content")
    _git(tea, "commit", "-qm", "Begin")
    _change(tea.content / "evidence" / "trials.yml", "value: 8.1,", "value: 8.3,")
    command = [sys.executable, "-m", "plainguide", "evidence", "diff", "HEAD"]
    done = subprocess.run(command, cwd=tea.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "~ calm.final.asleep: 8.1 hours" in done.stdout


@pytest.mark.parametrize("where", ["no-such-thing", "--output=x"])
def test_what_is_neither_folder_nor_revision_is_wrong_usage(tea: Layout, where: str) -> None:
    _git(tea, "init", "-q")
    with pytest.raises(RevisionError):
        history.snapshot_at(tea, where)
    command = [sys.executable, "-m", "plainguide", "evidence", "diff", "--", where]
    done = subprocess.run(command, cwd=tea.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tea.root / "x").exists()


def test_content_that_cannot_be_read_is_told_as_findings(tea: Layout) -> None:
    (tea.content / "evidence" / "trials.yml").write_text("calm: [\n")
    with pytest.raises(FindingsError):
        history.snapshot_at(tea, str(tea.root))


@pytest.mark.parametrize("edition", ['{version: "2/1", date: 2026-03-01}', "2.1", "{}"])
def test_an_edition_that_no_address_can_hold_is_told_as_a_finding(
    tea: Layout, edition: str
) -> None:
    _change(tea.content / "guide.yml", '{version: "2.1", date: 2026-03-01}', edition)
    with pytest.raises(FindingsError) as stopped:
        history.record(tea, str(tea.root))
    [finding] = stopped.value.findings
    assert (finding.place.path, finding.rule) == ("content/guide.yml", "schema")
    assert [path.name for path in (tea.content / "history").iterdir()] == ["1.0.json"]


def test_an_edition_is_recorded_and_read_back(tea: Layout) -> None:
    path = history.record(tea, str(tea.root))
    assert path.name == "2.1.json"
    taken = history.snapshot_at(tea, str(tea.root))
    assert read_history([("a.json", path.read_bytes())], []) == (taken,)
    assert written(taken) == path.read_bytes()
    found = check_files(read_all(tea.content, tea.root), AS_OF).findings
    assert {finding.rule for finding in found} >= {"edition-recorded"}


def test_a_broken_record_is_a_finding(tea: Layout) -> None:
    (tea.content / "history" / "1.0.json").write_text("{")
    found = check_files(read_all(tea.content, tea.root), AS_OF).findings
    assert [(f.place.path, f.rule) for f in found if f.rule == "history"] == [
        ("content/history/1.0.json", "history")
    ]


def _snapshot(**held: Said) -> Snapshot:
    return Snapshot(version="1", date=AS_OF, held=held, topics={}, words={}, uses={"tea": ("a",)})


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ({}, {"a": Said(name="A", says="1%", source="s")}, ["added"]),
        ({"a": Said(name="A", says="1%", source="s")}, {}, ["removed"]),
        (
            {"a": Said(name="A", says="1%", source="s")},
            {"a": Said(name="A", says="2%", source="s")},
            ["changed"],
        ),
        (
            {"a": Said(name="A", says="1%", source="s")},
            {"a": Said(name="A", says="1%", source="s", current=False)},
            ["superseded"],
        ),
        (
            {"a": Said(name="A", says="1%", source="s")},
            {"a": Said(name="A", says="1%", source="t")},
            ["source"],
        ),
        (
            {"a": Said(name="A", says="1%", source="s")},
            {"a": Said(name="B", says="1%", source="s")},
            [],
        ),
    ],
)
def test_each_kind_of_change_is_told(
    old: dict[str, Said], new: dict[str, Said], kinds: list[str]
) -> None:
    found = list(changes(_snapshot(**old), _snapshot(**new)))
    assert [change.kind for change in found] == kinds
    assert all(change.topics == ("tea",) for change in found)
    assert list(changes(_snapshot(**new), _snapshot(**new))) == []
    assert list(rewritten(_snapshot(**old), _snapshot(**new))) == []
