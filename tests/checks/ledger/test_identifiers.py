from __future__ import annotations

import pytest

from plainguide.checks.ledger.identifiers import (
    doi_fault,
    isbn_faults,
    orcid_faults,
    register_fault,
    typed_registers,
)


@pytest.mark.parametrize(
    "number",
    [
        "NCT03043313",
        "ISRCTN12345678",
        "UMIN000027887",
        "jRCT2031210001",
        "jRCTs031180001",
        "JapicCTI-142456",
        "ChiCTR2000030001",
        "ACTRN12605000001617",
        "2019-001234-12",
        "2022-501234-12-00",
        "TEA00000001",
        "7 of 9",
    ],
)
def test_accepts_registration_numbers_of_each_form(number: str) -> None:
    assert register_fault(number) is None


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("NCT0304331", "it should be NCT and 8 digits"),
        ("NCT030433133", "it should be NCT and 8 digits"),
        ("NCT 03043313", "it should be NCT and 8 digits"),
        ("nct03043313", "it should be NCT and 8 digits"),
        ("NTC03043313", "the letters should be NCT"),
        ("ISRCTN1234567", "it should be ISRCTN and 8 digits"),
        ("jRCTs0311800", "it should be jRCT and 10 digits, or jRCTs and 9"),
        ("2019-00123-12", "a European number is YYYY-0NNNNN-CC, or YYYY-5NNNNN-CC-VV"),
        ("1999-001234-12", "a European number is YYYY-0NNNNN-CC, or YYYY-5NNNNN-CC-VV"),
    ],
)
def test_says_what_is_wrong_with_the_others(number: str, fault: str) -> None:
    assert register_fault(number) == fault


def test_finds_registration_numbers_in_text() -> None:
    text = "See NCT03043313, nct 1234567 and ISRCTN12345678, not SNCT03043313 or /NCT03043313."
    assert [m[0] for m in typed_registers(text)] == [
        "NCT03043313",
        "nct 1234567",
        "ISRCTN12345678",
    ]


@pytest.mark.parametrize(
    ("doi", "fault"),
    [
        ("10.1056/NEJMoa1910549", None),
        ("10.1016/S1470-2045(23)00150-X", None),
        ("10.1016/S1470-2045(23)", None),
        ("10.1056/NEJMoa1910549.", "it ends with `.`, which is not part of it"),
        ("10.1056/NEJMoa1910549)", "it ends with `)`, which is not part of it"),
        ("10.1000/https://doi.org/10.1000/x", "it has an address inside; write it from `10.` on"),
    ],
)
def test_says_what_is_wrong_with_a_doi(doi: str, fault: str | None) -> None:
    assert doi_fault(doi) == fault


def test_recomputes_check_digits() -> None:
    assert list(isbn_faults("ISBN 978-3-16-148410-0, ISBN-10: 0-306-40615-2")) == []
    assert list(isbn_faults("ISBN 978-3-16-148410-1, ISBN 0306406153")) == [
        "978-3-16-148410-1",
        "0306406153",
    ]
    assert list(orcid_faults("0000-0002-1825-0097 and 0000-0002-1694-233X")) == []
    assert list(orcid_faults("0000-0002-1825-0098")) == ["0000-0002-1825-0098"]
