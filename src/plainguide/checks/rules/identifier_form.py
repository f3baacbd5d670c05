"""An identifier that cannot be right, or that two sources share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.ledger.identifiers import (
    doi_fault,
    isbn_faults,
    orcid_faults,
    register_fault,
    typed_registers,
)
from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.evidence import Ledger
from plainguide.model.guide import Guide
from plainguide.model.place import Place
from plainguide.model.reading import Reading
from plainguide.model.source import Source

_LONGEST_PMID = 8
_IN_URL = {
    "doi": re.compile(r"doi\.org/(10\.\d{4,9}/[^?#]+)", re.IGNORECASE),
    "pmid": re.compile(r"pubmed\.ncbi\.nlm\.nih\.gov/(\d+)"),
    "registry": re.compile(r"clinicaltrials\.gov/(?:study|show|ct2/show)/(NCT\w+)", re.IGNORECASE),
}
_PMCID = re.compile(r"/articles/(PMC\w*)", re.IGNORECASE)
_SOUND_PMCID = re.compile(r"PMC\d{4,8}", re.IGNORECASE)


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find identifiers that no register or publisher could have given, or that stand twice.

    Looked at are the DOI, PMID, PMCID and registration number of each source and trial, ISBNs and
    ORCID iDs in a source's words (by their check digits), registration numbers typed on a page,
    whether the address names the same identifier, and whether two sources share a DOI or a PMID.

    Why:    an identifier is how a reader gets from a number to its proof; one wrong digit leads to
            another study, or nowhere.
    Bad:    doi: 10.1056/nejmoa1910549.      registry: NCT0304331
    Good:   doi: 10.1056/nejmoa1910549       registry: NCT03043313
    Source: DOI handbook; ClinicalTrials.gov (NCT and 8 digits); ISO 2108 (ISBN) and ISO 27729
            (ISNI, the check digit of ORCID); ICMJE recommendations on trial registration.
    """
    ledger = guide.ledger
    for name, source in ledger.sources.items():
        for key, message in (*_numbers(source), *_address(source), *_check_digits(source)):
            yield _place(ledger, name, key), f"{message}; compare it with the source"
    for name, trial in ledger.trials():
        if trial.registry and (fault := register_fault(trial.registry)):
            place = ledger.places.get(f"{name}.registry", ledger.places[name])
            yield place, f"`{trial.registry}` is no registration number: {fault}"
    yield from _twice(ledger)
    for readings in compiled.readings.values():
        for reading in readings.values():
            yield from _typed(reading)


def _typed(reading: Reading) -> Iterator[Hit]:
    """Registration numbers that a page has in its text."""
    for block in reading.blocks:
        for line in block.written:
            for match in typed_registers(line.text):
                if fault := register_fault(match[0]):
                    at = Place(line.place.path, line.place.line, line.place.column + match.start())
                    yield at, f"`{match[0]}` is no registration number: {fault}"


def _numbers(source: Source) -> Iterator[tuple[str, str]]:
    """What is wrong with the numbers of one source, each with its key."""
    if source.doi and (fault := doi_fault(source.doi)):
        yield "doi", f"`{source.doi}` is no DOI: {fault}"
    if source.pmid and len(source.pmid) > _LONGEST_PMID:
        yield "pmid", f"`{source.pmid}` is no PMID: it has more than {_LONGEST_PMID} digits"
    if source.registry and (fault := register_fault(source.registry)):
        yield "registry", f"`{source.registry}` is no registration number: {fault}"
    for notice in source.notices:
        if notice.doi and (fault := doi_fault(notice.doi)):
            yield "notices", f"`{notice.doi}` is no DOI: {fault}"


def _address(source: Source) -> Iterator[tuple[str, str]]:
    """Where the address of a source has an identifier that is wrong or another than its own."""
    pmcid = _PMCID.search(source.url)
    if pmcid and not _SOUND_PMCID.fullmatch(pmcid[1]):
        yield "url", f"`{pmcid[1]}` is no PMCID: it should be PMC and 4 to 8 digits"
    for key, pattern in _IN_URL.items():
        said, found = getattr(source, key), pattern.search(source.url)
        if said and found and said.lower() != found[1].rstrip("/").lower():
            yield key, f"`{said}` here, and `{found[1]}` in the address"


def _check_digits(source: Source) -> Iterator[tuple[str, str]]:
    """Check digits that do not fit, in the words of a source."""
    for key in ("title", "container", "pages", "note"):
        for isbn in isbn_faults(getattr(source, key) or ""):
            yield key, f"the check digit of ISBN `{isbn}` is wrong"
    for author in source.authors:
        for orcid in orcid_faults(author):
            yield "authors", f"the check digit of ORCID `{orcid}` is wrong"


def _twice(ledger: Ledger) -> Iterator[Hit]:
    """Identifiers that a source has of an earlier one."""
    first: dict[tuple[str, str], str] = {}
    for name, source in ledger.sources.items():
        for key, value in (("doi", source.doi), ("pmid", source.pmid)):
            other = first.setdefault((key, value.lower()), name) if value else name
            if other != name:
                message = f"{other} has the same {key.upper()}, `{value}`; one of the two is wrong"
                yield _place(ledger, name, key), message


def _place(ledger: Ledger, source: str, key: str) -> Place:
    places = ledger.places
    record = places.get(f"source:{source}", Place("content/evidence/sources.yml"))
    return places.get(f"source:{source}.{key}", record)
