from __future__ import annotations

from pathlib import Path

import pytest

from plainguide.steps.handouts.handout import Source
from plainguide.steps.handouts.make import Wanted, make_handouts
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.layout import Layout
from plainguide.steps.pages import prepare
from support.building import AS_OF, ROOT, copy_guide
from support.shared import made_once

BESIDE = ("card-", "sheet-", "my-questions")


def _print_beside_topics(root: Path) -> None:
    layout = copy_guide(ROOT, root)
    made = prepare(layout, AS_OF)
    assert made.checked.guide
    every = handouts(Source(made.checked.guide, tuple(made.pages)))
    names = frozenset(one.name for one in every if one.name.startswith(BESIDE))
    make_handouts(layout, made.checked, made.pages, Wanted(names=names))


@pytest.fixture(scope="session")
def printed_guide(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The real guide with what is printed beside its topics, and no site; tests only look at it."""
    return Layout.at(made_once(tmp_path_factory, "printed", _print_beside_topics))
