"""Reading and writing whole folders, with nothing ever half-written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from plainguide.read.text import LARGEST


def read_all(folder: Path, root: Path) -> dict[str, bytes]:
    """The bytes of every file below `folder`, by path relative to `root`, hidden files left out.

    Of a file that is too large only as much is read as shows that it is.
    """
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(root)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            with path.open("rb") as file:
                found[relative.as_posix()] = file.read(LARGEST + 1)
    return found


def write_changed(folder: Path, files: Mapping[str, bytes]) -> int:
    """Make `folder` hold just these files, touching only those whose bytes differ.

    Each file is written aside and moved into place. Hidden files are left alone.

    Args:
        folder: is made where it is missing.
        files: bytes by path relative to `folder`.

    Returns:
        How many files were written or removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = 0
    for name, data in files.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == data:
            continue
        write_whole(path, data)
        changed += 1
    for path in sorted(folder.rglob("*"), reverse=True):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts):
            continue
        if path.is_file() and relative.as_posix() not in files:
            path.unlink()
            changed += 1
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return changed


def write_whole(path: Path, data: bytes) -> None:
    """Write a file aside and move it into place, so that it is never there by half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(data)
    aside.replace(path)


def swap_in(new: Path, place: Path) -> None:
    """Put the folder `new` where `place` is, and remove what was there."""
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.replace(old)
    new.replace(place)
    shutil.rmtree(old, ignore_errors=True)


def set_build_time(timestamp: int) -> None:
    """Tell every tool that asks for the time of the build, by the convention they share."""
    os.environ["SOURCE_DATE_EPOCH"] = str(timestamp)
