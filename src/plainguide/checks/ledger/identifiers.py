"""The forms of published identifiers, and their check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

_REGISTERS = {
    "NCT": (r"NCT\d{8}", "NCT and 8 digits"),
    "ISRCTN": (r"ISRCTN\d{8}", "ISRCTN and 8 digits"),
    "UMIN": (r"UMIN\d{9}", "UMIN and 9 digits"),
    "JRCT": (r"jRCT(?:\d{10}|s\d{9})", "jRCT and 10 digits, or jRCTs and 9"),
    "JAPICCTI": (r"JapicCTI-\d{6}", "JapicCTI- and 6 digits"),
    "CHICTR": (r"ChiCTR(?:\d{10}|-\w{2,4}-\d{8})", "ChiCTR and 10 digits"),
    "ACTRN": (r"ACTRN\d{14}", "ACTRN and 14 digits"),
    "DRKS": (r"DRKS\d{8}", "DRKS and 8 digits"),
    "KCT": (r"KCT\d{7}", "KCT and 7 digits"),
    "PACTR": (r"PACTR\d{15,16}", "PACTR and 15 digits"),
    "CTRI": (r"CTRI/20\d\d/\d{2,3}/\d{6}", "CTRI/year/month/6 digits"),
}
_EUDRACT = re.compile(r"(?:200[4-9]|201\d|202[0-3])-0\d{5}-\d{2}")
_EU_CT = re.compile(r"20[2-9]\d-5\d{5}-\d{2}-\d{2}")
_LETTERS = re.compile(r"[A-Za-z]+")
_TYPED = re.compile(r"(?<![\w/-])(?:NCT|ISRCTN|UMIN)[ -]?\d{4,}(?!\w)", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:\d[ -]?){9,12}[\dXx])(?!\w)", re.IGNORECASE)
_ORCID = re.compile(r"(?<![\w-])\d{4}-\d{4}-\d{4}-\d{3}[\dXx](?![\w-])")
_OPEN = {")": "(", "]": "["}


def register_fault(number: str) -> str | None:
    """What is wrong with a trial's registration number; none where it is of no register known."""
    prefix = _LETTERS.match(number)
    if prefix is None:
        if not re.match(r"\d{4}-\d", number):
            return None
        sound = _EUDRACT.fullmatch(number) or _EU_CT.fullmatch(number)
        return None if sound else "a European number is YYYY-0NNNNN-CC, or YYYY-5NNNNN-CC-VV"
    letters = prefix[0].upper()
    for known, (pattern, form) in _REGISTERS.items():
        if letters == known or (known == "JRCT" and letters == "JRCTS"):
            return None if re.fullmatch(pattern, number) else f"it should be {form}"
        if letters != known and sorted(letters) == sorted(known):
            return f"the letters should be {known}"
    return None


def typed_registers(text: str) -> Iterator[re.Match[str]]:
    """Registration numbers in running text, such as `NCT 01234567`, right or wrong."""
    yield from _TYPED.finditer(text)


def doi_fault(doi: str) -> str | None:
    """What is wrong with a DOI that has the shape of one; none where it is right."""
    last = doi[-1]
    if last in ".,;:'\"" or (last in _OPEN and doi.count(last) > doi.count(_OPEN[last])):
        return f"it ends with `{last}`, which is not part of it"
    if "://" in doi or "doi.org" in doi.lower():
        return "it has an address inside; write it from `10.` on"
    return None


def isbn_faults(text: str) -> Iterator[str]:
    """ISBNs in a text whose check digit does not fit."""
    for match in _ISBN.finditer(text):
        digits = re.sub(r"[ -]", "", match[1]).upper()
        if not (_isbn_10(digits) or _isbn_13(digits)):
            yield match[1]


def orcid_faults(text: str) -> Iterator[str]:
    """ORCID iDs in a text whose check digit (ISO 7064, mod 11-2) does not fit."""
    for match in _ORCID.finditer(text):
        digits = match[0].replace("-", "").upper()
        total = 0
        for digit in digits[:-1]:
            total = (total + int(digit)) * 2
        if "0123456789X"[(12 - total % 11) % 11] != digits[-1]:
            yield match[0]


def _isbn_10(digits: str) -> bool:
    if not re.fullmatch(r"\d{9}[\dX]", digits):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return (
        sum(value * weight for value, weight in zip(values, range(10, 0, -1), strict=True)) % 11
        == 0
    )


def _isbn_13(digits: str) -> bool:
    if not re.fullmatch(r"97[89]\d{10}", digits):
        return False
    return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
