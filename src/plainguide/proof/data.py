"""The exports of the ledger, held against the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator

from plainguide.exports.rows import exact
from plainguide.model.evidence import Ledger
from plainguide.model.place import Finding, Place
from plainguide.proof.site import MISMATCH


def prove_json(path: str, data: bytes, ledger: Ledger) -> Iterator[Finding]:
    """Find figures whose exported value is not the ledger's, that are missing or made up."""
    try:
        exported = {figure["ref"]: figure["value"] for figure in json.loads(data)["figures"]}
    except (ValueError, KeyError, TypeError):
        message = "this is no export of the ledger; build the site again"
        yield Finding(Place(path), MISMATCH, message)
        return
    wanted = {bound.ref: exact(bound.figure.value) for bound in ledger.figures()}
    for ref in sorted(wanted.keys() | exported.keys()):
        if wanted.get(ref) != exported.get(ref):
            message = f"{ref} is exported as {exported.get(ref)}; the ledger has {wanted.get(ref)}"
            yield Finding(Place(path), MISMATCH, message)


def prove_bytes(path: str, data: bytes, wanted: bytes) -> Iterator[Finding]:
    """Find an export that is not what the ledger gives now."""
    if data != wanted:
        old, new = data.splitlines(), wanted.splitlines()
        pairs = enumerate(zip(old, new, strict=False), 1)
        line = next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)) + 1)
        message = "from here on it is not what the ledger gives; build the site again"
        yield Finding(Place(path, line), MISMATCH, message)
