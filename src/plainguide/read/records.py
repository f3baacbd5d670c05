"""Plain values to typed records, with a finding a fault."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from plainguide.model.place import Finding, Place
from plainguide.read.yaml import Parsed, Path

Typed = TypeVar("Typed")


def validate(
    adapter: TypeAdapter[Typed], parsed: Parsed, found: list[Finding], at: Path = ()
) -> Typed | None:
    """Make a record of the value at `at`, or say what is wrong with it.

    Args:
        adapter: the record's type.
        parsed: the document.
        found: takes a finding a fault, at the key or value that is to blame.
        at: the path of the value inside the document.

    Returns:
        The record; none where anything in it is wrong.
    """
    value = parsed.data
    for step in at:
        value = value[step]
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        for detail in error.errors():
            loc = _drop_union_tags(detail["loc"], value)
            place = parsed.place((*at, *loc))
            found.append(Finding(place, "schema", _message(detail, loc, adapter)))
        return None


def _drop_union_tags(loc: Path, value: object) -> Path:
    """Keep those steps of an error's path that exist in the document.

    Pydantic puts the chosen member of a union into the path; no author wrote it.
    """
    kept: list[str | int] = []
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(value, dict) and (step in value or last):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        kept.append(step)
    return tuple(kept)


def _message(detail: ErrorDetails, loc: Path, adapter: TypeAdapter[Typed]) -> str:
    """Say an error in the words of someone who edits the file."""
    key = ".".join(str(step) for step in loc) or "this"
    kind = detail["type"]
    if kind == "missing":
        return f"`{key}` is missing; add it"
    if kind == "extra_forbidden":
        near = get_close_matches(str(loc[-1]), sorted(_known_keys(adapter)), n=1)
        hint = f"did you mean `{near[0]}`?" if near else "take it out"
        return f"`{key}` is not a key that is known here; {hint}"
    if kind == "union_tag_not_found":
        tag = str(detail.get("ctx", {}).get("discriminator", "")).strip("'")
        return f"`{key}` does not say its `{tag}`; add it"
    reason = detail["msg"].removeprefix("Value error, ")
    shown = str(detail["input"])
    given = f" (it is {shown!r})" if not isinstance(detail["input"], dict | list) else ""
    return f"`{key}`: {reason[0].lower()}{reason[1:]}{given}"


def _known_keys(adapter: TypeAdapter[Typed]) -> Iterable[str]:
    """Every key that any record inside this type takes."""
    schema = adapter.json_schema(by_alias=True)
    blocks = [schema, *schema.get("$defs", {}).values()]
    return {key for block in blocks for key in block.get("properties", {})}


def places_below(parsed: Parsed, at: Path = ()) -> dict[str, Place]:
    """The places of all values below `at`, by dotted path."""
    depth = len(at)
    return {
        ".".join(str(step) for step in path[depth:]): place
        for path, place in parsed.places.items()
        if path[:depth] == at
    }
