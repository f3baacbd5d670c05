"""Give every topic and section that has none a short address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plainguide.model.addresses import Addresses, new_id, places
from plainguide.model.place import Finding, Place
from plainguide.read.addresses import ADDRESSES, UnexpectedFormError, with_added
from plainguide.read.guide import UnreadableSettingsError, read_guide
from plainguide.steps.cache import Cache
from plainguide.steps.check import FindingsError
from plainguide.steps.files import read_all, write_whole
from plainguide.steps.layout import Layout
from plainguide.steps.readings import compile_all


def add_addresses(layout: Layout) -> Mapping[str, str]:
    """Add the ids that are missing to `content/addresses.yml`; nothing else of it is touched.

    Topics and sections that cannot be read yet get theirs another time.

    Returns:
        Where each new id leads, sorted by that.

    Raises:
        FindingsError: where the file, or the guide's settings, are at fault; nothing is written.
    """
    files = read_all(layout.content, layout.root)
    path = f"content/{ADDRESSES}"
    found: list[Finding] = []
    try:
        guide = read_guide(files, found)
    except UnreadableSettingsError:
        raise FindingsError(tuple(sorted(found))) from None
    faults = [finding for finding in found if finding.place.path == path]
    if faults:
        raise FindingsError(tuple(sorted(faults)))
    addresses = guide.addresses or Addresses()
    readings = compile_all(guide, files, Cache.of(layout))
    known = {addresses.now(target) for target in addresses.sections.values()}
    taken = set(addresses.sections).union(*(edition.addresses for edition in guide.history))
    added: dict[str, str] = {}
    for target in sorted(set(places(readings)) - known):
        added[new_id(target, taken | added.keys())] = target
    if added:
        _write(layout.root / path, files.get(path, b"").decode(), added)
    return added


def _write(path: Path, text: str, added: Mapping[str, str]) -> None:
    try:
        write_whole(path, with_added(text, added).encode())
    except UnexpectedFormError as error:
        message = "`sections` is not written with one id a line; write `id: topic#section` below it"
        place = Place(f"content/{ADDRESSES}", error.line)
        raise FindingsError((Finding(place, "schema", message),)) from None


def told(added: Mapping[str, str]) -> str:
    """What was added, a line an id."""
    if not added:
        return "Every topic and every section has a short address."
    lines = [f"{short}: {target}" for short, target in added.items()]
    return "\n".join([*lines, f"{len(added)} added to content/{ADDRESSES}; keep them for ever."])
