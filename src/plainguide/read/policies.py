"""The folder `rules/`: what a guide asks of its texts, one file a rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import PurePosixPath

from pydantic import TypeAdapter

from plainguide.model.base import Record
from plainguide.model.place import Finding, Place
from plainguide.read.records import validate
from plainguide.read.text import decode
from plainguide.read.yaml import parse


def read_policies(
    files: Iterable[tuple[str, bytes]],
    known: Mapping[str, type[Record]],
    found: list[Finding],
) -> dict[type[Record], Record]:
    """Read what a guide asks of its texts.

    Args:
        files: each file's path and bytes; a file is called after its rule.
        known: the record that each rule follows, by the rule's code.
        found: takes a finding a fault.

    Returns:
        What was read, by its type. A rule whose file is not there, or is at fault, has none.
    """
    read: dict[type[Record], Record] = {}
    for path, data in files:
        code = PurePosixPath(path).stem
        record = known.get(code)
        if record is None:
            near = get_close_matches(code, known, n=1)
            hint = f"did you mean `{near[0]}`?" if near else "take the file out"
            message = f"no rule that follows a file is called `{code}`; {hint}"
            found.append(Finding(Place(path), "schema", message))
            continue
        policy, faults = _policy(path, data, record)
        found.extend(faults)
        if policy:
            read[record] = policy
    return read


@lru_cache(maxsize=256)
def _policy(
    path: str, data: bytes, record: type[Record]
) -> tuple[Record | None, tuple[Finding, ...]]:
    """One file, kept with what rules make of it: the next check in this process asks it again."""
    found: list[Finding] = []
    text = decode(data, path, found)
    parsed = parse(text, path, found) if text is not None else None
    policy = validate(TypeAdapter(record), parsed, found) if parsed else None
    return policy, tuple(found)
