"""The file of an e-book."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

from plainguide.exports.book.container import epub_file

FILES = {"EPUB/b.xhtml": b"<b/>" * 99, "EPUB/a.png": b"a" * 99, "EPUB/package.opf": b"<p/>"}


def test_the_first_entry_tells_what_it_is_without_being_unpacked() -> None:
    data = epub_file(FILES, date(2026, 3, 1))
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(BytesIO(data)) as book:
        assert book.namelist() == ["mimetype", "META-INF/container.xml", *sorted(FILES)]
        assert {info.date_time for info in book.infolist()} == {(2026, 3, 1, 0, 0, 0)}
        assert book.getinfo("mimetype").extra == b""
        assert b'full-path="EPUB/package.opf"' in book.read("META-INF/container.xml")
        assert {name: book.read(name) for name in FILES} == FILES
        kinds = {name: book.getinfo(name).compress_type for name in FILES}
    assert kinds["EPUB/a.png"] == zipfile.ZIP_STORED
    assert kinds["EPUB/b.xhtml"] == zipfile.ZIP_DEFLATED


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    turned = dict(reversed(FILES.items()))
    assert epub_file(turned, date(2026, 3, 1)) == epub_file(FILES, date(2026, 3, 1))
    assert epub_file(FILES, date(2026, 3, 2)) != epub_file(FILES, date(2026, 3, 1))
