"""Sources as CSL-JSON, which Zotero, Pandoc and citeproc read."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plainguide.exports.authors import authors
from plainguide.model.guide import Guide
from plainguide.model.source import Source

_TYPES = {
    "paper": "article-journal",
    "abstract": "paper-conference",
    "label": "document",
    "regulator": "report",
    "registry": "dataset",
    "guideline": "report",
}


def csl_json(guide: Guide) -> str:
    """All sources as one list.

    Source of the format: docs.citationstyles.org, CSL-JSON schema 1.0.
    """
    items = [item(name, source) for name, source in sorted(guide.ledger.sources.items())]
    return json.dumps(items, indent=1, ensure_ascii=False) + "\n"


def item(name: str, source: Source) -> Mapping[str, object]:
    """One source as a CSL item; what is not known is left out."""
    people = [
        {"family": author.family, "given": author.initials}
        if author.is_person
        else {"literal": author.family}
        for author in authors(source)
    ]
    day = source.published
    issued = [day.year, day.month, day.day] if day else [source.year]
    known: dict[str, object] = {
        "id": name,
        "type": _TYPES.get(source.kind, "webpage"),
        "title": source.title,
        "author": people,
        "container-title": source.container,
        "issued": {"date-parts": [issued]},
        "volume": source.volume,
        "issue": source.issue,
        "page": source.pages,
        "number": source.registry,
        "DOI": source.doi,
        "PMID": source.pmid,
        "URL": source.url,
        "note": " ".join(source.remarks),
    }
    return {key: value for key, value in known.items() if value}
