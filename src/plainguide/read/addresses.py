"""`addresses.yml`: read it, and add lines to it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import TypeAdapter

from plainguide.model.addresses import Addresses
from plainguide.model.place import Finding, Place
from plainguide.read.records import places_below, validate
from plainguide.read.text import decode
from plainguide.read.yaml import parse

ADDRESSES = "addresses.yml"
_ADDRESSES = TypeAdapter(Addresses)
_HEAD = """\
# Short addresses: each id leads to a topic or a section, for ever. `plainguide addresses` adds what
# is missing. Where you rename what an id leads to, write `former: present` under `moved`.
"""
_KEY = re.compile(r"^sections:[ \t]*(?P<inline>\{[ \t]*\})?[ \t]*(?P<comment>#.*)?$")
_INSIDE = re.compile(r"^(?P<indent>[ \t]+)[^\s#]")


def read_addresses(
    data: bytes, path: str, found: list[Finding], places: dict[str, Place]
) -> Addresses | None:
    """Read the short addresses of a guide.

    Args:
        data: the file's bytes.
        path: the file.
        found: takes a finding a fault.
        places: takes where each of them stands, such as `addresses.sections.b3f9`, and `addresses`
            where there is such a file at all.

    Returns:
        The addresses; none where anything in the file is at fault.
    """
    places["addresses"] = Place(path)
    text = decode(data, path, found)
    parsed = parse(text, path, found) if text is not None else None
    if parsed is None:
        return None
    places.update({f"addresses.{key}": place for key, place in places_below(parsed).items()})
    return validate(_ADDRESSES, parsed, found)


def with_added(text: str, added: Mapping[str, str]) -> str:
    """The file with more ids below `sections`; all else in it stays as it is.

    Args:
        text: the file; empty where there is none yet.
        added: where each new id leads, in the order to write them.

    Raises:
        UnexpectedFormError: where `sections` is not written with one id a line.
    """
    lines = text.splitlines() or _HEAD.splitlines()
    at = next((n for n, line in enumerate(lines) if line.startswith("sections:")), None)
    if at is None:
        lines.append("sections:")
        at = len(lines) - 1
    key = _KEY.match(lines[at])
    if key is None:
        raise UnexpectedFormError(at + 1)
    comment = f"  {key['comment']}" if key["comment"] else ""
    lines[at] = f"sections:{comment}"
    end, indent = at, "  "
    for number in range(at + 1, len(lines)):
        if inside := _INSIDE.match(lines[number]):
            end, indent = number, inside["indent"]
        elif lines[number].strip() and not lines[number].lstrip().startswith("#"):
            break
    new = [f"{indent}{short}: {target}" for short, target in added.items()]
    return "\n".join([*lines[: end + 1], *new, *lines[end + 1 :], ""])


class UnexpectedFormError(Exception):
    """`sections` is written in a way that lines cannot be added to.

    Attributes:
        line: where, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line
