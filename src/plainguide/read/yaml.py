"""YAML to plain values, with the place of each.

Only the plain part of YAML is taken: no anchors, aliases or tags, so a few lines cannot unfold
into gigabytes, and no key twice, so nothing is overwritten unseen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plainguide.model.place import Finding, Place

_ANCHOR = re.compile(r"(?:^|[\s\[{,:-])[&*]\w", re.MULTILINE)

Path = tuple[str | int, ...]
"""The keys and indices that lead to a value."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A YAML document: plain values, and where each of them stands."""

    data: Any
    places: Mapping[Path, Place] = field(default_factory=dict)

    def place(self, path: Path) -> Place:
        """The place of a value, or of the nearest thing around it that has one."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places[path]


def parse(text: str, path: str, found: list[Finding], first_line: int = 1) -> Parsed | None:
    """Parse one YAML document.

    Args:
        text: the document.
        path: the file's path, for messages.
        found: takes a finding for each thing that can't be read.
        first_line: the line of the file on which the document starts.

    Returns:
        The values, with decimals instead of floats and dates left as text; none where any part
        of it could not be read.
    """
    parsed, faults = _parsed(text, path, first_line)
    found.extend(faults)
    return parsed


@lru_cache(maxsize=1024)
def _parsed(text: str, path: str, first_line: int) -> tuple[Parsed | None, tuple[Finding, ...]]:
    """The same, kept: between two checks in one process most files are as they were."""
    found: list[Finding] = []
    parsed = _parse(text, path, found, first_line)
    return parsed, tuple(found)


def _parse(text: str, path: str, found: list[Finding], first_line: int) -> Parsed | None:
    """Parse one document; what is wrong goes to `found`."""
    before = len(found)
    try:
        node = _compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + first_line, mark.column + 1) if mark else Place(path)
        problem = error.problem or error.context or "this can't be read"
        found.append(Finding(place, "yaml", f"{problem}; compare with the lines around it"))
        return None
    except (YAMLError, ValueError) as error:
        message = " ".join(str(error).split())
        found.append(Finding(Place(path, first_line), "yaml", message))
        return None
    except RecursionError:
        place = Place(path, first_line)
        found.append(Finding(place, "yaml", "nested too deeply; flatten it"))
        return None
    if node is None:
        found.append(Finding(Place(path, first_line), "yaml", "there is nothing here; fill it in"))
        return None
    reader = _Reader(path, first_line, found)
    data = reader.value(node, ())
    return None if len(found) > before else Parsed(data, reader.places)


def _compose(text: str) -> Node | None:
    """The document's nodes: from libyaml, which is fast, or else from ruamel itself.

    Ruamel's errors tell more, and only its nodes know their anchors.
    """
    node: Node | None
    if not _ANCHOR.search(text):
        try:
            node = YAML(typ="safe", pure=False).compose(text)
        except (YAMLError, ValueError, RecursionError):
            pass
        else:
            return node
    node = YAML(typ="safe", pure=True).compose(text)
    return node


class _Reader:
    """Turns one document's nodes into values, and remembers where they stood."""

    def __init__(self, path: str, first_line: int, found: list[Finding]) -> None:
        self.places: dict[Path, Place] = {}
        self._path = path
        self._first_line = first_line
        self._found = found
        self._seen: set[int] = set()

    def value(self, node: Node, path: Path) -> Any:  # noqa: ANN401 - YAML holds anything
        """The value of a node; its place is put down under `path`."""
        place = self._place(node)
        self.places.setdefault(path, place)
        if id(node) in self._seen or node.anchor:
            self._report(place, "anchors and aliases are not used here; write the value out")
            return None
        self._seen.add(id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        return self._scalar(str(node.tag), str(node.value), place)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            key = key_node.value
            if not isinstance(key_node, ScalarNode):
                self._report(place, "a key must be one word")
                continue
            if key in result:
                self._report(place, f"`{key}` is here twice; keep one")
                continue
            self.places[(*path, key)] = place
            result[key] = self.value(value_node, (*path, key))
        return result

    def _scalar(self, tag: str, text: str, place: Place) -> Any:  # noqa: ANN401 - YAML holds anything
        kind = tag.rpartition(":")[2]
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() == "true"
        if kind == "int" and text.lstrip("+-").isdigit():
            return int(text)
        if kind in {"int", "float"}:
            return self._decimal(text, place)
        if kind in {"str", "timestamp"}:
            return text
        self._report(place, f"the tag {tag} is not used here; write a plain value")
        return None

    def _decimal(self, text: str, place: Place) -> Decimal | None:
        try:
            number = Decimal(text)
        except ArithmeticError:
            number = Decimal("NaN")
        if not number.is_finite():
            self._report(place, f"`{text}` is not a number that can be published")
            return None
        return number

    def _place(self, node: Node) -> Place:
        mark = node.start_mark
        return Place(self._path, mark.line + self._first_line, mark.column + 1)

    def _report(self, place: Place, message: str) -> None:
        self._found.append(Finding(place, "yaml", message))
