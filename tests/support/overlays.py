"""Fenced blocks at the end of a case, which change the files of a guide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

CASE_LEDGER = "content/evidence/case.yml"
_AS_OF = re.compile(r"<!-- as of (?P<day>\S+) -->")
_LEDGER = re.compile(r"```ledger\n(?P<text>.*?)```\n", re.DOTALL)
_REPLACE = re.compile(
    r"```replace (?P<path>\S+)\n(?P<old>.*?)\n--->\n(?P<new>.*?)\n```\n", re.DOTALL
)
_FILE = re.compile(r"```(?P<path>content/\S+)\n(?P<text>.*?)```\n", re.DOTALL)


def overlaid(text: str, files: Mapping[str, bytes]) -> tuple[str, dict[str, bytes], date | None]:
    """A case without its fenced blocks, the files that they change, and the day that it sets."""
    changed: dict[str, bytes] = {}
    if ledger := _LEDGER.search(text):
        changed[CASE_LEDGER] = ledger["text"].encode()
    for file in _FILE.finditer(text):
        changed[file["path"]] = file["text"].encode()
    for change in _REPLACE.finditer(text):
        before = (changed.get(change["path"]) or files[change["path"]]).decode()
        assert before.count(change["old"]) == 1, f"{change['path']} no longer has {change['old']!r}"
        changed[change["path"]] = before.replace(change["old"], change["new"]).encode()
    day = _AS_OF.search(text)
    rest = _REPLACE.sub("", _FILE.sub("", _LEDGER.sub("", text)))
    return rest, changed, date.fromisoformat(day["day"]) if day else None
