"""What is made once for a whole run of tests, however many processes take part in it."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def run_folder(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of the whole run: with xdist, the one above this worker's own."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def alone(factory: pytest.TempPathFactory, name: str) -> Iterator[None]:
    """Let no other process of this run into a block of the same name meanwhile."""
    with (run_folder(factory) / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def in_turn(folder: Path, *, measures: bool) -> Iterator[None]:
    """Run a test beside those of other processes; one that measures speed, beside none.

    Args:
        folder: of the whole run.
        measures: whether it is one that any other test would slow.
    """
    with (folder / "turn.gate").open("w") as gate, (folder / "turn.lock").open("w") as lock:
        # Who waits to be alone keeps the gate shut, so that no other test begins before.
        fcntl.flock(gate, fcntl.LOCK_EX)
        fcntl.flock(lock, fcntl.LOCK_EX if measures else fcntl.LOCK_SH)
        fcntl.flock(gate, fcntl.LOCK_UN)
        yield


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first process to ask for it makes, and the others only look at.

    Args:
        factory: pytest's own.
        name: of the folder, within the run's.
        make: makes the folder and all in it, at the path that it is given. Where it fails, the next
            process to ask tries again from nothing.
    """
    folder = run_folder(factory) / name
    made = folder.with_name(f"{name}.made")
    with alone(factory, name):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            made.touch()
    return folder
