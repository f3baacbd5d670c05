"""Ledger expressions: `{{ mountaineer.final.orr }}` and `{{ cite("strickler-2023") }}`.

Jinja parses and evaluates them, in its sandbox, one by one, so that each fault has a line and a
column. Only names and `cite` are let through: content holds no code, not even a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from plainguide.model.place import Finding, Place
from plainguide.readings.names import Names
from plainguide.readings.phrase import Phrase

SPAN = re.compile(r"\{\{(?P<inside>.*?)\}\}")
_CODE_SPAN = re.compile(r"(`+)(?:(?!\1).)+\1")
_SENTENCE_START = re.compile(r"(?:^\s*|[.!?]\*{0,2}\s+|^\s*(?:[-*+]|\d+\.)\s+|\|\s*)[*_(\"“]*$")


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure, as an expression asked for it."""

    ref: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, as an expression cited it."""

    source: str


def spans(text: str) -> Iterator[re.Match[str]]:
    """The expressions of one line, in order; those inside code spans are only shown, not run."""
    quoted = [match.span() for match in _CODE_SPAN.finditer(text)]
    for match in SPAN.finditer(text):
        if not any(start <= match.start() < end for start, end in quoted):
            yield match


class Evaluator:
    """Evaluates the expressions of one reading."""

    def __init__(self, names: Names, sources: Mapping[str, object]) -> None:
        """Prepare the sandbox.

        Args:
            names: what this reading can name.
            sources: the sources that it can cite, by id.
        """
        self._names = names
        self._sources = sources
        self._env = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
        self._env.globals.clear()
        self._context = {**_tree(names.phrases), "cite": Cited}
        self._known: dict[str, Shown | Cited | str] = {}

    def evaluate(self, inside: str, place: Place) -> Shown | Cited | Finding:
        """Evaluate what stands between `{{` and `}}`.

        Args:
            inside: the expression.
            place: where it stands.

        Returns:
            The figure or the citation that it names, or what is wrong with it.
        """
        key = inside.strip()
        if key not in self._known:
            self._known[key] = self._evaluate(key)
        result = self._known[key]
        return Finding(place, "unknown-name", result) if isinstance(result, str) else result

    def _evaluate(self, inside: str) -> Shown | Cited | str:
        """The result, or a message."""
        try:
            tree = self._env.parse("{{" + inside + "}}")
        except TemplateSyntaxError as error:
            return (
                f"`{inside}` is no expression ({error.message}); write {{{{ entry.part.figure }}}}"
            )
        output = next(iter(tree.find_all(nodes.Output)), None)
        expression = output.nodes[0] if output and len(output.nodes) == 1 else None
        if isinstance(expression, nodes.Call):
            message = self._cite_message(expression, inside)
        else:
            name = _dotted(expression)
            message = self._name_message(name) if name else _only_names(inside)
        if message:
            return message
        value = self._env.compile_expression(inside, undefined_to_none=False)(**self._context)
        return value if isinstance(value, Cited) else Shown(inside, self._names.phrases[inside])

    def _name_message(self, name: str) -> str | None:
        if name in self._names.phrases:
            return None
        if name in self._names.withheld:
            return (
                f"{name} is a ratio or a dose, which this reading does not show; say it otherwise"
            )
        near = get_close_matches(
            name, [*self._names.phrases, *self._names.withheld], n=1, cutoff=0.5
        )
        hint = f"did you mean {{{{ {near[0]} }}}}?" if near else "add it to the ledger"
        return f"the ledger has no {name}; {hint}"

    def _cite_message(self, call: nodes.Call, inside: str) -> str | None:
        is_cite = isinstance(call.node, nodes.Name) and call.node.name == "cite"
        argument = call.args[0] if len(call.args) == 1 else None
        if not is_cite or call.kwargs or not isinstance(argument, nodes.Const):
            return _only_names(inside)
        if argument.value in self._sources:
            return None
        near = get_close_matches(str(argument.value), self._sources, n=1)
        hint = f'did you mean {{{{ cite("{near[0]}") }}}}?' if near else "add it to the sources"
        return f'no source is called "{argument.value}"; {hint}'


def at_sentence_start(before: str) -> bool:
    """Tell whether what follows `before`, on the same line, starts a sentence."""
    return bool(_SENTENCE_START.search(before))


def data_element(shown: Shown, *, capital: bool) -> str:
    """A figure as a `<data>` element that carries its address and exact value."""
    text = shown.phrase.text
    said = text[0].upper() + text[1:] if capital else text
    value = escape(shown.phrase.value)
    return f'<data value="{value}" data-figure="{shown.ref}">{escape(said, quote=False)}</data>'


def _only_names(inside: str) -> str:
    return (
        f"`{inside}` is more than a name; content holds no code: write {{{{ entry.part.figure }}}} "
        'or {{ cite("source") }}'
    )


def _dotted(node: nodes.Node | None) -> str | None:
    """`a.b.c` of an expression that is only that."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        before = _dotted(node.node)
        return f"{before}.{node.attr}" if before else None
    return None


class _Node:
    """One step of a dotted name, for the sandbox to walk.

    Its phrase has an underscore, so that no expression can name it.
    """

    __slots__ = ("_phrase", "_steps")

    def __init__(self) -> None:
        self._steps: dict[str, _Node] = {}
        self._phrase: Phrase | None = None

    def __getitem__(self, step: str) -> _Node:
        return self._steps[step]

    def grow(self, steps: list[str], phrase: Phrase) -> None:
        """Add a name below this one."""
        if not steps:
            self._phrase = phrase
            return
        self._steps.setdefault(steps[0], _Node()).grow(steps[1:], phrase)


def _tree(phrases: Mapping[str, Phrase]) -> dict[str, _Node]:
    """Dotted names as nested nodes, by their first step."""
    root = _Node()
    for name, phrase in phrases.items():
        root.grow(name.split("."), phrase)
    return root._steps  # noqa: SLF001 - its own kind
