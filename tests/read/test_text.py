from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainguide.model.place import Finding, Place
from plainguide.read.text import LARGEST, decode


def _decode(data: bytes) -> tuple[str | None, list[Finding]]:
    found: list[Finding] = []
    return decode(data, "f.md", found), found


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"tea\n", "tea\n"),
        ("\ufeffté\r\nb\rc".encode(), "té\nb\nc"),
        (b"a\tb\n", "a\tb\n"),
    ],
)
def test_text_has_unix_line_ends_and_no_mark(data: bytes, text: str) -> None:
    assert _decode(data) == (text, [])


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"", Place("f.md"), "the file is empty; write it or delete it"),
        (b" \n\t\n", Place("f.md"), "the file is empty; write it or delete it"),
        (
            b"x" * (LARGEST + 1),
            Place("f.md"),
            "the file has more than 1,000,000 bytes; split it up",
        ),
        (b"a\ncaf\xe9\n", Place("f.md", 2, 4), "byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (
            b"a\nb\x07\n",
            Place("f.md", 2, 2),
            "the control character U+0007 is in the text; delete it",
        ),
    ],
)
def test_what_is_no_text_is_told(data: bytes, place: Place, message: str) -> None:
    assert _decode(data) == (None, [Finding(place, "file", message)])


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    text, found = _decode(data)
    assert (text is None) == bool(found)
