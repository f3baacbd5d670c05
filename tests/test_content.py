"""The real guide: what its issue promises, seen to hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from plainguide.model.entry import Trial
from plainguide.model.place import Finding
from plainguide.model.topic import READINGS
from plainguide.steps.check import Checked, check_files
from plainguide.steps.files import read_all
from support.building import ROOT

TOPIC = "content/topics/03-treatment/tucatinib-trastuzumab.md"
LEDGER = "content/evidence/trials/mountaineer.yml"
TOPICS = [
    "what-is-her2-positive-colorectal-cancer",
    "her2-biology",
    "how-common",
    "outlook",
    "who-should-be-tested",
    "how-her2-is-tested",
    "reading-your-report",
    "when-tests-disagree",
    "treatments-today",
    "tucatinib-trastuzumab",
    "trastuzumab-deruxtecan",
    "other-her2-combinations",
    "comparing-the-options",
    "side-effects",
    "approved-where",
    "guidelines",
    "key-trials",
    "what-comes-next",
    "finding-a-trial",
    "questions-to-ask",
    "living-with-treatment",
    "for-family-and-carers",
    "about-this-guide",
    "about-the-evidence",
]


@cache
def _files() -> Mapping[str, bytes]:
    return read_all(ROOT / "content", ROOT)


@cache
def _checked() -> Checked:
    files = _files()
    return check_files(files, date(2026, 11, 24))


def _changed(path: str, old: str, new: str) -> list[Finding]:
    """The findings after one change to one file."""
    text = _files()[path].decode()
    assert text.count(old) == 1
    files = {**_files(), path: text.replace(old, new).encode()}
    return list(check_files(files, date(2026, 11, 24)).findings)


def _line(path: str, text: str) -> int:
    lines = _files()[path].decode().split("\n")
    return next(n for n, line in enumerate(lines, 1) if text in line)


def test_has_no_findings() -> None:
    assert [str(finding) for finding in _checked().findings] == []


def test_has_its_topics_in_both_readings() -> None:
    assert list(_checked().readings) == TOPICS
    for readings in _checked().readings.values():
        for name in READINGS:
            assert len(readings[name].blocks) >= 6


def test_a_number_typed_into_a_topic_fails_at_its_line() -> None:
    old = "The cancer shrank in {{ mountaineer.final.orr }}."
    found = _changed(TOPIC, old, "The cancer shrank in 93.3%.")
    line = _line(TOPIC, old)
    assert [(f.place.line, f.place.column, f.rule) for f in found] == [
        (line, 22, "percent-for-patients"),
        (line, 22, "unbound-number"),
    ]


def test_a_number_changed_in_the_ledger_fails_at_its_line() -> None:
    found = _changed(LEDGER, "value: 39.3", "value: 93.3")
    line = _line(LEDGER, "value: 39.3") - 5
    assert {(f.place.line, f.rule) for f in found if f.place.path == LEDGER} == {
        (line, "share-recomputed"),
        (line, "value-in-interval"),
    }
    # The words beside it, "fewer than half", no longer fit either.
    assert {f.rule for f in found if f.place.path != LEDGER} == {"size-word"}


@pytest.mark.parametrize(
    ("reading", "wording"),
    [
        ("patient", "about 39 out of 100 people"),
        ("professional", "39.3% (95% CI 28.8–50.5; 33 of 84)"),
    ],
)
def test_both_readings_say_the_same_figure_in_their_own_way(reading: str, wording: str) -> None:
    readings = _checked().readings["tucatinib-trastuzumab"]
    compiled = next(r for name, r in readings.items() if name == reading)
    in_text = (block for block in compiled.blocks if block.kind != "picture")
    said = {use.text for block in in_text for use in block.uses if use.value == "39.3"}
    assert said == {wording}


def test_the_ledger_holds_what_the_issue_names() -> None:
    guide = _checked().guide
    assert guide is not None
    mountaineer = guide.ledger.entries["mountaineer"]
    assert isinstance(mountaineer, Trial)
    assert {name: cut.superseded_by for name, cut in mountaineer.cuts.items()} == {
        "primary": "final",
        "final": None,
    }
    for ref in (
        "destiny_crc01.final.orr",
        "destiny_crc02.primary.low_orr",
        "destiny_crc02.primary.high_orr",
        "tucatinib_trastuzumab.us.approved_on",
        "trastuzumab_deruxtecan.us.approved_on",
        "her2_share.meta_analysis.ras_wild_type",
    ):
        assert guide.ledger.bind(ref) is not None, ref


def test_figures_of_benefit_approval_and_serious_harm_that_patients_see_are_checked() -> None:
    guide = _checked().guide
    assert guide is not None
    for readings in _checked().readings.values():
        for block in readings["patient"].blocks:
            for use in block.uses:
                bound = guide.ledger.bind(use.ref)
                assert bound is None or bound.checked is not None, use.ref


def test_pictures_are_light() -> None:
    for readings in _checked().readings.values():
        for block in (block for name in READINGS for block in readings[name].blocks):
            if block.kind == "picture":
                assert len(block.markdown.encode()) < 15_000, block.place


def test_no_one_has_signed_and_the_pages_say_so() -> None:
    guide = _checked().guide
    assert guide is not None
    assert guide.reviews.sign_offs == ()
