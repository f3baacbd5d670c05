"""What earlier runs found out, so that it need not be found out again.

It lies in `build/.cache/`, and may be deleted at any time. Each thing is called by a digest of all
that it was made from, the engine's own code included, so nothing old can be taken for new. It is
written as JSON behind a digest of itself: what is damaged or of another kind is as good as not
there, and nothing in it is ever run.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

import plainguide
from plainguide.steps.files import write_whole
from plainguide.steps.layout import Layout

_DIGEST = sha256().digest_size


class Cache:
    """Bytes by a digest, in folders."""

    def __init__(self, folder: Path | None) -> None:
        """Keep things in a folder, which is made when it is needed; nowhere if there is none."""
        self._folder = folder

    @classmethod
    def of(cls, layout: Layout, *, used: bool = True) -> Cache:
        """The cache of a guide; one that keeps nothing where it is not to be used."""
        return cls(layout.cache if used else None)

    def __bool__(self) -> bool:
        return self._folder is not None

    def get(self, kind: str, key: str) -> bytes | None:
        """What was put here under this key; none where it is not there or is damaged."""
        if self._folder is None:
            return None
        with suppress(OSError, zlib.error):
            data = (self._folder / kind / key).read_bytes()
            digest, packed = data[:_DIGEST], data[_DIGEST:]
            if sha256(packed).digest() == digest:
                return zlib.decompress(packed)
        return None

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep bytes, if they can be kept."""
        if self._folder is None:
            return
        packed = zlib.compress(data, 1)
        with suppress(OSError):
            ignored = self._folder / ".gitignore"
            if not ignored.exists():
                write_whole(ignored, b"*\n")
            write_whole(self._folder / kind / key, sha256(packed).digest() + packed)

    def keep_only(self, kind: str, keys: Collection[str]) -> None:
        """Delete what is kept under other keys."""
        if self._folder is None:
            return
        with suppress(OSError):
            for path in (self._folder / kind).iterdir():
                if path.name not in keys:
                    path.unlink(missing_ok=True)


def digest(*parts: str | bytes) -> str:
    """A digest of some texts, in this order."""
    whole = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


def digest_of(files: Mapping[str, bytes]) -> str:
    """A digest of files with their paths, and of the engine that reads them."""
    return digest(_engine(), *(part for item in sorted(files.items()) for part in item))


@cache
def _engine() -> str:
    """A digest of all that can make this engine find something else."""
    root = Path(plainguide.__file__).parent
    code = (p for p in sorted(root.rglob("*")) if p.is_file() and "__pycache__" not in p.parts)
    files = (part for path in code for part in (str(path.relative_to(root)), path.read_bytes()))
    return digest(sys.version, *_packages(), *files)


def _packages() -> Iterable[str]:
    """Name and version of each package that the engine asks for."""
    with suppress(PackageNotFoundError):
        for requirement in requires(plainguide.__name__) or ():
            name = match(r"[\w.-]+", requirement)
            if name and "extra ==" not in requirement:
                yield f"{name[0]} {version(name[0])}"
