"""Sources as readers see them at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterable

from plainguide.model.evidence import Ledger
from plainguide.model.reading import Reading
from plainguide.model.source import Source

_MOST_AUTHORS = 6


def sources_of(reading: Reading, ledger: Ledger) -> list[str]:
    """The sources of a page: those cited, in order, then those of figures shown without a mark."""
    cited = [citation.source for block in reading.blocks for citation in block.citations]
    behind = [bound.source for ref in refs_of(reading) if (bound := ledger.bind(ref))]
    return list(dict.fromkeys([*cited, *behind]))


def refs_of(reading: Reading) -> Iterable[str]:
    """The addresses of the figures on a page, in order."""
    return (use.ref for block in reading.blocks for use in block.uses)


def reference(source: Source) -> str:
    """One source as Markdown, in the manner of the Vancouver style."""
    authors = list(source.authors[:_MOST_AUTHORS])
    if len(source.authors) > _MOST_AUTHORS:
        authors.append("et al.")
    own = source.authors[0] == source.container
    where = f"{'' if own else f'*{source.container}*. '}{source.year}{_volume(source)}."
    parts = [f"{', '.join(authors).removesuffix('.')}.", f"[{source.title}]({source.url}).", where]
    if source.doi:
        parts.append(f"doi: [{source.doi}](https://doi.org/{source.doi}).")
    if source.pmid:
        parts.append(f"[PMID {source.pmid}](https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/).")
    if source.registry:
        parts.append(f"Registered as {source.registry}.")
    return " ".join(parts)


def _volume(source: Source) -> str:
    issue = f"({source.issue})" if source.issue else ""
    volume = f";{source.volume}{issue}" if source.volume else ""
    return volume + (f":{source.pages}" if source.pages else "")


def caveats(source: Source) -> str:
    """What to know before trusting the record; starts with a space where there is anything."""
    unconfirmed = ", ".join(source.unconfirmed)
    parts = [
        *source.remarks,
        f"Not confirmed in this record: {unconfirmed}." if unconfirmed else None,
    ]
    return "".join(f" {part}" for part in parts if part)


def numbered_list(names: Iterable[str], ledger: Ledger, *, full: bool) -> str:
    """Sources as a numbered list that citations lead to; `full` adds what to know of each."""
    lines = []
    for n, name in enumerate(names, 1):
        source = ledger.sources[name]
        extra = caveats(source) if full else ""
        lines.append(f'{n}. <span id="source-{name}"></span>{reference(source)}{extra}')
    return "\n".join(lines)
