"""Instruments and assessments, read from bytes."""

from __future__ import annotations

from plainguide.model.place import Finding, Place
from plainguide.read.quality import read_quality

INSTRUMENT = """index:
  name: An index
  publisher: Tea Board
  url: https://example.org/index
  seen: [{at: https://example.org/copy, on: 2026-02-01, what: Both items}]
  least: 90
  items: {"1": One message?, "2": Any numbers?}
  may_not_apply: ["%s"]
"""


def _read(item: str) -> tuple[bool, list[str]]:
    found: list[Finding] = []
    places: dict[str, Place] = {}
    file = ("quality/instruments.yml", (INSTRUMENT % item).encode())
    instruments, _ = read_quality([file], found, places)
    return "index" in instruments, [finding.message for finding in found]


def test_an_instrument_says_where_it_was_read_and_what_may_not_apply() -> None:
    assert _read("2") == (True, [])


def test_what_may_not_apply_is_an_item() -> None:
    read, messages = _read("3")
    assert not read
    assert any("names no items: 3" in message for message in messages)
