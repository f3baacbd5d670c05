"""Snapshots of earlier editions: JSON that the engine wrote."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError

from plainguide.model.history import Snapshot
from plainguide.model.place import Finding, Place

_SNAPSHOT = TypeAdapter(Snapshot)


def read_history(files: Iterable[tuple[str, bytes]], found: list[Finding]) -> tuple[Snapshot, ...]:
    """Read every snapshot, oldest first.

    Args:
        files: each file's path and bytes.
        found: takes a finding for each file that is no snapshot.
    """
    read: list[Snapshot] = []
    for path, data in files:
        try:
            read.append(_SNAPSHOT.validate_json(data))
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            message = f"this is no snapshot of an edition ({reason}); restore it from history"
            found.append(Finding(Place(path), "history", message))
    return tuple(sorted(read, key=lambda snapshot: (snapshot.date, snapshot.version)))


def written(snapshot: Snapshot) -> bytes:
    """A snapshot as a file, one item a line so that differences can be read."""
    return (snapshot.model_dump_json(indent=1) + "\n").encode()
