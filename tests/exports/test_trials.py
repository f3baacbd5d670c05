"""The table of trials is read back from each of its exports, and compared with the ledger."""

from __future__ import annotations

import csv
import io
import json
from functools import cache

import pytest

from plainguide.exports.every import EXPORTS
from plainguide.exports.rows import exact
from plainguide.exports.trials_csv import trials_csv
from plainguide.exports.trials_json import trials_json
from plainguide.model.guide import Guide
from plainguide.readings.explorer_page import DOWNLOADS
from plainguide.readings.explorer_rows import rows
from plainguide.steps.check import check_files
from plainguide.steps.files import read_all
from support.building import ROOT, TEA
from support.compiling import DAY


@cache
def _guide(name: str) -> Guide:
    root = {"tea": TEA, "real": ROOT}[name]
    guide = check_files(read_all(root / "content", root), DAY).guide
    assert guide is not None
    return guide


def test_the_page_offers_what_is_exported() -> None:
    assert set(DOWNLOADS) <= set(EXPORTS)


@pytest.mark.parametrize("name", ["tea", "real"])
def test_csv_holds_every_result_of_the_table(name: str) -> None:
    guide = _guide(name)
    lines = list(csv.DictReader(io.StringIO(trials_csv(guide))))
    assert [line["ref"] for line in lines] == [
        ref for row in rows(guide) for ref in ([b.ref for b in row.results.values()] or [""])
    ]
    for line in lines:
        bound = guide.ledger.bind(line["ref"])
        if bound is not None:
            assert line["trial"] == bound.entry.name
            assert line["endpoint"] == bound.figure.endpoint
            assert line["value"] == exact(bound.figure.value)
            assert (line["source"], line["read_in"] == "") == (bound.source, bound.checked is None)
            assert not bound.superseded


def test_csv_has_a_line_for_an_arm_without_results() -> None:
    lines = list(csv.DictReader(io.StringIO(trials_csv(_guide("tea")))))
    (milk,) = [line for line in lines if line["arm"] == "Warm milk"]
    assert (milk["trial"], milk["age"], milk["endpoint"]) == ("DUSK & DAWN", "18 or older", "")


@pytest.mark.parametrize("name", ["tea", "real"])
def test_csv_is_safe_to_open(name: str) -> None:
    text = trials_csv(_guide(name))
    assert "\r" not in text
    for line in csv.reader(io.StringIO(text)):
        assert not [cell for cell in line if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("name", ["tea", "real"])
def test_json_holds_every_trial_with_its_rows(name: str) -> None:
    guide = _guide(name)
    read = json.loads(trials_json(guide))
    assert read["endpoints"] == dict(guide.settings.endpoints)
    assert list(read["trials"]) == [trial for trial, _ in guide.ledger.trials()]
    found = [
        (trial, row.get("arm"), endpoint, figure["value"])
        for trial, record in read["trials"].items()
        for row in record["rows"]
        for endpoint, figure in row["results"].items()
    ]
    assert found == [
        (row.name, row.arm_name, endpoint, exact(bound.figure.value))
        for row in rows(guide)
        for endpoint, bound in row.results.items()
    ]
    assert sum(len(record["rows"]) for record in read["trials"].values()) == len(rows(guide))
