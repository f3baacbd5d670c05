"""Work shared out among processes, where there is enough of it, or among threads."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 96
"""From how many topics on it pays to start processes."""
_TURNS = 4
"""How many shares each process gets, so that none is idle for long at the end."""


def processes(topics: int) -> int:
    """How many processes to share out the work on so many topics to; one where it does not pay.

    Only where a process can begin as a copy of this one: then nothing has to be handed over.
    """
    if (
        topics < ENOUGH
        or "fork" not in multiprocessing.get_all_start_methods()
        or threading.active_count() > 1
    ):
        return 1
    return min(cores(), topics)


def cores() -> int:
    """How many cores this process may use."""
    usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return len(usable) or os.cpu_count() or 1


def shares(items: Sequence[Item], number: int) -> list[Sequence[Item]]:
    """Items in a few shares for so many processes, in order."""
    size = max(1, -(-len(items) // (number * _TURNS)))
    return [items[start : start + size] for start in range(0, len(items), size)]


def in_processes(
    work: Callable[[Item], Result], items: Sequence[Item], number: int
) -> list[Result]:
    """Do some work for each item; results are in the order of the items.

    Args:
        work: what to do; may hold anything, for each process has it from the beginning.
        items: small; they are sent to the processes, as results are sent back.
        number: of processes.
    """
    if number == 1:
        return list(map(work, items))
    context = multiprocessing.get_context("fork")
    with (
        _still(),
        ProcessPoolExecutor(number, context, initializer=_begin, initargs=(work,)) as pool,
    ):
        return list(pool.map(_do, items))


def each_in_threads(work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Do some work for each item on every core; results come in order, each as soon as it may.

    It pays where a library does the work and lets go of Python meanwhile.
    """
    with ThreadPoolExecutor(cores()) as pool:
        yield from pool.map(work, items)


@contextmanager
def _still() -> Iterator[None]:
    """Leave alone what is in memory, so that processes can go on sharing it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_work: list[Callable[[Any], Any]] = []
"""In each process, what it has to do."""


def _begin(work: Callable[[Any], Any]) -> None:
    _work[:] = [work]


def _do(item: Any) -> Any:  # noqa: ANN401 - whatever the work takes and gives
    return _work[0](item)
