"""Step 1: read, compile and check the content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from plainguide.checks.registry import Compiled, rules
from plainguide.checks.run import run
from plainguide.model.acceptance import Accepted
from plainguide.model.guide import Guide
from plainguide.model.place import Finding
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName
from plainguide.read.guide import UnreadableSettingsError, below, read_guide
from plainguide.read.policies import read_policies
from plainguide.readings.compile import Compiler
from plainguide.readings.suggest import figures_like
from plainguide.steps.files import read_all
from plainguide.steps.layout import Layout

POLICIES = "content/rules/"
"""What a guide asks of its texts, one file a rule."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A guide that was read and checked.

    Attributes:
        guide: none where its settings could not be read.
        readings: by topic id, then by reading.
        findings: all of them, sorted.
        accepted: what the rules found and an author accepts, sorted.
    """

    guide: Guide | None
    readings: Mapping[str, Mapping[ReadingName, Reading]]
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop the build; the others only warn."""
        return tuple(finding for finding in self.findings if finding.level == "error")


class FindingsError(Exception):
    """The content has findings, so nothing may be built from it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def check(layout: Layout, as_of: date) -> Checked:
    """Read and check a guide.

    Args:
        layout: where it lies.
        as_of: the day to judge review dates by.
    """
    return check_files(read_all(layout.content, layout.root), as_of)


def check_files(files: Mapping[str, bytes], as_of: date) -> Checked:
    """Check a guide from the bytes of its files, by path from the guide's root."""
    found: list[Finding] = []
    try:
        guide = read_guide(files, found)
    except UnreadableSettingsError:
        return Checked(None, {}, tuple(sorted(set(found))))
    compiler = Compiler(guide.ledger, guide.settings.pictures)
    readings = {topic.front.id: compiler.compile(topic) for topic in guide.topics}
    known = {code: rule.policy for code, rule in rules().items() if rule.policy}
    policies = read_policies(below(files, POLICIES, ".yml"), known, found)
    suggest = partial(figures_like, guide.ledger)
    outcome = run(Compiled(guide, readings, as_of, suggest, policies))
    found += outcome.findings
    for of_topic in readings.values():
        for reading in of_topic.values():
            found += reading.findings
    return Checked(guide, readings, tuple(sorted(set(found))), outcome.accepted)
