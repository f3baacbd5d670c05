"""Every export, by the address at which the site has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plainguide.exports.bibtex import bibtex
from plainguide.exports.csl import csl_json
from plainguide.exports.figures import figures_csv
from plainguide.exports.ledger import ledger_json
from plainguide.exports.ris import ris
from plainguide.exports.trials_csv import trials_csv
from plainguide.exports.trials_json import trials_json
from plainguide.model.guide import Guide

Exporter = Callable[[Guide], str]

EXPORTS: Mapping[str, Exporter] = {
    "data/figures.csv": figures_csv,
    "data/ledger.json": ledger_json,
    "data/sources.bib": bibtex,
    "data/sources.csl.json": csl_json,
    "data/sources.ris": ris,
    "data/trials.csv": trials_csv,
    "data/trials.json": trials_json,
}


def exports(guide: Guide) -> Mapping[str, bytes]:
    """The bytes of every export, by address."""
    return {address: export(guide).encode() for address, export in EXPORTS.items()}
