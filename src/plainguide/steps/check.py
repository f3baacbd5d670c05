"""Step 1: read, compile and check the content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from pydantic import TypeAdapter, ValidationError

from plainguide.checks.registry import Compiled, rules
from plainguide.checks.run import Outcome, in_guide, in_topics, run, settle
from plainguide.model.acceptance import Accepted
from plainguide.model.guide import Guide
from plainguide.model.place import Finding
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName
from plainguide.read.guide import UnreadableSettingsError, below, read_guide
from plainguide.read.policies import read_policies
from plainguide.readings.suggest import figures_like
from plainguide.steps.cache import Cache, digest, digest_of
from plainguide.steps.files import read_all
from plainguide.steps.layout import Layout
from plainguide.steps.readings import compile_all
from plainguide.steps.sharing import in_processes, processes, shares

POLICIES = "content/rules/"
"""What a guide asks of its texts, one file a rule."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a guide.

    Attributes:
        findings: all of them, sorted.
        accepted: what the rules found and an author accepts, sorted.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()


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
    def verdict(self) -> Verdict:
        """What was found, without the guide."""
        return Verdict(self.findings, self.accepted)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop the build; the others only warn."""
        return tuple(finding for finding in self.findings if finding.level == "error")


class FindingsError(Exception):
    """The content has findings, so nothing may be built from it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


_VERDICT = TypeAdapter(Verdict)
_KIND = "verdict"


def check(layout: Layout, as_of: date, *, cached: bool = True) -> Checked:
    """Read and check a guide.

    Args:
        layout: where it lies.
        as_of: the day to judge review dates by.
        cached: whether what earlier runs found out may be used; the result is the same.
    """
    files = read_all(layout.content, layout.root)
    cache = Cache.of(layout, used=cached)
    return _check(files, as_of, cache, _kept(cache, files, as_of))


def judge(layout: Layout, as_of: date, *, cached: bool = True) -> Verdict:
    """Only say what is found in a guide; where nothing changed, it need not be read again."""
    files = read_all(layout.content, layout.root)
    cache = Cache.of(layout, used=cached)
    return _kept(cache, files, as_of) or _check(files, as_of, cache).verdict


def check_files(files: Mapping[str, bytes], as_of: date) -> Checked:
    """Check a guide from the bytes of its files, by path from the guide's root."""
    return _check(files, as_of, Cache(None))


def _key(files: Mapping[str, bytes], as_of: date) -> str:
    """What a verdict is kept under: all that it depends on."""
    return digest(digest_of(files), as_of.isoformat())


def _kept(cache: Cache, files: Mapping[str, bytes], as_of: date) -> Verdict | None:
    """The verdict of an earlier run on the same files for the same day."""
    text = cache.get(_KIND, _key(files, as_of)) if cache else None
    try:
        return None if text is None else _VERDICT.validate_json(text)
    except ValidationError:
        return None


def _check(
    files: Mapping[str, bytes], as_of: date, cache: Cache, verdict: Verdict | None = None
) -> Checked:
    """Read and compile a guide; check it too, where there is no verdict on it yet."""
    found: list[Finding] = []
    try:
        guide = read_guide(files, found)
    except UnreadableSettingsError:
        return Checked(None, {}, tuple(sorted(set(found))))
    readings = compile_all(guide, files, cache)
    if verdict:
        return Checked(guide, readings, verdict.findings, verdict.accepted)
    known = {code: rule.policy for code, rule in rules().items() if rule.policy}
    policies = read_policies(below(files, POLICIES, ".yml"), known, found)
    suggest = partial(figures_like, guide.ledger)
    outcome = _run(Compiled(guide, readings, as_of, suggest, policies))
    found += outcome.findings
    for of_topic in readings.values():
        for reading in of_topic.values():
            found += reading.findings
    checked = Checked(guide, readings, tuple(sorted(set(found))), outcome.accepted)
    if cache:
        key = _key(files, as_of)
        cache.put(_KIND, key, _VERDICT.dump_json(checked.verdict))
        cache.keep_only(_KIND, {key})
    return checked


def _run(compiled: Compiled) -> Outcome:
    """Run every rule; over many topics in several processes."""
    number = processes(len(compiled.readings))
    if number == 1:
        return run(compiled)

    def work(topics: Sequence[str] | None) -> set[Finding]:
        return in_guide(compiled) if topics is None else in_topics(compiled, topics)

    parts = in_processes(work, [None, *shares(list(compiled.readings), number)], number)
    return settle(compiled, set[Finding]().union(*parts))
