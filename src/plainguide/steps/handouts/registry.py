"""What kinds of handouts there are.

A kind is a function in a file of its own in `kinds/`, with `@kind` above it. It gets all that the
guide has, and yields its handouts: for each a name, a title, a template in `theme/handout/`, and
what the template is filled with. Papers, large print, the cache, faults, the audit, the list on the
site and the command line come with that.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from plainguide.steps.handouts.handout import Handout, Source

Find = Callable[[Source], Iterator[Handout]]

_KINDS: dict[str, Find] = {}


def kind(find: Find) -> Find:
    """Register a kind of handouts, under the name of its file."""
    _KINDS[find.__module__.rpartition(".")[2]] = find
    return find


@cache
def kinds() -> Mapping[str, Find]:
    """Every kind by its name, in alphabetical order."""
    from plainguide.steps.handouts import kinds as package  # noqa: PLC0415 - its files import this

    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return dict(sorted(_KINDS.items()))


def handouts(source: Source) -> list[Handout]:
    """Every handout of a guide, kind by kind."""
    return [handout for find in kinds().values() for handout in find(source)]
