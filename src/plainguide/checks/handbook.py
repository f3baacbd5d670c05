"""The handbook of rules: a page for each, made from its docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plainguide.checks.registry import Rule

_PART = re.compile(r"^(Why|Bad|Good|Source):[ \t]*", re.MULTILINE)
_LOOKS_AT = {
    "reading": "each reading of each topic",
    "topic": "both readings of each topic, side by side",
    "figure": "each figure of the ledger",
    "part": "each part of the ledger: a data cut, an approval, a label and the like",
    "entry": "each entry of the ledger",
    "guide": "the guide as a whole",
}
_BESIDE = """Write beside the words that it is about, at the end of the line or on the line above:

    <!-- accept {code}: why it is right here -->

In front matter and in YAML files the comment is `# accept {code}: why it is right here`."""
_IN_LEDGER = """Write into the figure, in the ledger:

    accept: {{{code}: why it is right as it stands}}"""


@dataclass(frozen=True, slots=True)
class Told:
    """A rule's docstring, in its parts.

    Attributes:
        summary: its first line.
        about: what counts, in paragraphs; may be empty.
        parts: `Why`, `Bad`, `Good` and `Source`, each with its text.
    """

    summary: str
    about: str
    parts: Mapping[str, str]


def told(rule: Rule) -> Told:
    """Part what a rule says of itself."""
    pieces = _PART.split(rule.doc)
    summary, _, about = pieces[0].partition("\n")
    pairs = zip(pieces[1::2], pieces[2::2], strict=True)
    parts = {name: inspect.cleandoc(text).strip() for name, text in pairs}
    for name in ("Why", "Source"):
        parts[name] = parts[name][:1].upper() + parts[name][1:]
    return Told(summary.strip(), inspect.cleandoc(about).strip(), parts)


def rule_page(rule: Rule) -> str:
    """A rule's page, as Markdown."""
    return "\n\n".join(_page(rule)) + "\n"


def _page(rule: Rule) -> Iterator[str]:
    said = told(rule)
    yield f"# {rule.code}"
    yield said.summary
    if said.about:
        yield said.about
    stops = "stops the build" if rule.level == "error" else "warns, and stops only a strict check"
    yield f"It looks at {_LOOKS_AT[rule.scope]}, and {stops}."
    yield f"## Why\n\n{said.parts['Why']}"
    yield f"## Bad\n\n{_quoted(said.parts['Bad'])}"
    yield f"## Good\n\n{_quoted(said.parts['Good'])}"
    if rule.policy:
        doc = inspect.getdoc(rule.policy) or ""
        yield (
            f"## What the guide says of it\n\nIt follows `content/rules/{rule.code}.yml`, and is "
            f"idle in a guide without that file.\n\n{_quoted(doc)}"
        )
    yield f"## How to accept an exception\n\n{_accept(rule)}"
    yield f"## Source\n\n{said.parts['Source']}"


def _accept(rule: Rule) -> str:
    how = (_IN_LEDGER if rule.scope == "figure" else _BESIDE).format(code=rule.code)
    return f"{how}\n\nAn exception that accepts nothing is a finding itself, and all are listed."


def index_page(rules: Mapping[str, Rule]) -> str:
    """The list of all rules, as Markdown."""
    rows = [
        f"| [{code}]({code}.md) | {rule.level} | {rule.scope} | {told(rule).summary} |"
        for code, rule in rules.items()
    ]
    head = ["# Rules", "", "| Rule | Level | Looks at | What it finds |", "|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def rule_list(rules: Mapping[str, Rule]) -> str:
    """The list of all rules for a terminal."""
    width = max(len(code) for code in rules)
    return "\n".join(
        f"{code:<{width}}  {rule.level:<7}  {told(rule).summary}" for code, rule in rules.items()
    )


def _quoted(text: str) -> str:
    """Text as a block of code."""
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
