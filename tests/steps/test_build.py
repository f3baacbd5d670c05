from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from plainguide.steps.check import FindingsError
from plainguide.steps.layout import Layout
from plainguide.steps.site import SiteError
from support.building import TEA, build_whole, copy_guide, snapshot

BIN = Path(sys.executable).parent


def _of_pages(layout: Layout, changed: str = "") -> str:
    """What the step of the pages says, counted from what lies there."""
    files = [path for path in layout.pages.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".md" for path in files)
    beside = len(files) - pages
    said = changed or len(files)
    return f"pages {pages} pages and {beside} files beside them in build/pages/ ({said} changed)"


def test_says_what_was_made_and_where(tea: Layout) -> None:
    said = build_whole(tea)
    assert sum(1 for _ in tea.pages.rglob("*.md")) == 26
    assert said == [
        "check 2 topics, 20 figures, no findings",
        _of_pages(tea),
        "handouts 34 PDFs in build/handouts/",
        "site 28 pages in build/site/",
    ]


def test_same_input_gives_same_bytes_in_another_folder_on_another_day(
    built_tea: Layout, tmp_path: Path
) -> None:
    again = copy_guide(TEA, tmp_path / "elsewhere")
    build_whole(again, as_of=date(2026, 12, 31))
    assert snapshot(again.root / "build") == snapshot(built_tea.root / "build")


def test_a_second_build_rewrites_no_page(tea_again: Layout) -> None:
    before = {path: path.stat().st_mtime_ns for path in tea_again.pages.rglob("*.md")}
    assert _of_pages(tea_again, "0") in build_whole(tea_again)
    assert {path: path.stat().st_mtime_ns for path in tea_again.pages.rglob("*.md")} == before


def test_a_page_whose_topic_is_gone_goes_too(tea_again: Layout) -> None:
    topics = tea_again.content / "topics" / "01-basics"
    (topics / "types-of-tea.md").unlink()
    calm = topics / "calm-tea.md"
    calm.write_text(calm.read_text().replace("[types of tea](types-of-tea.md#green)", "tea"))
    # Whoever takes a topic away says what stands in for it.
    addresses = tea_again.content / "addresses.yml"
    addresses.write_text(addresses.read_text() + "moved:\n  types-of-tea: calm-tea#when\n")
    settings = tea_again.content / "guide.yml"
    text = settings.read_text().replace("[types-of-tea, calm-tea]", "[calm-tea]")
    settings.write_text(text.replace("types-of-tea]", "calm-tea]"))
    settings.write_text(settings.read_text().replace("topic: types-of-tea", "topic: calm-tea"))
    build_whole(tea_again)
    assert not (tea_again.pages / "patient" / "types-of-tea.md").exists()
    assert not (tea_again.handouts / "types-of-tea.pdf").exists()
    left = (tea_again.site / "patient" / "types-of-tea" / "index.html").read_text()
    assert 'content="0; url=../../patient/calm-tea/index.html#when"' in left


def test_findings_stop_the_build_and_leave_all_as_it_was(tea_again: Layout) -> None:
    before = snapshot(tea_again.root / "build")
    topic = tea_again.content / "topics" / "01-basics" / "calm-tea.md"
    topic.write_text(topic.read_text().replace("{{ calm.final.slept }} slept", "38% slept"))
    with pytest.raises(FindingsError) as stopped:
        build_whole(tea_again)
    assert [(f.place.line, f.rule) for f in stopped.value.findings] == [(14, "unbound-number")]
    assert snapshot(tea_again.root / "build") == before


def test_what_mkdocs_complains_of_stops_the_build(tea_again: Layout) -> None:
    before = snapshot(tea_again.site)
    tea_again.config.write_text(
        tea_again.config.read_text() + "\nextra_css: [nowhere.css]\nnonsense: 1\n"
    )
    with pytest.raises(SiteError, match="nonsense"):
        build_whole(tea_again)
    assert snapshot(tea_again.site) == before


def _run(layout: Layout, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=layout.root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": ""},
    )


def test_the_command_says_one_line_a_step_and_nothing_of_upstream(tea: Layout) -> None:
    done = _run(tea, str(BIN / "plainguide"), "build")
    assert done.returncode == 0
    assert done.stderr == ""
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        ["✓", "check"],
        ["✓", "pages"],
        ["✓", "handouts"],
        ["✓", "site"],
        ["Open", "build/site/index.html"],
    ]


def test_mkdocs_alone_makes_the_very_same_site(tea: Layout, built_tea: Layout) -> None:
    done = _run(tea, str(BIN / "mkdocs"), "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert snapshot(tea.site) == snapshot(built_tea.site)


def test_mkdocs_alone_stops_at_findings_without_a_traceback(tea: Layout) -> None:
    topic = tea.content / "topics" / "01-basics" / "calm-tea.md"
    topic.write_text(topic.read_text().replace("{{ calm.final.slept }}", "{{ calm.final.slep }}"))
    done = _run(tea, str(BIN / "mkdocs"), "build")
    assert done.returncode == 1
    assert "did you mean {{ calm.final.slept }}?" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not tea.site.exists()
