"""Each export is read back by a program that knows the format, and compared with the ledger."""

from __future__ import annotations

import csv
import io
import json
from functools import cache

import pytest
import rispy
from pybtex.database import parse_string

from plainguide.exports.authors import authors
from plainguide.exports.bibtex import bibtex
from plainguide.exports.csl import csl_json
from plainguide.exports.every import EXPORTS, exports
from plainguide.exports.figures import figures_csv
from plainguide.exports.ledger import ledger_json
from plainguide.exports.ris import ris
from plainguide.exports.rows import exact
from plainguide.model.guide import Guide
from plainguide.model.source import Source
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


@pytest.mark.parametrize("name", ["tea", "real"])
def test_csv_holds_every_figure(name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(figures_csv(_guide(name)))))
    figures = list(_guide(name).ledger.figures())
    assert [row["ref"] for row in rows] == [bound.ref for bound in figures]
    for row, bound in zip(rows, figures, strict=True):
        assert row["value"] == (
            "not reached" if bound.figure.value is None else str(bound.figure.value)
        )
        assert row["source"] == bound.source
        assert (row["read_in"] == "") == (bound.checked is None)


def test_csv_gives_no_spreadsheet_a_formula() -> None:
    for row in csv.reader(io.StringIO(figures_csv(_guide("real")))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("name", ["tea", "real"])
def test_json_holds_the_whole_ledger(name: str) -> None:
    ledger = _guide(name).ledger
    read = json.loads(ledger_json(_guide(name)))
    assert {f["ref"]: f["value"] for f in read["figures"]} == {
        b.ref: exact(b.figure.value) for b in ledger.figures()
    }
    assert {s["ref"]: s["says"] for s in read["statements"]} == {
        s.ref: s.held.says for s in ledger.statements()
    }
    assert set(read["entries"]) == set(ledger.entries)
    assert [source["id"] for source in read["sources"]] == list(ledger.sources)


@pytest.mark.parametrize("name", ["tea", "real"])
def test_bibliographies_hold_every_source(name: str) -> None:
    guide = _guide(name)
    names = sorted(guide.ledger.sources)
    assert [item["id"] for item in json.loads(csl_json(guide))] == names
    assert [record["id"] for record in rispy.loads(ris(guide))] == names
    assert list(parse_string(bibtex(guide), "bibtex").entries) == names


def test_a_source_is_the_same_in_every_bibliography() -> None:
    guide = _guide("tea")
    source = guide.ledger.sources["leaf-2025"]
    (csl,) = [item for item in json.loads(csl_json(guide)) if item["id"] == "leaf-2025"]
    assert csl["author"] == [
        {"family": "Leaf", "given": "A"},
        {"family": "Cup", "given": "B"},
    ]
    assert csl["issued"] == {"date-parts": [[2025]]}
    assert (csl["type"], csl["DOI"], csl["PMID"]) == ("article-journal", source.doi, source.pmid)
    (record,) = [r for r in rispy.loads(ris(guide)) if r["id"] == "leaf-2025"]
    assert record["authors"] == ["Leaf, A", "Cup, B"]
    assert (record["title"], record["doi"]) == (source.title, source.doi)
    entry = parse_string(bibtex(guide), "bibtex").entries["leaf-2025"]
    assert [str(person) for person in entry.persons["author"]] == ["Leaf, A", "Cup, B"]
    assert (entry.type, entry.fields["url"]) == ("article", source.url)


def test_a_retraction_goes_with_the_source() -> None:
    guide = _guide("tea")
    (csl,) = [item for item in json.loads(csl_json(guide)) if item["id"] == "cup-2019"]
    assert csl["note"] == "Retraction: The cups were never counted."
    assert "Retraction: The cups were never counted." in ris(guide)
    assert "Retraction: The cups were never counted." in bibtex(guide)


@pytest.mark.parametrize(
    ("printed", "family", "initials"),
    [
        ("Strickler JH", "Strickler", "JH"),
        ("Van Cutsem E", "Van Cutsem", "E"),
        ("André T", "André", "T"),
        ("Raghav KPS", "Raghav", "KPS"),
        ("Tea Board", "Tea Board", ""),
        ("FDA", "FDA", ""),
        ("The CALM investigators", "The CALM investigators", ""),
    ],
)
def test_people_are_parted_and_bodies_kept(printed: str, family: str, initials: str) -> None:
    record = {
        "kind": "paper",
        "authors": (printed, "et al."),
        "title": "T",
        "container": "C",
        "year": 2025,
        "url": "https://example.org",
    }
    (author,) = authors(Source.model_validate(record))
    assert (author.family, author.initials) == (family, initials)


def test_every_export_is_the_same_each_time() -> None:
    assert exports(_guide("real")) == exports(_guide("real"))
    assert set(exports(_guide("tea"))) == set(EXPORTS)
