"""Guides to build, in folders of their own."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from plainguide.steps.build import build
from plainguide.steps.layout import Layout

ROOT = Path(__file__).parents[2]
TEA = ROOT / "tests" / "guides" / "tea"
AS_OF = date(2026, 11, 24)


def copy_guide(source: Path, target: Path) -> Layout:
    """Copy a guide's content, with this project's theme and configuration, as a fresh clone is."""
    shutil.copytree(source / "content", target / "content")
    shutil.copytree(ROOT / "theme", target / "theme")
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    (target / "build" / "pages").mkdir(parents=True)
    return Layout.at(target)


def copy_built(built: Layout, target: Path) -> Layout:
    """Copy a guide with all that was built of it, for tests that alter it."""
    shutil.copytree(built.root, target)
    return Layout.at(target)


def build_whole(layout: Layout, as_of: date = AS_OF) -> list[str]:
    """Build a guide; returns what was said of each step that was done."""
    return [f"{p.step} {p.result}" for p in build(layout, as_of) if p.result is not None]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path; what is kept for the next run is no output."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.relative_to(folder).parts
    }
