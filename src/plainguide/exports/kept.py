"""What a device keeps of one reading, so that it can be read without a connection."""

from __future__ import annotations

import json
import posixpath
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from plainguide.model.guide import Edition
from plainguide.model.topic import ReadingName
from plainguide.readings.phrase import day

_TAG = re.compile(r"<(?P<name>link|script|img|source)\b(?P<rest>[^>]*)>")
_ATTRIBUTE = re.compile(r'\b(?P<name>rel|href|src|srcset)="(?P<value>[^"]*)"')
_LOADED = frozenset({"stylesheet", "icon", "apple-touch-icon", "manifest"})
"""What a browser loads of the files that a page links to in its head."""

VERSIONS = "offline/versions.json"
"""Which version of each reading the site has, from the site's root."""


def list_path(reading: ReadingName) -> str:
    """Where the list of a reading is, from the site's root."""
    return f"offline/{reading}.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of one reading.

    Attributes:
        hashes: of each file, in the form that browsers check by themselves, by path from the
            site's root, in order.
        size: of all files, in bytes.
        ways: addresses that only open pages of it, and what each opens, from the site's root.
    """

    hashes: Mapping[str, str]
    size: int
    ways: Mapping[str, str]

    @property
    def version(self) -> str:
        """The same for the same files and ways only."""
        lines = "".join(f"{k} {v}\n" for k, v in (*self.hashes.items(), *self.ways.items()))
        return sha256(lines.encode()).hexdigest()[:16]


def kept(
    pages: Iterable[str],
    others: Iterable[str],
    files: Mapping[str, bytes],
    base: str = "/",
    ways: Mapping[str, str] | None = None,
) -> Kept:
    """What to keep of a reading: its pages, and every file that they load.

    Args:
        pages: paths of its built pages, from the site's root.
        others: paths of what else belongs to it, such as its search; those that are not there are
            left out.
        files: the whole site, by path.
        base: where the site begins on its host, with a slash at both ends; pages that may be shown
            at any address, such as the one for what is not found, name their files from there.
        ways: addresses that only open pages, such as short ones; pages of their own for them would
            be many more files to store.
    """
    found = {path for path in others if path in files}
    for page in pages:
        loaded = _loaded(page, files[page].decode(), base)
        found |= {page, *(path for path in loaded if path in files)}
    hashes = {path: _integrity(files[path]) for path in sorted(found)}
    return Kept(hashes, sum(len(files[path]) for path in found), dict(sorted((ways or {}).items())))


def list_json(reading: ReadingName, what: Kept, edition: Edition) -> bytes:
    """The list that a device goes by when it stores a reading."""
    known = {"reading": reading, **_version(what, edition), "size": what.size}
    files = [list(pair) for pair in what.hashes.items()]
    return _json({**known, "files": files, "ways": what.ways})


def versions_json(every: Mapping[ReadingName, Kept], edition: Edition) -> bytes:
    """The version of each reading: small, because who keeps one asks for it again and again."""
    return _json({reading: _version(what, edition) for reading, what in every.items()})


def megabytes(size: int) -> str:
    """So many bytes for people, rounded up, such as `about 1.4 MB`."""
    tenths = -(-size // 100_000)
    return f"about {tenths // 10}.{tenths % 10} MB"


def _loaded(page: str, html: str, base: str) -> Iterator[str]:
    """Paths of the site's own files that a page loads."""
    for tag in _TAG.finditer(html):
        attributes = {m["name"]: m["value"] for m in _ATTRIBUTE.finditer(tag["rest"])}
        if tag["name"] == "link" and not _LOADED & set(attributes.get("rel", "").split()):
            continue
        several = [part.split()[0] for part in attributes.get("srcset", "").split(",") if part]
        for address in (attributes.get("href"), attributes.get("src"), *several):
            if address and ":" not in address:
                path = address.partition("#")[0].partition("?")[0]
                if path.startswith("/"):
                    yield path.removeprefix(base)
                else:
                    yield posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def _version(what: Kept, edition: Edition) -> dict[str, str]:
    return {"version": what.version, "edition": edition.version, "date": day(edition.date)}


def _integrity(data: bytes) -> str:
    return f"sha256-{b64encode(sha256(data).digest()).decode()}"


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{text}\n".encode()
