from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from plainguide.checks.run import run
from plainguide.cli import main
from plainguide.model.reading import Reading
from plainguide.readings.compile import Compiler
from plainguide.steps import cache as cache_module
from plainguide.steps import sharing
from plainguide.steps.cache import Cache
from plainguide.steps.check import check, judge
from plainguide.steps.layout import Layout
from plainguide.steps.readings import Kept
from support.building import TEA

DAY = date(2026, 3, 1)
TOPIC = "content/topics/01-basics/calm-tea.md"


@pytest.fixture
def tea(tmp_path: Path) -> Layout:
    shutil.copytree(TEA / "content", tmp_path / "content")
    return Layout.at(tmp_path)


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Takes a note each time that rules run, and of each topic that is compiled."""
    notes: list[str] = []
    compiled = Compiler.compile

    def note_run(*args: object) -> object:
        notes.append("rules")
        return run(*args)  # type: ignore[arg-type]  # passed on

    def note_topic(self: object, topic: object) -> object:
        notes.append(topic.front.id)  # type: ignore[attr-defined]  # a topic
        return compiled(self, topic)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr("plainguide.steps.check.run", note_run)
    monkeypatch.setattr(Compiler, "compile", note_topic)
    return notes


def _edit(layout: Layout, path: str, old: str, new: str) -> None:
    text = (layout.root / path).read_text()
    assert old in text, old
    (layout.root / path).write_text(text.replace(old, new, 1))


def _agrees(layout: Layout, day: date = DAY) -> None:
    """What is found with the cache is what is found without."""
    fresh = check(layout, day, cached=False)
    assert judge(layout, day) == fresh.verdict
    assert check(layout, day) == fresh


def test_what_is_kept_of_a_reading_is_all_but_its_topic() -> None:
    assert {f.name for f in fields(Kept)} == {f.name for f in fields(Reading)} - {"topic"}


def test_nothing_is_done_again_where_nothing_changed(tea: Layout, looked: list[str]) -> None:
    first = judge(tea, DAY)
    assert "rules" in looked
    looked.clear()
    assert judge(tea, DAY) == first
    assert check(tea, DAY).verdict == first
    assert looked == []
    _agrees(tea)


def test_after_a_change_only_that_topic_is_compiled_and_all_rules_run(
    tea: Layout, looked: list[str]
) -> None:
    before = judge(tea, DAY)
    looked.clear()
    with (tea.root / TOPIC).open("a") as file:
        file.write("\n## More {#more only=patient}\n\nIt worked in 38% of people.\n")
    after = judge(tea, DAY)
    assert looked == ["calm-tea", "rules"]
    assert {f.rule for f in after.findings} - {f.rule for f in before.findings}
    _agrees(tea)


def test_a_link_breaks_where_only_the_other_topic_changed(tea: Layout) -> None:
    """Rules that look at other topics are never served what was true before."""
    link = "\nSee [this](calm-tea.md#gone).\n"
    path = tea.root / "content/topics/01-basics/other.md"
    text = (tea.root / TOPIC).read_text()
    path.write_text(text.replace("id: calm-tea", "id: other") + link)
    (tea.root / TOPIC).write_text(text + "\n## Gone soon {#gone}\n\nSome text.\n")
    before = judge(tea, DAY)
    (tea.root / TOPIC).write_text(text)
    after = judge(tea, DAY)
    assert "broken-link" not in {f.rule for f in before.findings}
    assert "broken-link" in {f.rule for f in after.findings}
    _agrees(tea)


@pytest.mark.parametrize(
    "path",
    [
        *("guide.yml", "glossary.yml", "syllables.yml", "evidence/trials.yml"),
        *("rules/uncited-statement.yml", "quality/calm-tea.yml", "reviews.yml"),
    ],
)
def test_a_change_of_any_other_file_is_seen(tea: Layout, looked: list[str], path: str) -> None:
    judge(tea, DAY)
    looked.clear()
    file = tea.content / path
    file.parent.mkdir(exist_ok=True)
    file.write_text((file.read_text() if file.exists() else "") + "\n# changed\n")
    judge(tea, DAY)
    assert looked.count("rules") == 1
    assert len(looked) > 1
    _agrees(tea)


def test_a_changed_figure_is_said_anew(tea: Layout) -> None:
    before = check(tea, DAY)
    _edit(tea, "content/evidence/trials.yml", "value: 39.3", "value: 39.4")
    after = check(tea, DAY)
    assert before.readings["calm-tea"]["professional"].fingerprint != (
        after.readings["calm-tea"]["professional"].fingerprint
    )
    _agrees(tea)


def test_another_day_is_judged_anew(tea: Layout) -> None:
    assert "review-overdue" not in {f.rule for f in judge(tea, DAY).findings}
    later = DAY + timedelta(days=3650)
    assert "review-overdue" in {f.rule for f in judge(tea, later).findings}
    assert "review-overdue" not in {f.rule for f in judge(tea, DAY).findings}


def test_another_engine_finds_out_everything_anew(
    tea: Layout, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    judge(tea, DAY)
    looked.clear()
    monkeypatch.setattr(cache_module, "_engine", lambda: "another")
    judge(tea, DAY)
    assert looked[-1] == "rules"
    assert len(looked) > 1


def _cut(data: bytes) -> bytes:
    return data[:-7]


def _turned(data: bytes) -> bytes:
    return data[:50] + bytes([data[50] ^ 1]) + data[51:]


@pytest.mark.parametrize("damage", [_cut, _turned, lambda _: b"", lambda _: b"\x80\x04N."])
def test_damaged_files_are_as_good_as_not_there(
    tea: Layout, damage: Callable[[bytes], bytes]
) -> None:
    first = check(tea, DAY)
    for path in list(tea.cache.glob("*/*")):
        path.write_bytes(damage(path.read_bytes()))
    assert check(tea, DAY) == first
    _agrees(tea)


@pytest.mark.parametrize("foreign", [{}, [], [1], {"findings": [[]]}, "text"])
def test_files_with_something_else_in_them_are_as_good_as_not_there(
    tea: Layout, foreign: object
) -> None:
    first = check(tea, DAY)
    cache = Cache.of(tea)
    for path in list(tea.cache.glob("*/*")):
        cache.put(path.parent.name, path.name, json.dumps(foreign).encode())
    assert check(tea, DAY) == first
    _agrees(tea)


def test_a_file_in_place_of_the_folder_does_no_harm(tea: Layout) -> None:
    tea.cache.parent.mkdir()
    tea.cache.write_text("no folder")
    _agrees(tea)
    assert tea.cache.read_text() == "no folder"


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")]
)
def test_a_disk_that_can_not_be_written_does_no_harm(
    tea: Layout, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(cache_module, "write_whole", refuse)
    _agrees(tea)
    assert not tea.cache.exists()


def test_guides_in_one_folder_keep_to_themselves(tea: Layout) -> None:
    inner = tea.root / "more" / "guide"
    shutil.copytree(tea.content, inner / "content")
    other = Layout.at(inner)
    _edit(other, TOPIC, "\n---\n", "\n---\n\nIt worked in 38% of people.\n")
    assert judge(tea, DAY) != judge(other, DAY)
    _agrees(tea)
    _agrees(other)
    assert other.cache.is_dir()


def test_only_what_the_last_run_used_is_kept(tea: Layout) -> None:
    for number in range(4):
        _edit(tea, TOPIC, "\n---\n", f"\n---\n\nSome words{'!' * number}\n")
        topics = len(check(tea, DAY).readings)
    names = sorted(path.parent.name for path in tea.cache.glob("*/*"))
    assert names == [*["readings"] * topics, "verdict"]


def test_it_hides_itself_from_git_and_is_made_only_where_it_is_used(tea: Layout) -> None:
    check(tea, DAY, cached=False)
    assert not tea.cache.exists()
    check(tea, DAY)
    assert (tea.cache / ".gitignore").read_text() == "*\n"


def test_the_command_says_the_same_with_and_without(tea: Layout) -> None:
    _edit(tea, TOPIC, "\n---\n", "\n---\n\nIt worked in 38% of people.\n")
    command = ["check", "--root", str(tea.root), "--as-of", "2026-03-01"]
    said = [
        CliRunner().invoke(main, [*command, *options]).output
        for options in (["--no-cache"], [], [], ["--no-cache"], ["--format", "text"])
    ]
    assert "unbound-number" in said[0]
    assert len(set(said)) == 1


def test_several_processes_find_what_one_finds(
    tea: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (tea.root / TOPIC).read_text()
    for number in range(9):
        body = text.replace("id: calm-tea", f"id: tea-{number}") + "\nIn 38% of [all](no.md).\n"
        (tea.root / f"content/topics/01-basics/tea-{number}.md").write_text(body)
    alone = check(tea, DAY, cached=False)
    monkeypatch.setattr(sharing, "ENOUGH", 2)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert sharing.processes(9) == 3
    assert check(tea, DAY, cached=False) == alone
    assert check(tea, DAY) == alone
    assert check(tea, DAY) == alone
    assert replace(alone, findings=()) != alone


def test_few_topics_and_running_threads_need_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sharing.processes(sharing.ENOUGH - 1) == 1
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert sharing.processes(10_000) == 1
