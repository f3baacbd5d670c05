"""The tea guide, read and compiled in memory, with a change here and there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName
from plainguide.steps.check import Checked, check_files
from plainguide.steps.files import read_all
from support.building import TEA

DAY = date(2026, 3, 1)
ADDRESSES = "content/addresses.yml"
TOPIC = "content/topics/01-basics/case.md"
HEAD = """---
id: case
title: {patient: A case, professional: A case}
summary: {patient: A case., professional: A case.}
updated: 2026-02-10
evidence: [calm]
review: {by: 2027-02-10}
---
"""


def tea_files() -> dict[str, bytes]:
    """The bytes of the tea guide's content."""
    return read_all(TEA / "content", TEA)


def check_with(changes: Mapping[str, str]) -> Checked:
    """Check the tea guide with some files changed or added."""
    return check_files(with_changes({p: t.encode() for p, t in changes.items()}), DAY)


def with_changes(changes: Mapping[str, bytes]) -> dict[str, bytes]:
    """The tea guide's files with some changed or added.

    Where a topic is among them, the guide does without short addresses, unless they come along.
    """
    files = {**tea_files(), **changes}
    if ADDRESSES not in changes and any(path.startswith("content/topics/") for path in changes):
        del files[ADDRESSES]
    return files


def compile_body(body: str) -> Mapping[ReadingName, Reading]:
    """Both readings of a topic with this body, in the tea guide. Its first line is line 9."""
    return check_with({TOPIC: HEAD + body}).readings["case"]


def findings_of(body: str) -> list[tuple[int, str, str]]:
    """Line, rule and message of all that is wrong with a topic of this body."""
    findings = check_with({TOPIC: HEAD + body}).findings
    return [(f.place.line, f.rule, f.message) for f in findings]
