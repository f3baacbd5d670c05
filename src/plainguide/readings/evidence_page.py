"""The page that shows every figure of the ledger, and where each was read."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.model.evidence import Bound
from plainguide.model.guide import Guide
from plainguide.readings.expressions import Shown, data_element
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day, phrases
from plainguide.readings.references import caveats, reference


def evidence_page(guide: Guide) -> Page:
    """List the figures that were not confirmed, then all figures, then all sources."""
    words = guide.settings.evidence_page
    bounds = list(guide.ledger.figures())
    unread = [bound for bound in bounds if bound.checked is None]
    body = [
        f"# {words.title}",
        f"{words.lead}\n{{: .summary }}",
        f"## {words.unconfirmed} {{#not-confirmed}}",
        "\n".join(_table(unread, guide)) if unread else words.all_confirmed,
        f"## {words.figures} {{#figures}}",
    ]
    for entry in guide.ledger.entries.values():
        of_entry = [bound for bound in bounds if bound.entry is entry]
        body += [f"### {entry.name}", "\n".join(_table(of_entry, guide))]
    body += [f"## {words.sources} {{#sources}}", "\n".join(_sources(guide))]
    meta = {"title": words.title, "description": words.lead}
    return Page("evidence.md", meta, "\n\n".join(body))


def _table(bounds: list[Bound], guide: Guide) -> Iterator[str]:
    yield "| Figure | Value | Published in | Read in |"
    yield "|---|---|---|---|"
    for bound in bounds:
        said = phrases(bound.figure, "professional")[""]
        value = data_element(Shown(bound.ref, said), capital=False)
        dated = f", {day(bound.part.dated)}" if bound.part.dated else ""
        name = f"{bound.figure.name}<br><small>{bound.part.title}{dated}</small>"
        notes = [text for text in (bound.figure.note, bound.part.note) if text]
        note = f"<br><small>{' '.join(notes)}</small>" if notes else ""
        cells = (name, value + note, _link(bound.source, guide), _read_in(bound, guide))
        yield f"| {' | '.join(cells)} |"


def _read_in(bound: Bound, guide: Guide) -> str:
    """Where the figure's text was read, and when."""
    if bound.checked is None:
        return "Not confirmed"
    link = _link(bound.checked.read_in, guide)
    same = bound.checked.read_in == bound.source
    return f"{'The same' if same else link}, {day(bound.checked.on)}"


def _link(source: str, guide: Guide) -> str:
    record = guide.ledger.sources[source]
    return f"[{record.authors[0].split(',')[0]}, {record.year}](#source-{source})"


def _sources(guide: Guide) -> Iterator[str]:
    by_name = sorted(guide.ledger.sources.items(), key=lambda item: (item[1].authors[0], item[0]))
    for source, record in by_name:
        kind = record.kind.capitalize()
        said = f"{kind}: {reference(record)}{caveats(record)}"
        yield f'- <span id="source-{source}"></span>{said}'
