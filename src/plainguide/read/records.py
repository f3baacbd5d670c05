"""Plain values to typed records, with a finding a fault."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from plainguide.model.fault import FaultAt
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
        known = sorted(_known_keys(adapter))
        faults = [(detail, _path(detail, value)) for detail in error.errors()]
        meant = {
            (*loc[:-1], near)
            for detail, loc in faults
            if detail["type"] == "extra_forbidden" and (near := _nearest(loc, known))
        }
        for detail, loc in faults:
            # A misspelt key is one fault, not a missing key and an unknown one.
            if detail["type"] != "missing" or loc not in meant:
                place = parsed.place((*at, *loc))
                found.append(Finding(place, "schema", _message(detail, loc, known)))
        return None


def _nearest(loc: Path, known: Sequence[str]) -> str | None:
    """The key that a misspelt one was meant to be."""
    near = get_close_matches(str(loc[-1]), known, n=1)
    return near[0] if near else None


def _path(detail: ErrorDetails, value: object) -> Path:
    """The steps of an error's path that exist in the document, and the key that is missing there.

    Pydantic puts the chosen member of a union into the path; no author wrote it.
    """
    kept: list[str | int] = []
    reason = detail.get("ctx", {}).get("error")
    loc = (*detail["loc"], *(reason.at if isinstance(reason, FaultAt) else ()))
    for index, step in enumerate(loc):
        is_missing = detail["type"] == "missing" and index == len(loc) - 1
        if isinstance(value, dict) and (step in value or is_missing):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        kept.append(step)
    return tuple(kept)


def _message(detail: ErrorDetails, loc: Path, known: Sequence[str]) -> str:
    """Say an error in the words of someone who edits the file."""
    key = ".".join(str(step) for step in loc) or "this"
    kind = detail["type"]
    if kind == "missing":
        return f"`{key}` is missing; add it"
    if kind == "extra_forbidden":
        near = _nearest(loc, known)
        hint = f"did you mean `{near}`?" if near not in {None, loc[-1]} else "take it out"
        return f"`{key}` is not a key that is known here; {hint}"
    context = detail.get("ctx", {})
    tag = str(context.get("discriminator", "")).strip("'")
    if kind == "union_tag_not_found":
        return f"`{key}` does not say its `{tag}`; add it"
    if kind == "union_tag_invalid":
        return f"`{key}`: no {tag} is called {context['tag']!r}; use {context['expected_tags']}"
    if kind in {"model_type", "dict_type"}:
        return f"`{key}` should be a list of `name: value`; write it so"
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
