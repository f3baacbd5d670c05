"""The ledger's files: `sources.yml` or a folder `sources`, and any number of files with entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pydantic import TypeAdapter

from plainguide.model.base import LedgerName, Slug
from plainguide.model.entry import AnyEntry, Entry
from plainguide.model.evidence import Ledger
from plainguide.model.figure import Checked
from plainguide.model.place import Finding, Place
from plainguide.model.source import Source
from plainguide.read.records import places_below, validate
from plainguide.read.text import decode
from plainguide.read.yaml import Parsed, parse

_ENTRY: TypeAdapter[AnyEntry] = TypeAdapter(Entry)
_SOURCE = TypeAdapter(Source)
_LEDGER_NAME = TypeAdapter(LedgerName)
_SLUG = TypeAdapter(Slug)
_PART_KEYS = ("cuts", "approvals", "labels", "groups", "editions", "definitions")
_KEYS_IN_PARTS = ("figures", "statements")

SOURCES = "sources.yml"


def read_ledger(files: Sequence[tuple[str, bytes]], found: list[Finding]) -> Ledger:
    """Read every file of the ledger.

    Args:
        files: each file's path and bytes.
        found: takes a finding a fault.

    Returns:
        All entries and sources that could be read.
    """
    before = len(found)
    entries: dict[str, AnyEntry] = {}
    sources: dict[str, Source] = {}
    places: dict[str, Place] = {}
    for path, data in files:
        is_sources = _holds_sources(path)
        for name, parsed in _records(path, data, found):
            _check_name(_SLUG if is_sources else _LEDGER_NAME, name, parsed, found)
            if name in (sources if is_sources else entries):
                message = f"`{name}` is already in the ledger; choose another name"
                found.append(Finding(parsed.place((name,)), "duplicate-id", message))
            elif is_sources:
                if source := validate(_SOURCE, parsed, found, (name,)):
                    sources[name] = source
                    places |= _places_of_source(name, parsed)
            elif entry := validate(_ENTRY, parsed, found, (name,)):
                entries[name] = entry
                places |= _places_of(name, parsed)
    ledger = Ledger(entries, sources, places, whole=len(found) == before)
    if ledger.whole:
        found.extend(_unknown_sources(ledger))
    return ledger


def _holds_sources(path: str) -> bool:
    """Whether a file is `sources.yml`, or one of a folder `sources`."""
    *_, folder, file = ("", *path.split("/"))
    return file == SOURCES or folder == SOURCES.removesuffix(".yml")


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
    """Places by the addresses that expressions use: without `cuts`, `figures` and the like."""
    result: dict[str, Place] = {}
    for dotted, place in places_below(parsed, (name,)).items():
        steps = [name, *dotted.split(".")]
        plain = [s for i, s in enumerate(steps) if not (i == 1 and s in _PART_KEYS)]
        plain = [s for i, s in enumerate(plain) if not (i == 2 and s in _KEYS_IN_PARTS)]  # noqa: PLR2004 - entry, part, `figures`
        result.setdefault(".".join(plain).rstrip("."), place)
    return result


def _places_of_source(name: str, parsed: Parsed) -> dict[str, Place]:
    """Places by `source:its-id` and `source:its-id.key`, which no address of a figure can be."""
    below = places_below(parsed, (name,))
    return {f"source:{name}.{key}".rstrip("."): place for key, place in below.items()}


def _unknown_sources(ledger: Ledger) -> Iterator[Finding]:
    """Report what names a source, or a place of reading, that is not among the sources."""
    for ref, source, checked in _named_sources(ledger):
        named = {"checked.in": checked.read_in if checked else source, "source": source}
        for key, name in named.items():
            at = f"{ref}.{key}"
            if name not in ledger.sources and at in ledger.places:
                near = get_close_matches(name, ledger.sources, n=1)
                hint = f"did you mean `{near[0]}`?" if near else f"add it to {SOURCES}"
                message = f"no source is called `{name}`; {hint}"
                yield Finding(ledger.places[at], "unknown-source", message)


def _named_sources(ledger: Ledger) -> Iterator[tuple[str, str, Checked | None]]:
    """The address of all that can name a source, with the source and the place of reading."""
    for part in ledger.sourced_parts():
        yield part.ref, part.source, part.checked
    for pathway in ledger.pathways():
        yield pathway.ref, pathway.source, pathway.checked
    for statement in ledger.statements():
        yield statement.ref, statement.source, statement.checked
    for bound in ledger.figures():
        yield bound.ref, bound.source, bound.checked
