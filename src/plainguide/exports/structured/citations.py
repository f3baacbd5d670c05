"""Sources as schema.org names them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from plainguide.exports.authors import Author, authors
from plainguide.model.evidence import Ledger
from plainguide.model.source import Source

_ARTICLES = frozenset(("paper", "abstract"))
_MOST_AUTHORS = 3
"""How many authors are named; the record that `sameAs` leads to has them all."""


def citations(names: Iterable[str], ledger: Ledger) -> list[dict[str, object]]:
    """The sources with these ids, in this order."""
    return [citation(ledger.sources[name]) for name in names]


def citation(source: Source) -> dict[str, object]:
    """One source; what is not known is left out.

    Papers and abstracts are a `ScholarlyArticle`, anything else is a `CreativeWork`.
    """
    known: dict[str, object] = {
        "@type": "ScholarlyArticle" if source.kind in _ARTICLES else "CreativeWork",
        "name": source.title,
        "author": [_author(one) for one in islice(authors(source), _MOST_AUTHORS)],
        "datePublished": source.published.isoformat() if source.published else str(source.year),
        "url": source.url,
        "sameAs": [address for address in _records(source) if address != source.url],
    }
    return {key: value for key, value in known.items() if value}


def _author(author: Author) -> dict[str, str]:
    if author.is_person:
        return {"@type": "Person", "name": f"{author.family} {author.initials}"}
    return {"@type": "Organization", "name": author.family}


def _records(source: Source) -> Iterable[str]:
    """Where the same work is recorded: by DOI, then in PubMed."""
    if source.doi:
        yield f"https://doi.org/{source.doi}"
    if source.pmid:
        yield f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
