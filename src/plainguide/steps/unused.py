"""Leave out of a stylesheet what no page of a site can ever show.

Material's stylesheet serves many kinds of sites; a guide shows a tenth of what it styles, and a
phone has to load and to understand the rest all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import tinycss2
from tinycss2 import ast

_WORD = re.compile(r"[\w-]+")
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_IN_BLOCKS = frozenset(("media", "supports", "layer"))


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> frozenset[str]:
    """Every name that an element of a site can have as a class.

    Args:
        pages: HTML.
        scripts: each word of a script may become a class.
    """
    found: set[str] = set()
    for html in pages:
        for classes in _CLASSES.findall(html):
            found.update(classes.split())
    for script in scripts:
        found.update(_WORD.findall(script))
    return frozenset(found)


def without_unused(css: str, names: Collection[str]) -> str:
    """A stylesheet without the rules whose selectors ask for a class that no element has.

    Selectors that ask for no class stay, and so does what stands in `:not()`, `:is()` and the like.

    Args:
        css: a stylesheet without faults.
        names: the classes that there are.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_kept(rules, names))


def _kept(rules: Sequence[ast.Node], names: Collection[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            wanted = [part for part in _selectors(rule.prelude) if _classes(part) <= set(names)]
            if wanted:
                selectors = ",".join(tinycss2.serialize(part).strip() for part in wanted)
                yield f"{selectors}{{{tinycss2.serialize(rule.content)}}}"
        elif (
            isinstance(rule, ast.AtRule)
            and rule.content is not None
            and rule.lower_at_keyword in _IN_BLOCKS
        ):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            text = "".join(_kept(inner, names))
            if text:
                prelude = tinycss2.serialize(rule.prelude).strip()
                yield f"@{rule.at_keyword} {prelude}{{{text}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: Sequence[ast.Node]) -> Iterator[list[ast.Node]]:
    """The selectors of a list, which commas part."""
    part: list[ast.Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _classes(selector: Sequence[ast.Node]) -> set[str]:
    """The classes that a selector asks for outside of brackets."""
    return {
        after.value
        for before, after in pairwise(selector)
        if before.type == "literal" and before.value == "." and after.type == "ident"
    }
