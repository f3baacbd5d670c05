"""An EPUB's file: a ZIP whose first entry tells what it is.

There is a library that writes EPUBs, ebooklib; its licence (AGPL) would bind all of this project,
and an EPUB is little more than XHTML in a ZIP, so we write our own. Source of the format: W3C,
EPUB 3.3, and its part on the container (OCF).
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

MEDIA_TYPE = "application/epub+zip"
PACKAGE = "EPUB/package.opf"
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_CONTAINER = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


def epub_file(files: Mapping[str, bytes], edition: date) -> bytes:
    """The whole file, the same for the same files and day.

    Args:
        files: the book's files with its package, by path in the ZIP.
        edition: the day that every entry carries.
    """
    whole = BytesIO()
    day = (edition.year, edition.month, edition.day, 0, 0, 0)
    entries = {
        "mimetype": MEDIA_TYPE.encode(),
        "META-INF/container.xml": _CONTAINER.encode(),
        **dict(sorted(files.items())),
    }
    with zipfile.ZipFile(whole, "w") as archive:
        for path, data in entries.items():
            info = zipfile.ZipInfo(path, day)
            info.create_system = 3  # Unix, so that the rights below count
            info.external_attr = 0o100644 << 16
            stored = path == "mimetype" or path.endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    return whole.getvalue()
