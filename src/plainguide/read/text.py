"""Bytes to text."""

from __future__ import annotations

import re

from plainguide.model.place import Finding, Place

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LARGEST = 1_000_000
"""The most bytes that a content file may have: far more than anyone would read as one page."""


def decode(data: bytes, path: str, found: list[Finding]) -> str | None:
    """Decode one file's bytes, or say why that can't be.

    Args:
        data: the file's bytes.
        path: its path, for messages.
        found: takes a finding where the file is empty, too large, not UTF-8 or not only text.

    Returns:
        The text with Unix line ends and no byte-order mark; none where there is a finding.
    """
    if len(data) > LARGEST:
        message = f"the file has more than {LARGEST:,} bytes; split it up"
        found.append(Finding(Place(path), "file", message))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        byte = f"byte 0x{data[error.start]:02X} is not UTF-8"
        found.append(Finding(_end_of(before, path), "file", f"{byte}; save the file as UTF-8"))
        return None
    if control := _CONTROL.search(text):
        sign = f"the control character U+{ord(control[0]):04X} is in the text"
        place = _end_of(text[: control.start()], path)
        found.append(Finding(place, "file", f"{sign}; delete it"))
        return None
    if not text.strip():
        found.append(Finding(Place(path), "file", "the file is empty; write it or delete it"))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(before: str, path: str) -> Place:
    """The place of what comes right after some text."""
    return Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
