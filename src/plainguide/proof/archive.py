"""A zip of the site, held against the site."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from plainguide.model.place import Finding, Place
from plainguide.proof.site import MISMATCH


def prove_zip(path: str, data: bytes, wanted: Mapping[str, bytes]) -> Iterator[Finding]:
    """Find what a zip holds otherwise than it should.

    Args:
        path: the zip.
        data: its bytes.
        wanted: what it should hold, by path in it.
    """

    def fault(message: str) -> Finding:
        return Finding(Place(path), MISMATCH, f"{message}; build the site again")

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            held = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        yield fault("this is no whole zip file")
        return
    for name in sorted({*held, *wanted}):
        if name not in held:
            yield fault(f"{name} is on the site, and not in this")
        elif name not in wanted:
            yield fault(f"{name} is in this, and not on the site")
        elif held[name] != wanted[name]:
            yield fault(f"{name} differs from the one on the site")
