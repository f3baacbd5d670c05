"""Work shared out among processes, where there is enough of it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
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


def processes(topics: int, enough: int | None = None) -> int:
    """How many processes to share out the work on so many things to; one where it does not pay.

    Only where a process can begin as a copy of this one: then nothing has to be handed over.
    """
    if (
        topics < (ENOUGH if enough is None else enough)
        or "fork" not in multiprocessing.get_all_start_methods()
    ):
        return 1
    if threading.active_count() > 1:
        return 1
    usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return min(len(usable) or os.cpu_count() or 1, topics)


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
    return list(each_in_processes(work, items, number))


def each_in_processes(
    work: Callable[[Item], Result], items: Sequence[Item], number: int
) -> Iterator[Result]:
    """The same, each result as soon as it and those before it are there."""
    if number == 1:
        yield from map(work, items)
        return
    context = multiprocessing.get_context("fork")
    with (
        _still(),
        ProcessPoolExecutor(number, context, initializer=_begin, initargs=(work,)) as pool,
    ):
        yield from pool.map(_do, items)


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
