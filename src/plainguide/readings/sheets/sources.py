"""The sources of a sheet: numbered as they are cited, one behind the other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from plainguide.model.evidence import Ledger
from plainguide.model.source import Source
from plainguide.readings.cites import numbered

_CITED = re.compile(r'href="#source-([a-z0-9-]+)"')


def with_sources(markdown: str, heading: str, ledger: Ledger) -> str:
    """A sheet's text with its citations numbered, and its sources at the end."""
    order = list(dict.fromkeys(_CITED.findall(markdown)))
    if not order:
        return markdown
    listed = " ".join(
        f'<b id="source-{name}">{n}</b> {_brief(ledger.sources[name])}'
        for n, name in enumerate(order, 1)
    )
    end = [f"## {heading} {{#sources}}", f"{listed}\n{{: .sheet__sources }}"]
    return "\n\n".join([numbered(markdown, order), *end])


def _brief(source: Source) -> str:
    """A source as briefly as it can be found again: a paper without its title, by its DOI."""
    authors = source.authors[0] + (" et al." if len(source.authors) > 1 else "")
    issue = f"({source.issue})" if source.issue else ""
    volume = f";{source.volume}{issue}" if source.volume else ""
    pages = f":{source.pages}" if volume and source.pages else ""
    where = f"{source.year}{volume}{pages}."
    notices = "".join(f" {notice.kind.capitalize()}: {notice.note}" for notice in source.notices)
    if source.doi:
        link = f"[{source.doi}](https://doi.org/{source.doi})"
        return f"{authors.rstrip('.')}. *{source.container}* {where} {link}.{notices}"
    host = urlsplit(source.url).netloc.removeprefix("www.")
    by = "" if source.authors[0] == source.container else f"{authors.rstrip('.')}. "
    link = f"[{host}]({source.url})"
    return f"{by}{source.title.rstrip('.')}. {where} {link}.{notices}"
