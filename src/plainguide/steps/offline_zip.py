"""The whole site as one file, to be opened from a disk or a stick."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO

from plainguide.model.guide import Settings
from plainguide.readings.addresses import slug_of
from plainguide.readings.phrase import day

READ_ME = "READ ME FIRST.txt"
_FOR_SERVERS = re.compile(
    r"sw\.js|_headers|_redirects|robots\.txt|llms\.txt|sitemap\.xml(?:\.gz)?|[45]\d\d\.html"
    r"|(?:offline|cards|copy)/.*|s/[^/]+/(?:pro/)?(?!pro/)[^/]+/.*"
)
"""What only servers, programs on the web and the worker need, and would do nothing from a disk; and
what codes on paper open: read from a disk, any old edition would call itself the latest."""

_PACKED = (".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".woff2", ".zip", ".epub")
"""Files that are as small as can be already."""


def zip_name(settings: Settings) -> str:
    """The name of the file, made from the guide's title, such as `tea-guide-offline.zip`."""
    return f"{slug_of(settings.title)}-offline.zip"


def in_zip(path: str) -> bool:
    """Whether a file of the site, by path from its root, belongs into the zip."""
    return not _FOR_SERVERS.fullmatch(path)


def read_me(settings: Settings) -> bytes:
    """The text that says what this is and how to open it; any old editor shows its lines."""
    edition = settings.edition
    lines = [settings.title, f"Edition {edition.version}, {day(edition.date)}", ""]
    lines += [line for paragraph in settings.offline.read_me for line in (paragraph, "")]
    return "\r\n".join([*lines, settings.url, ""]).encode("utf-8-sig")


class SiteZip:
    """A zip file that is the same for the same files: sorted, of one day, with the same rights."""

    def __init__(self, edition: date) -> None:
        self._day = (edition.year, edition.month, edition.day, 0, 0, 0)
        self._bytes = BytesIO()
        self._zip = zipfile.ZipFile(self._bytes, "w")

    def add(self, files: Mapping[str, bytes], paths: Iterable[str]) -> None:
        """Put some files in, by path."""
        for path in sorted(paths):
            info = zipfile.ZipInfo(path, self._day)
            info.create_system = 3  # Unix, so that the rights below count
            info.external_attr = 0o100644 << 16
            packed = path.endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            self._zip.writestr(info, files[path], compresslevel=6)

    @property
    def size(self) -> int:
        """Its size in bytes so far."""
        return self._bytes.tell()

    def finish(self) -> bytes:
        """The whole zip; nothing can be added any more."""
        self._zip.close()
        return self._bytes.getvalue()
