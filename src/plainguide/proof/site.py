"""A page of the built site, held against the compiled page and the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plainguide.checks.numbers.clinical import clinical_numbers
from plainguide.model.place import Finding, Place
from plainguide.proof.words import differences
from plainguide.read.html import Mark, Shown
from plainguide.readings.names import Names

MISMATCH = "mismatch"
UNBOUND = "unbound-number"


def prove_page(path: str, built: Shown, compiled: Shown, names: Names) -> Iterator[Finding]:
    """Find what a built page shows otherwise than it should.

    Args:
        path: the built file.
        built: what it shows.
        compiled: what the compiled page shows.
        names: all that this page's reading can say of the ledger.
    """
    for mark in built.marks:
        if fault := _fault(mark, names):
            yield Finding(mark.place, MISMATCH, fault)
    yield from _lost(path, built, compiled)
    for difference in differences(compiled.words, built.words):
        yield Finding(Place(path), MISMATCH, f"{difference}; build the site again")


def unbound_numbers(built: Shown) -> Iterator[Finding]:
    """Find clinical numbers that no figure's mark holds."""
    for loose in built.loose:
        for _, typed in clinical_numbers(loose.text):
            yield Finding(loose.place, UNBOUND, f'"{typed}" is shown, and is not of the ledger')


def _fault(mark: Mark, names: Names) -> str | None:
    """What is wrong with a figure on a page, if anything is."""
    phrase = names.phrases.get(mark.ref)
    if phrase is None:
        near = get_close_matches(mark.ref, names.phrases, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        return f'"{mark.text}" is said to be {mark.ref}, which the ledger does not have{hint}'
    if mark.value != phrase.value:
        return f"{mark.ref} carries {mark.value}; the ledger has {phrase.value}"
    if mark.text.casefold() != phrase.text.casefold():
        return f'{mark.ref} reads "{mark.text}"; the ledger says "{phrase.text}"'
    return None


def _lost(path: str, built: Shown, compiled: Shown) -> Iterator[Finding]:
    """Figures that the compiled page has and the built one lacks, each once."""
    left = [mark.ref for mark in built.marks]
    for mark in compiled.marks:
        if mark.ref in left:
            left.remove(mark.ref)
        else:
            message = f'{mark.ref} ("{mark.text}") has lost its mark, or is not shown'
            yield Finding(Place(path), MISMATCH, f"{message}; build the site again")
