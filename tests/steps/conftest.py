from __future__ import annotations

from pathlib import Path

import pytest

from plainguide.steps.layout import Layout
from support.building import TEA, build_whole, copy_built, copy_guide
from support.shared import made_once


@pytest.fixture
def tea(tmp_path: Path) -> Layout:
    """The tea guide, not built yet."""
    return copy_guide(TEA, tmp_path / "tea")


@pytest.fixture(scope="session")
def built_tea(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The tea guide, built; tests only look at it."""
    return Layout.at(
        made_once(tmp_path_factory, "tea", lambda root: build_whole(copy_guide(TEA, root)))
    )


@pytest.fixture
def tea_again(built_tea: Layout, tmp_path: Path) -> Layout:
    """The tea guide, built, for tests that alter it and build it again."""
    return copy_built(built_tea, tmp_path / "tea")
