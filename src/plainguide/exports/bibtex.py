"""Sources as BibTeX."""

from __future__ import annotations

from typing import TextIO

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from plainguide.exports.authors import Author, authors
from plainguide.model.guide import Guide
from plainguide.model.source import Source


def bibtex(guide: Guide) -> str:
    """All sources, one entry after another; signs that TeX would take for its own are escaped."""
    entries = {name: _entry(source) for name, source in sorted(guide.ledger.sources.items())}
    return str(_Writer(encoding="UTF-8").to_string(BibliographyData(entries=entries)))


class _Writer(Writer):  # type: ignore[misc]  # pybtex ships no types
    """Pybtex's writer, which would escape the signs of an address too, and so break it."""

    def _write_field(self, stream: TextIO, kind: str, value: str) -> None:
        verbatim = kind in {"doi", "url"}
        text = value if verbatim else self._encode(value)
        stream.write(f",\n    {kind} = {self.quote(text)}")


def _entry(source: Source) -> Entry:
    is_article = source.kind == "paper"
    fields = {
        "title": source.title,
        "journal" if is_article else "howpublished": source.container,
        "year": str(source.year),
        "volume": source.volume,
        "number": source.issue,
        "pages": source.pages,
        "doi": source.doi,
        "url": source.url,
        "note": " ".join([*([f"PMID {source.pmid}."] if source.pmid else []), *source.remarks]),
    }
    return Entry(
        "article" if is_article else "misc",
        fields={key: value for key, value in fields.items() if value},
        persons={"author": [_person(author) for author in authors(source)]},
    )


def _person(author: Author) -> Person:
    """A person with parted names; the name of a body is one last name, kept whole."""
    if author.is_person:
        return Person(first=author.initials, last=author.family)
    return Person(last=f"{{{author.family}}}")
