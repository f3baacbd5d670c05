"""A clinic's own file, from its bytes."""

from __future__ import annotations

from pydantic import TypeAdapter

from plainguide.model.clinic import Clinic
from plainguide.model.place import Finding, Place
from plainguide.read.records import validate
from plainguide.read.text import decode
from plainguide.read.yaml import parse

_CLINIC = TypeAdapter(Clinic)


def read_clinic(data: bytes, path: str, found: list[Finding]) -> tuple[Clinic, Place] | None:
    """Read a clinic, and where its logo is named.

    Args:
        data: of the file.
        path: of the file, for messages.
        found: takes a finding a fault.

    Returns:
        None where anything in it is wrong.
    """
    text = decode(data, path, found)
    parsed = parse(text, path, found) if text is not None else None
    clinic = validate(_CLINIC, parsed, found) if parsed else None
    return (clinic, parsed.place(("logo",))) if clinic and parsed else None
