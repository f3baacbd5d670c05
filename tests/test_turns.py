"""Tests that measure speed run alone, others side by side."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from support.shared import in_turn


def _other(folder: Path, told: list[str], *, measures: bool = False) -> Thread:
    def run() -> None:
        with in_turn(folder, measures=measures):
            told.append("other")

    thread = Thread(target=run)
    thread.start()
    return thread


@pytest.mark.parametrize(("first", "second"), [(True, False), (False, True), (True, True)])
def test_nothing_runs_beside_one_that_measures(
    tmp_path: Path, *, first: bool, second: bool
) -> None:
    told: list[str] = []
    with in_turn(tmp_path, measures=first):
        other = _other(tmp_path, told, measures=second)
        other.join(0.2)
        told.append("first")
    other.join()
    assert told == ["first", "other"]


def test_others_run_side_by_side(tmp_path: Path) -> None:
    told: list[str] = []
    with in_turn(tmp_path, measures=False):
        _other(tmp_path, told).join()
        told.append("first")
    assert told == ["other", "first"]
