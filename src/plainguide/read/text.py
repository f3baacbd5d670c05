"""Bytes to text."""

from __future__ import annotations

from plainguide.model.place import Finding, Place

LARGEST = 1_000_000
"""The most bytes that a content file may have: far more than anyone would read as one page."""


def decode(data: bytes, path: str, found: list[Finding]) -> str | None:
    """Decode one file's bytes, or say why that can't be.

    Args:
        data: the file's bytes.
        path: its path, for messages.
        found: takes a finding where the file is empty, too large or not UTF-8.

    Returns:
        The text with Unix line ends and no byte-order mark; none where there is a finding.
    """
    if len(data) > LARGEST:
        size = f"{len(data):,} bytes, more than {LARGEST:,}"
        found.append(Finding(Place(path), "file", f"the file has {size}; split it up"))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        place = Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        byte = f"byte 0x{data[error.start]:02X} is not UTF-8"
        found.append(Finding(place, "file", f"{byte}; save the file as UTF-8"))
        return None
    if not text.strip():
        found.append(Finding(Place(path), "file", "the file is empty; write it or delete it"))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
