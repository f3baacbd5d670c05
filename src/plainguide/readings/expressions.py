"""Ledger expressions: `{{ some_trial.final.orr }}`, `{{ cite("doe-2023") }}`, `{{ picture(…) }}`.

Jinja parses and evaluates them, in its sandbox, one by one, so that each fault has a line and a
column. Only names, `cite` and `picture` are let through: content holds no code, not even a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from plainguide.model.evidence import Ledger
from plainguide.model.place import Finding, Place
from plainguide.readings.names import Names
from plainguide.readings.phrase import Phrase

_LONGEST = 200
"""From how many signs on an expression is surely none, and not worth parsing."""
SPAN = re.compile(r"\{\{(?P<inside>.*?)\}\}")
_CODE_SPAN = re.compile(r"(`+)(?:(?!\1).)+\1")
_SENTENCE_START = re.compile(
    r"(?:\A\s*|[.!?]\*{0,2}\s+|(?:\A|\n)\s*(?:[-*+]|\d+\.)\s+|\|\s*)[*_(\"“]*\Z"
)
_BETWEEN = ' \t\n*_("“'
_MARK = 40
"""More than what ends a sentence or marks an item can be long; the rest need not be looked at."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure, as an expression asked for it."""

    ref: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, as an expression cited it."""

    source: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A picture, as an expression asked for it: its kind, what it is of, and what else was said."""

    arguments: tuple[str, ...]


Result = Shown | Cited | Asked


def spans(text: str) -> Iterator[re.Match[str]]:
    """The expressions of one line, in order; those inside code spans are only shown, not run."""
    if "{{" not in text:
        return
    quoted = [match.span() for match in _CODE_SPAN.finditer(text)]
    for match in SPAN.finditer(text):
        if not any(start <= match.start() < end for start, end in quoted):
            yield match


class Evaluator:
    """Evaluates the expressions of one reading."""

    def __init__(self, names: Names, ledger: Ledger) -> None:
        """Prepare the sandbox.

        Args:
            names: what this reading can name.
            ledger: what the names are of, with the sources that the reading can cite.
        """
        self._names = names
        self._ledger = ledger
        self._env = _Sandbox(undefined=StrictUndefined)
        self._env.globals.clear()
        self._context = _tree(names.phrases)
        self._known: dict[str, Result | str | None] = {}

    def evaluate(self, inside: str, place: Place) -> Result | Finding | None:
        """Evaluate what stands between `{{` and `}}`.

        Args:
            inside: the expression.
            place: where it stands.

        Returns:
            The figure, the citation or the picture that it names, or what is wrong with it. None
            where it names what is not there, but may be in a part of the ledger that could not be
            read.
        """
        key = inside.strip()
        if key not in self._known:
            self._known[key] = self._evaluate(key)
        result = self._known[key]
        return Finding(place, "unknown-name", result) if isinstance(result, str) else result

    def _evaluate(self, inside: str) -> Result | str | None:
        """The result, or a message; none where it may not have been read."""
        if len(inside) > _LONGEST:
            return f"an expression has at most {_LONGEST} signs; write {{{{ entry.part.figure }}}}"
        try:
            tree = self._env.parse("{{" + inside + "}}")
        except (TemplateSyntaxError, RecursionError) as error:
            problem = f"`{inside}` is no expression ({str(error).partition(chr(10))[0]})"
            return f"{problem}; write {{{{ entry.part.figure }}}}"
        output = next(iter(tree.find_all(nodes.Output)), None)
        expression = output.nodes[0] if output and len(output.nodes) == 1 else None
        if name := _dotted(expression):
            return self._show(name)
        name, arguments = _called(expression)
        if name == "cite" and len(arguments) == 1:
            return self._cite(arguments[0])
        if name == "picture":
            return Asked(arguments)
        return (
            f"`{inside}` is more than a name; content holds no code: write "
            '{{ entry.part.figure }} or {{ cite("source") }}'
        )

    def _show(self, name: str) -> Shown | str | None:
        """The figure of this name."""
        names = self._names
        if name in names.phrases:
            run = self._env.compile_expression(name, undefined_to_none=False)
            node: Any = run(**self._context)
            return Shown(name, node[""])
        if not self._ledger.whole:
            return None
        if name in names.withheld:
            kinds = "a ratio, a dose, or a median that was not reached"
            return f"{name} is {kinds}, which this reading does not show; say it in words"
        near = get_close_matches(name, [*names.phrases, *names.withheld], n=1, cutoff=0.5)
        hint = f"did you mean {{{{ {near[0]} }}}}?" if near else "add it to the ledger"
        return f"the ledger has no {name}; {hint}"

    def _cite(self, source: str) -> Cited | str | None:
        """The citation of this source."""
        sources = self._ledger.sources
        if source in sources:
            return Cited(source)
        if not self._ledger.whole:
            return None
        near = get_close_matches(source, sources, n=1)
        hint = f'did you mean {{{{ cite("{near[0]}") }}}}?' if near else "add it to the sources"
        return f'no source is called "{source}"; {hint}'


def at_sentence_start(before: str) -> bool:
    """Tell whether what follows `before`, in the same block, starts a sentence or an item."""
    end = len(before.rstrip(_BETWEEN))
    return bool(_SENTENCE_START.search(before, max(0, end - _MARK)))


def data_element(shown: Shown, *, capital: bool) -> str:
    """A figure as a `<data>` element that carries its address and exact value."""
    text = shown.phrase.text
    said = text[0].upper() + text[1:] if capital else text
    value = escape(shown.phrase.value)
    return f'<data value="{value}" data-figure="{shown.ref}">{escape(said, quote=False)}</data>'


def _dotted(node: nodes.Node | None) -> str | None:
    """`a.b.c` of an expression that is only that."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        before = _dotted(node.node)
        return f"{before}.{node.attr}" if before else None
    return None


def _called(node: nodes.Node | None) -> tuple[str, tuple[str, ...]]:
    """Name and arguments of an expression that is `name("one", "two")` and only that."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return "", ()
    given = [arg.value if isinstance(arg, nodes.Const) else None for arg in node.args]
    texts = tuple(value for value in given if isinstance(value, str))
    whole = len(texts) == len(given) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    return (node.node.name, texts) if whole else ("", ())


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with even less in it: names are looked up in the ledger, nowhere else."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """The step `attribute` below a name."""
        return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)


def _tree(phrases: Mapping[str, Phrase]) -> dict[str, Any]:
    """Dotted names as nested dictionaries; a phrase is under the empty step of its name."""
    root: dict[str, Any] = {}
    for name, phrase in phrases.items():
        node = root
        for step in name.split("."):
            node = node.setdefault(step, {})
        node[""] = phrase
    return root
