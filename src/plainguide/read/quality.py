"""The folder `quality/`: the instruments, and one file for each page that was assessed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from pydantic import TypeAdapter

from plainguide.model.base import Slug
from plainguide.model.place import Finding, Place
from plainguide.model.quality import Answer, Assessment, Instrument, Item
from plainguide.read.records import places_below, validate
from plainguide.read.text import decode
from plainguide.read.yaml import Parsed, parse

_INSTRUMENTS: TypeAdapter[dict[Slug, Instrument]] = TypeAdapter(dict[Slug, Instrument])
_ASSESSMENT: TypeAdapter[dict[Slug, dict[Item, Answer]]] = TypeAdapter(
    dict[Slug, dict[Item, Answer]]
)
INSTRUMENTS = "instruments"


def read_quality(
    files: Iterable[tuple[str, bytes]], found: list[Finding], places: dict[str, Place]
) -> tuple[dict[str, Instrument], dict[str, Assessment]]:
    """Read the instruments, and the assessments by topic.

    Args:
        files: each file's path and bytes.
        found: takes a finding a fault.
        places: takes where each answer stands, as `quality.TOPIC.INSTRUMENT.ITEM`.
    """
    instruments: dict[str, Instrument] = {}
    assessments: dict[str, Assessment] = {}
    for path, data in files:
        name = PurePosixPath(path).stem
        text = decode(data, path, found)
        parsed = parse(text, path, found) if text is not None else None
        if parsed is None:
            continue
        if name == INSTRUMENTS:
            instruments = validate(_INSTRUMENTS, parsed, found) or {}
        elif assessment := validate(_ASSESSMENT, parsed, found):
            assessments[name] = assessment
        places.update(_places(name, parsed))
    return instruments, assessments


def _places(name: str, parsed: Parsed) -> dict[str, Place]:
    below = places_below(parsed)
    return {f"quality.{name}.{key}".rstrip("."): place for key, place in below.items()}
