"""Record what an edition says, and compare editions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from plainguide.model.guide import Edition
from plainguide.model.history import Snapshot, changes, rewritten
from plainguide.model.pictures import PictureWords, unworded
from plainguide.model.place import Finding, Place
from plainguide.read.addresses import ADDRESSES, read_addresses
from plainguide.read.guide import GLOSSARY, SETTINGS, below, read_glossary
from plainguide.read.history import written
from plainguide.read.ledger import read_ledger
from plainguide.read.text import decode
from plainguide.read.topics import read_topic
from plainguide.read.yaml import parse
from plainguide.readings.compile import Compiler
from plainguide.readings.snapshot import snapshot
from plainguide.steps.check import FindingsError
from plainguide.steps.files import write_whole
from plainguide.steps.layout import Layout
from plainguide.steps.revisions import content_at

_EDITION = TypeAdapter(Edition)
_MARKS = {"added": "+", "removed": "-", "changed": "~", "superseded": "^", "source": "@"}


def snapshot_at(layout: Layout, where: str) -> Snapshot:
    """What the guide says in a folder, or said at a revision.

    Only the evidence, the topics, the glossary, the short addresses, the edition and the words of
    pictures are read, so settings of another version of the engine do no harm.

    Raises:
        RevisionError: where there is no content.
        FindingsError: where any of these but the words cannot be read.
    """
    files = content_at(layout, where)
    settings = _settings(files)
    found: list[Finding] = []
    ledger = read_ledger(below(files, "content/evidence/", ".yml"), found)
    read = [read_topic(path, data, found) for path, data in below(files, "content/topics/", ".md")]
    short = files.get(path := f"content/{ADDRESSES}")
    addresses = None if short is None else read_addresses(short, path, found, {})
    glossary = read_glossary(files, f"content/{GLOSSARY}", found, {})
    if found:
        raise FindingsError(tuple(sorted(found)))
    compiler = Compiler(ledger, _picture_words(settings))
    readings = {topic.front.id: compiler.compile(topic) for topic in read if topic}
    version, day = _edition(settings)
    return snapshot(version, day, ledger, readings, addresses, glossary=glossary)


def record(layout: Layout, where: str) -> Path:
    """Write the snapshot of an edition to `content/history/`; returns the file.

    Raises:
        RevisionError: where there is no content.
        FindingsError: where it cannot be read.
    """
    taken = snapshot_at(layout, where)
    path = layout.content / "history" / f"{taken.version}.json"
    write_whole(path, written(taken))
    return path


def told(old: Snapshot, new: Snapshot) -> str:
    """What changed, a line a thing: `+` new, `-` gone, `~` changed, `^` superseded, `@` source."""
    lines = [f"edition {old.version} → {new.version}"]
    for change in changes(old, new):
        said = " → ".join(text for text in (change.before, change.after) if text)
        said = change.after if change.kind == "superseded" else said
        where = f"  [{', '.join(change.topics)}]" if change.topics else ""
        lines.append(f"{_MARKS[change.kind]} {change.ref}: {said}{where}")
    for topic, names in rewritten(old, new):
        lines.append(f"words of {topic}: {', '.join(names)}")
    return "\n".join([*lines, _touched(old, new)])


def as_json(old: Snapshot, new: Snapshot) -> str:
    """The same for other programs."""
    whole = {
        "old": old.version,
        "new": new.version,
        "changes": [change.model_dump() for change in changes(old, new)],
        "words": dict(rewritten(old, new)),
        "pages": _pages(old, new),
        "handouts": _handouts(old, new),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False)


def _touched(old: Snapshot, new: Snapshot) -> str:
    """How many things changed, and what has to be looked at and printed again."""
    number = sum(1 for _ in changes(old, new))
    pages, handouts = _pages(old, new), _handouts(old, new)
    touched = f"It touches {len(pages)} pages and {len(handouts)} handouts"
    names = f": {', '.join(handouts)}." if handouts else "."
    return f"{number} changes in the evidence. {touched}{names}"


def _pages(old: Snapshot, new: Snapshot) -> list[str]:
    """Pages whose words changed, as addresses on the site; figures are words too."""
    return [f"{name}/{topic}/" for topic, names in rewritten(old, new) for name in names]


def _handouts(old: Snapshot, new: Snapshot) -> list[str]:
    """Handouts whose words changed."""
    return [f"{topic}.pdf" for topic, names in rewritten(old, new) if "patient" in names]


def _settings(files: Mapping[str, bytes]) -> Mapping[str, Any]:
    """The settings as they stand in their file, whichever version of the engine they are for."""
    path = f"content/{SETTINGS}"
    found: list[Finding] = []
    text = decode(files.get(path, b""), path, found)
    parsed = parse(text, path, found) if text else None
    if parsed is None:
        raise FindingsError(tuple(found))
    return dict(parsed.data)


def _edition(settings: Mapping[str, Any]) -> tuple[str, date]:
    """The version and the date of the edition, whatever else the settings say.

    Raises:
        FindingsError: where they are not there, or not as they should be.
    """
    try:
        edition = _EDITION.validate_python(settings["edition"])
    except (KeyError, ValidationError):
        message = "`edition` has no version and date that can be recorded; mend them"
        raise FindingsError((Finding(Place(f"content/{SETTINGS}"), "schema", message),)) from None
    return edition.version, edition.date


def _picture_words(settings: Mapping[str, Any]) -> PictureWords:
    """The words of its pictures, as far as this version of the engine can read them."""
    try:
        return PictureWords.model_validate(settings.get("pictures"))
    except ValidationError:
        return unworded()
