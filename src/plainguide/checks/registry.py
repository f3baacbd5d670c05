"""What a rule is, and how it gets known.

A rule is a function in a file of its own in `rules/`. Its decorator says what it looks at; the
file's name is its code; its docstring is its page in the handbook. What a rule finds is an error,
unless `warns` stands above its decorator. A rule with `follows` above its decorator looks for what
the guide's file `rules/CODE.yml` says, and is idle in a guide that has none.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

from plainguide.model.base import Record
from plainguide.model.entry import AnyEntry
from plainguide.model.evidence import Bound, Sourced
from plainguide.model.guide import Guide
from plainguide.model.part import PartRecord
from plainguide.model.place import Level, Place
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName

AnyRecord = TypeVar("AnyRecord", bound=Record)

Hit = tuple[Place, str]
"""What a rule yields: where, and what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """All that a rule may see: the guide, its readings, and the day to judge it by.

    Attributes:
        readings: by topic id, then by reading.
        suggest: addresses of figures like a number that was typed, given the entries to look in
            first.
        policies: what the guide asks of its texts, by the record of the rule that looks.
    """

    guide: Guide
    readings: Mapping[str, Mapping[ReadingName, Reading]]
    as_of: date
    suggest: Callable[[str, Collection[str]], list[str]]
    policies: Mapping[type[Record], Record] = field(default_factory=dict)

    def policy(self, of: type[AnyRecord]) -> AnyRecord:
        """What the guide asks of the rule that is running; a rule without is not run."""
        policy = self.policies[of]
        assert isinstance(policy, of)  # noqa: S101 - it is kept by its own type
        return policy


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check.

    Attributes:
        scope: what its function takes first: a reading, a figure, a topic ….
        policy: the record of the guide's file that it follows; none where it needs none.
    """

    code: str
    scope: str
    find: Callable[[Any, Compiled], Iterator[Hit]]
    level: Level = "error"
    policy: type[Record] | None = None

    @property
    def doc(self) -> str:
        """Why it matters, with a bad and a good example."""
        return inspect.getdoc(self.find) or ""


FindInReading = Callable[[Reading, Compiled], Iterator[Hit]]
FindInTopic = Callable[[Mapping[ReadingName, Reading], Compiled], Iterator[Hit]]
FindInFigure = Callable[[Bound, Compiled], Iterator[Hit]]
FindInGuide = Callable[[Guide, Compiled], Iterator[Hit]]
FindInEntry = Callable[[tuple[str, AnyEntry], Compiled], Iterator[Hit]]
FindInPart = Callable[[Sourced[PartRecord], Compiled], Iterator[Hit]]

Find = TypeVar("Find", bound=Callable[..., Iterator[Hit]])

_RULES: dict[str, Rule] = {}


def each_reading(find: FindInReading) -> FindInReading:
    """Register a rule that looks at one reading of one topic."""
    return _register("reading", find)


def each_topic(find: FindInTopic) -> FindInTopic:
    """Register a rule that looks at both readings of one topic."""
    return _register("topic", find)


def each_figure(find: FindInFigure) -> FindInFigure:
    """Register a rule that looks at one figure of the ledger."""
    return _register("figure", find)


def each_entry(find: FindInEntry) -> FindInEntry:
    """Register a rule that looks at one entry of the ledger, with its name."""
    return _register("entry", find)


def each_part(find: FindInPart) -> FindInPart:
    """Register a rule that looks at one part of the ledger: a data cut, an approval, a label …."""
    return _register("part", find)


def each_guide(find: FindInGuide) -> FindInGuide:
    """Register a rule that looks at the guide as a whole."""
    return _register("guide", find)


def warns(find: Find) -> Find:
    """Let a registered rule only warn, because what it finds may well be right."""
    code = _code(find)
    _RULES[code] = replace(_RULES[code], level="warning")
    return find


def follows(policy: type[Record]) -> Callable[[Find], Find]:
    """Let a registered rule look for what the guide's file `rules/CODE.yml` says.

    Args:
        policy: the shape of that file; a class of the rule's own.
    """

    def mark(find: Find) -> Find:
        code = _code(find)
        _RULES[code] = replace(_RULES[code], policy=policy)
        return find

    return mark


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule, by code, in alphabetical order."""
    from plainguide.checks import rules as package  # noqa: PLC0415 - its files import this one

    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return dict(sorted(_RULES.items()))


def _register(scope: str, find: Find) -> Find:
    code = _code(find)
    if code in _RULES:
        raise ValueError(f"two rules are called {code}")
    _RULES[code] = Rule(code, scope, find)
    return find


def _code(find: Callable[..., Iterator[Hit]]) -> str:
    """A rule's code: the name of its file."""
    return find.__module__.rpartition(".")[2].replace("_", "-")
