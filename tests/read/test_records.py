"""A guide's files, with a fault here and there, read from bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainguide.model.place import Finding
from plainguide.read.ledger import read_ledger
from plainguide.read.topics import read_topic
from plainguide.steps.check import check_files
from support.compiling import DAY, HEAD, TOPIC, check_with, tea_files

SOURCES = """leaf-2025:
  kind: paper
  authors: [Leaf A]
  title: Tea
  container: Journal
  year: 2025
  url: https://example.org/
"""
SURVEY = """case:
  kind: survey
  name: A case
  design: Invented
  groups:
    all:
      title: All
      as_of: null
      source: leaf-2025
      checked: none
      figures:
        slept: {measure: share, name: Slept, value: 39.3}
"""


def _ledger(survey: str, sources: str = SOURCES) -> list[str]:
    found: list[Finding] = []
    files = [("evidence/sources.yml", sources.encode()), ("evidence/case.yml", survey.encode())]
    read_ledger(files, found)
    return [f"{f.place.path}:{f.place.line} {f.rule}: {f.message}" for f in found]


def test_a_good_ledger_has_no_findings() -> None:
    assert _ledger(SURVEY) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("kind: survey", "kind: serve", "case.yml:1 schema: `this`: no kind is called 'serve'"),
        ("  kind: survey\n", "", "case.yml:1 schema: `this` does not say its `kind`; add it"),
        ("  design: Invented\n", "", "case.yml:1 schema: `design` is missing; add it"),
        ("case:", "a-case:", "case.yml:1 schema: `this`: string should match pattern"),
        ("name: A case", 'name: ""', "case.yml:3 schema: `name`: string should have at least 1"),
        ("value: 39.3", "value: -1", "case.yml:12 schema: `groups.all.figures.slept.value`"),
        ("value: 39.3", "value: many", "case.yml:12 schema: `groups.all.figures.slept.value`"),
        (
            "value: 39.3",
            "value: 39.3, count: 3",
            "case.yml:12 schema: `groups.all.figures.slept`: `count` says how many; `of` must say",
        ),
        (
            "checked: none",
            "checked: {in: leaf-2052, on: 2026-01-01}",
            "case.yml:10 unknown-source: no source is called `leaf-2052`; did you mean",
        ),
    ],
)
def test_a_fault_in_an_entry_is_told_once(old: str, new: str, finding: str) -> None:
    (found,) = _ledger(SURVEY.replace(old, new))
    assert found.startswith(f"evidence/{finding}")


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("https://example.org/", "http://example.org/", "`url`: string should match pattern"),
        ("year: 2025", "year: 25", "`year`: input should be greater than or equal to 1900"),
        ("authors: [Leaf A]", "authors: []", "`authors`: tuple should have at least 1 item"),
        ("kind: paper", "kind: rumour", "`kind`: input should be 'paper', 'abstract'"),
        ("year: 2025", "year: 2025\n  doi: 11.5/x", "`doi`: string should match pattern"),
        ("year: 2025", "year: 2025\n  pmid: PMC7", "`pmid`: string should match pattern"),
    ],
)
def test_a_fault_in_a_source_is_told_once(old: str, new: str, finding: str) -> None:
    (found,) = _ledger(SURVEY, SOURCES.replace(old, new))
    assert found.partition("schema: ")[2].startswith(finding)


def test_names_are_taken_once() -> None:
    found: list[Finding] = []
    files = [(f"evidence/{name}.yml", SURVEY.encode()) for name in ("one", "two")]
    read_ledger([("evidence/sources.yml", SOURCES.encode()), *files], found)
    assert [(f.place.path, f.rule) for f in found] == [("evidence/two.yml", "duplicate-id")]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("updated: 2026-02-10", "updated: soon", 5, "`updated`: input should be a valid date"),
        ("id: case", "id: A Case", 2, "`id`: string should match pattern"),
        ("evidence: [calm]", "evidence: []", 6, "`evidence`: tuple should have at least 1 item"),
        ("professional: A case}", "proffesional: A case}", 3, "`title.proffesional` is not a key"),
        ("review: {by: 2027-02-10}", "review: {}", 7, "`review.by` is missing; add it"),
    ],
)
def test_a_fault_in_front_matter_is_told_once(old: str, new: str, line: int, message: str) -> None:
    found: list[Finding] = []
    assert read_topic(TOPIC, HEAD.replace(old, new, 1).encode(), found) is None
    (finding,) = found
    assert finding.place.line == line
    assert finding.message.startswith(message)


def test_a_file_is_called_like_its_topic() -> None:
    findings = check_with({TOPIC: HEAD.replace("id: case", "id: other-case")}).findings
    assert [f.message for f in findings] == [
        "the file is called `case.md`; call it `other-case.md`, or change the id"
    ]


def test_a_folder_is_called_like_its_group() -> None:
    findings = check_with({TOPIC.replace("01-basics", "02-teas"): HEAD}).findings
    assert [f.message for f in findings] == [
        "no group in guide.yml is called `teas`; rename the folder"
    ]


@settings(max_examples=60)
@given(st.text(max_size=120), st.sampled_from(["evidence/trials.yml", "guide.yml", "reviews.yml"]))
def test_no_content_makes_the_check_fail(text: str, name: str) -> None:
    path = f"content/{name}"
    for finding in check_files({**tea_files(), path: text.encode()}, DAY).findings:
        assert finding.place.line >= 1


@settings(max_examples=60)
@given(st.text(alphabet="/#{}`|-* \n[]()!<>a1%.:patient", max_size=80))
def test_no_body_makes_the_check_fail(body: str) -> None:
    lines = len((HEAD + body).split("\n"))
    for finding in check_with({TOPIC: HEAD + body}).findings:
        assert 1 <= finding.place.line <= lines
        assert finding.place.column >= 1
