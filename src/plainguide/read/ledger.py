"""The ledger's files: `sources.yml`, and any number of files with entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pydantic import TypeAdapter

from plainguide.model.base import LedgerName, Slug
from plainguide.model.evidence import Entry, Ledger, Survey, Therapy, Trial
from plainguide.model.place import Finding, Place
from plainguide.model.source import Source
from plainguide.read.records import places_below, validate
from plainguide.read.text import decode
from plainguide.read.yaml import Parsed, parse

_ENTRY: TypeAdapter[Trial | Therapy | Survey] = TypeAdapter(Entry)
_SOURCE = TypeAdapter(Source)
_LEDGER_NAME = TypeAdapter(LedgerName)
_SLUG = TypeAdapter(Slug)
_PART_KEYS = ("cuts", "approvals", "labels", "groups")

SOURCES = "sources.yml"


def read_ledger(files: Sequence[tuple[str, bytes]], found: list[Finding]) -> Ledger:
    """Read every file of the ledger.

    Args:
        files: each file's path and bytes; one called `sources.yml` holds the sources.
        found: takes a finding a fault.

    Returns:
        All entries and sources that could be read.
    """
    before = len(found)
    entries: dict[str, Trial | Therapy | Survey] = {}
    sources: dict[str, Source] = {}
    places: dict[str, Place] = {}
    for path, data in files:
        is_sources = path.rpartition("/")[2] == SOURCES
        for name, parsed in _records(path, data, found):
            _check_name(_SLUG if is_sources else _LEDGER_NAME, name, parsed, found)
            if name in (sources if is_sources else entries):
                message = f"`{name}` is already in the ledger; choose another name"
                found.append(Finding(parsed.place((name,)), "duplicate-id", message))
            elif is_sources:
                if source := validate(_SOURCE, parsed, found, (name,)):
                    sources[name] = source
            elif entry := validate(_ENTRY, parsed, found, (name,)):
                entries[name] = entry
                places |= _places_of(name, parsed)
    ledger = Ledger(entries, sources, places, whole=len(found) == before)
    if ledger.whole:
        found.extend(_unknown_sources(ledger))
    return ledger


def _records(path: str, data: bytes, found: list[Finding]) -> Iterator[tuple[str, Parsed]]:
    """Each record of one file, by name."""
    text = decode(data, path, found)
    parsed = parse(text, path, found) if text is not None else None
    if parsed is None:
        return
    if not isinstance(parsed.data, dict):
        message = "a file of the ledger is a list of `name: record`; write it so"
        found.append(Finding(parsed.place(()), "schema", message))
        return
    for name in parsed.data:
        yield name, parsed


def _check_name(adapter: TypeAdapter[str], name: str, parsed: Parsed, found: list[Finding]) -> None:
    """Report a name that expressions or addresses could not use."""
    named = Parsed(name, {(): parsed.place((name,))})
    validate(adapter, named, found)


def _places_of(name: str, parsed: Parsed) -> dict[str, Place]:
    """Places by the addresses that expressions use: without `cuts` and `figures`."""
    result: dict[str, Place] = {}
    for dotted, place in places_below(parsed, (name,)).items():
        steps = [name, *dotted.split(".")]
        plain = [s for i, s in enumerate(steps) if not (i == 1 and s in _PART_KEYS)]
        plain = [s for i, s in enumerate(plain) if not (i == 2 and s == "figures")]  # noqa: PLR2004 - entry, part, `figures`
        result.setdefault(".".join(plain).rstrip("."), place)
    return result


def _unknown_sources(ledger: Ledger) -> Iterator[Finding]:
    """Report figures whose source, or whose place of reading, is not among the sources."""
    for bound in ledger.figures():
        read_in = bound.checked.read_in if bound.checked else bound.source
        for source in dict.fromkeys((bound.source, read_in)):
            if source not in ledger.sources:
                near = get_close_matches(source, ledger.sources, n=1)
                hint = f"did you mean `{near[0]}`?" if near else f"add it to {SOURCES}"
                message = f"no source is called `{source}`; {hint}"
                yield Finding(bound.place, "unknown-source", message)
