"""A list of deliberate mistakes, each of which must be caught: the reason for the whole engine.

Ten figures altered in the ledger and ten numbers typed into prose are caught by `check`; whatever
is altered in what was built is caught by `audit`.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from plainguide.readings.pages import Page
from plainguide.steps.audit import Audit, audit, audit_against
from plainguide.steps.check import Checked, check_files
from plainguide.steps.files import read_all
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from support.building import ROOT, copy_built

DAY = date(2026, 11, 24)
TRIALS = "content/evidence/trials"
TUCATINIB = "content/topics/03-treatment/tucatinib-trastuzumab.md"
DERUXTECAN = "content/topics/03-treatment/trastuzumab-deruxtecan.md"

# The file, what stands there, what it is altered to, and the rules that must say so.
IN_THE_LEDGER = {
    "two digits swapped in a response": (
        f"{TRIALS}/mountaineer.yml",
        "value: 39.3",
        "value: 93.3",
        "share-recomputed",
    ),
    "one responder more": (
        f"{TRIALS}/mountaineer.yml",
        "value: 38.1\n          ci: [27.7, 49.3]\n          count: 32",
        "value: 38.1\n          ci: [27.7, 49.3]\n          count: 33",
        "share-recomputed",
    ),
    "an interval of another line": (
        f"{TRIALS}/mountaineer.yml",
        "ci: [28.8, 50.5]",
        "ci: [28.8, 55.0]",
        "interval-recomputed",
    ),
    "the ends of an interval swapped": (
        f"{TRIALS}/destiny.yml",
        "ci: [27.3, 49.2]",
        "ci: [49.2, 27.3]",
        "schema",
    ),
    "a median outside its interval": (
        f"{TRIALS}/mountaineer.yml",
        "value: 8.1\n          unit: months",
        "value: 18.1\n          unit: months",
        "value-in-interval",
    ),
    "more than all": (f"{TRIALS}/destiny.yml", "value: 37.8", "value: 137.8", "schema"),
    "more of them than there are": (
        f"{TRIALS}/destiny.yml",
        "ci: [14.6, 43.9]\n          count: 11\n          of: 40",
        "ci: [14.6, 43.9]\n          count: 11\n          of: 4",
        "schema",
    ),
    "a part that is greater than its whole": (
        f"{TRIALS}/destiny.yml",
        "value: 3.5\n          count: 3\n          of: 86",
        "value: 34.9\n          count: 30\n          of: 86",
        "part-above-whole",
    ),
    "a cut-off of another year": (
        f"{TRIALS}/mountaineer.yml",
        "cutoff: 2022-03-28",
        "cutoff: 2024-03-28",
        "cutoff-after-publication",
    ),
    "an approval of the future": (
        "content/evidence/therapies/tucatinib-trastuzumab.yml",
        "value: 2023-01-19",
        "value: 2032-01-19",
        "dates-in-order",
    ),
}

# The file, the expression that stands there, and the number that is typed in its place.
IN_PROSE = {
    "a percentage": (TUCATINIB, "{{ mountaineer.final.orr }}. It", "93.3%. It"),
    "out of 100": (TUCATINIB, "{{ mountaineer.final.diarrhoea }}", "about 66 out of 100 people"),
    "a count of people": (TUCATINIB, "{{ mountaineer.final.n }}", "84 people"),
    "a length of time": (TUCATINIB, "for {{ mountaineer.final.dor }} or", "for about 15 months or"),
    "a length of time in words": (
        TUCATINIB,
        "for {{ mountaineer.final.os }} or",
        "for twenty-four months or",
    ),
    "a day": (
        TUCATINIB,
        "{{ tucatinib_trastuzumab.us.approved_on }}. This",
        "19 January 2023. This",
    ),
    "a median with its interval": (
        TUCATINIB,
        "| Median PFS, BICR | {{ mountaineer.final.pfs }}",
        "| Median PFS, BICR | 8.1 months (95% CI 4.2–10.2)",
    ),
    "a dose": (DERUXTECAN, "{{ trastuzumab_deruxtecan.us_label.dose }}", "5.4 mg/kg"),
    "a fraction": (DERUXTECAN, "{{ destiny_crc02.primary.low_n }} at", "82 of 122 at"),
    "a share in words": (
        DERUXTECAN,
        "{{ trastuzumab_deruxtecan.us_label.ild_earlier }} had",
        "twelve in a hundred had",
    ),
}

# The file, what stands there, and what it is altered to.
ZIP = "build/her2-guide-offline.zip"
PATIENT = "site/patient/tucatinib-trastuzumab/index.html"
TEXT = "site/text/patient/tucatinib-trastuzumab.txt"
BOOK = "site/books/her2-guide.html"
EPUB = "site/books/her2-guide.epub"
PROFESSIONAL = "site/professional/tucatinib-trastuzumab/index.html"
ORR = '<data value="39.3" data-figure="mountaineer.final.orr">About 39 out of 100 people</data>'
IN_WHAT_WAS_BUILT = {
    "the words of a figure": (
        PATIENT,
        "about 66 out of 100 people",
        "about 16 out of 100 people",
        "mismatch",
    ),
    "the value behind a figure": (
        PATIENT,
        '<data value="66.3" data-figure="mountaineer.final.diarrhoea">',
        '<data value="6.3" data-figure="mountaineer.final.diarrhoea">',
        "mismatch",
    ),
    "a figure that is not in the ledger": (
        PROFESSIONAL,
        'data-figure="mountaineer.final.dor">',
        'data-figure="mountaineer.last.dor">',
        "mismatch",
    ),
    "another figure of the ledger": (
        PROFESSIONAL,
        'data-figure="mountaineer.final.dor">',
        'data-figure="mountaineer.final.pfs">',
        "mismatch",
    ),
    "a figure without its mark": (
        PATIENT,
        '<data value="84" data-figure="mountaineer.final.n">84 people</data>',
        "84 people",
        "unbound-number",
    ),
    "a number among the words": (
        PATIENT,
        "Side effects are common.",
        "Side effects hit 9 in 10 people.",
        "unbound-number",
    ),
    "a word that turns a sentence round": (
        PATIENT,
        "It did not shrink in the others.",
        "It did shrink in the others.",
        "mismatch",
    ),
    "a number in a plain text": (
        TEXT,
        "about 39 out of 100 people",
        "about 93 out of 100 people",
        "mismatch",
    ),
    "a word in a plain text": (
        TEXT,
        "It did not shrink in the others.",
        "It did shrink in the others.",
        "mismatch",
    ),
    "a number in the book": (
        BOOK,
        ">about 39 out of 100 people<",
        ">about 93 out of 100 people<",
        "mismatch",
    ),
    "a mark in the book": (
        BOOK,
        'data-figure="mountaineer.final.os"',
        'data-figure="mountaineer.final.pfs"',
        "mismatch",
    ),
    "a word in the book": (
        BOOK,
        "It did not shrink in the others.",
        "It did shrink in the others.",
        "mismatch",
    ),
    "a value in the exported ledger": (
        "site/data/ledger.json",
        '"value": "39.3"',
        '"value": "93.3"',
        "mismatch",
    ),
    "a value in the exported table": ("site/data/figures.csv", ",39.3,%", ",93.3,%", "mismatch"),
}


@cache
def _content() -> dict[str, bytes]:
    return read_all(ROOT / "content", ROOT)


def _rules(path: str, old: str, new: str) -> list[tuple[str, str]]:
    """Where and by which rule a change of one file is found."""
    text = _content()[path].decode()
    assert old in text, "the mistake no longer fits the content"
    files = {**_content(), path: text.replace(old, new, 1).encode()}
    return [(f.place.path, f.rule) for f in check_files(files, DAY).findings]


def test_there_are_as_many_as_promised() -> None:
    assert (len(IN_THE_LEDGER), len(IN_PROSE)) == (10, 10)
    assert len(IN_WHAT_WAS_BUILT) >= 5


@pytest.mark.parametrize("name", IN_THE_LEDGER)
def test_a_mistake_in_the_ledger_is_caught(name: str) -> None:
    path, old, new, rule = IN_THE_LEDGER[name]
    assert (path, rule) in _rules(path, old, new)


@pytest.mark.parametrize("name", IN_PROSE)
def test_a_number_typed_into_prose_is_caught(name: str) -> None:
    path, old, new = IN_PROSE[name]
    assert (path, "unbound-number") in _rules(path, old, new)


@pytest.fixture(scope="module")
def built(built_guide: Layout, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """A copy of the real guide, which tests alter and put back."""
    return copy_built(built_guide, tmp_path_factory.mktemp("altered") / "guide")


@cache
def _compiled() -> tuple[Checked, list[Page]]:
    checked = check_files(_content(), DAY)
    return checked, compile_pages(checked)


def _audit(built: Layout) -> Audit:
    """An audit that does not read the content again, which no test here changes."""
    return audit_against(built, *_compiled())


@pytest.fixture
def altered(built: Layout, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A built file with one mistake in it, for as long as the test lasts."""
    name, old, new, _ = IN_WHAT_WAS_BUILT[request.param]
    path = built.root / "build" / name
    data = path.read_bytes()
    assert old.encode() in data, "the mistake no longer fits the site"
    path.write_bytes(data.replace(old.encode(), new.encode(), 1))
    yield path
    path.write_bytes(data)


def test_what_was_built_is_as_it_should_be(built: Layout) -> None:
    seen = audit(built, DAY)
    assert [str(finding) for finding in seen.findings] == []
    assert (seen.mismatches, seen.unbound) == (0, 0)
    assert seen.places > 1000
    assert len(seen.where["exports"]) == len(seen.where["evidence pages"]) == seen.figures
    assert seen.where["books"] == seen.where["patient pages"]
    assert seen.where["handouts"] > seen.where["patient pages"], "sheets of evidence have more"
    assert seen.where["plain texts"] > set()
    assert seen.checked / seen.figures >= 0.9


def _with_zip(where: str) -> set[str]:
    """Where a mistake shows: a file of the site is in the ZIP too, which then holds other bytes."""
    return {where, ZIP} if where.startswith("build/site/") else {where}


@pytest.mark.parametrize(
    ("altered", "name"), [(n, n) for n in IN_WHAT_WAS_BUILT], indirect=["altered"]
)
def test_a_mistake_in_what_was_built_is_caught(built: Layout, altered: Path, name: str) -> None:
    where = altered.relative_to(built.root).as_posix()
    findings = _audit(built).findings
    assert {f.place.path for f in findings} == _with_zip(where)
    assert IN_WHAT_WAS_BUILT[name][3] in {f.rule for f in findings}


def test_a_handout_of_other_words_is_caught(built: Layout) -> None:
    pdfs = (
        built.handouts / "tucatinib-trastuzumab.pdf",
        built.handouts / "trastuzumab-deruxtecan.pdf",
    )
    before = pdfs[0].read_bytes()
    pdfs[0].write_bytes(pdfs[1].read_bytes())
    try:
        found = _audit(built).findings
    finally:
        pdfs[0].write_bytes(before)
    assert {f.place.path for f in found} == {"build/handouts/tucatinib-trastuzumab.pdf"}


def test_a_number_in_the_e_book_is_caught(built: Layout) -> None:
    path = built.root / "build" / EPUB
    before = path.read_bytes()
    chapter = "EPUB/pages/tucatinib-trastuzumab.xhtml"
    with zipfile.ZipFile(path) as book:
        files = {name: book.read(name) for name in book.namelist()}
    old, new = b">about 39 out of 100 people<", b">about 93 out of 100 people<"
    assert old in files[chapter]
    try:
        for data in (files[chapter].replace(old, new, 1), None):
            with zipfile.ZipFile(path, "w") as book:
                for name, kept in {**files, chapter: data}.items():
                    if kept is not None:
                        book.writestr(name, kept)
            told = [f for f in _audit(built).findings if f.place.path != ZIP]
            where = f"build/{EPUB}/{chapter}" if data else f"build/{EPUB}"
            assert {f.place.path for f in told} == {where}
            assert {f.rule for f in told} == {"mismatch"}
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize(
    "name",
    ["handouts/tucatinib-trastuzumab.pdf", "site/data/ledger.json", PATIENT, TEXT, BOOK, EPUB],
)
def test_a_file_that_is_missing_or_no_such_file_is_told(built: Layout, name: str) -> None:
    path = built.root / "build" / name
    before = path.read_bytes()
    try:
        path.write_bytes(b"nothing of the kind")
        told = _audit(built).findings
        assert {f.place.path for f in told} == _with_zip(f"build/{name}")
        path.unlink()
        (found,) = (f for f in _audit(built).findings if f.place.path != ZIP)
        assert (found.place.path, found.rule) == (f"build/{name}", "not-built")
    finally:
        path.write_bytes(before)
