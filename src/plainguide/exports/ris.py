"""Sources as RIS, which every reference manager reads."""

from __future__ import annotations

from collections.abc import Mapping

import rispy

from plainguide.exports.authors import authors
from plainguide.model.guide import Guide
from plainguide.model.source import Source

_TYPES = {"paper": "JOUR", "abstract": "CPAPER", "label": "STAND", "regulator": "RPRT"}


def ris(guide: Guide) -> str:
    """All sources, one record after another."""
    records = [_record(name, source) for name, source in sorted(guide.ledger.sources.items())]
    return str(rispy.dumps(records, implementation=_Writer)).strip("\n") + "\n"


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy's types are not ours
    """Rispy's writer without its number before each record, which RIS does not know."""

    def set_header(self, count: int) -> str:  # noqa: ARG002 - rispy's signature
        """Nothing stands before a record."""
        return ""


def _record(name: str, source: Source) -> Mapping[str, object]:
    """One source under the names that rispy gives to RIS tags."""
    first, _, last = (source.pages or "").partition("–")
    known: dict[str, object] = {
        "type_of_reference": _TYPES.get(source.kind, "ELEC"),
        "id": name,
        "authors": [
            f"{author.family}, {author.initials}" if author.is_person else author.family
            for author in authors(source)
        ],
        "title": source.title,
        "journal_name" if source.kind == "paper" else "secondary_title": source.container,
        "year": str(source.year),
        "volume": source.volume,
        "number": source.issue,
        "start_page": first,
        "end_page": last,
        "doi": source.doi,
        "accession_number": source.pmid,
        "urls": [source.url],
        "notes": list(source.remarks),
    }
    return {key: value for key, value in known.items() if value}
