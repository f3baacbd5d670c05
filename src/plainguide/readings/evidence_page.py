"""The page that shows what the guide rests on, and where anything is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainguide.model.evidence import Ledger
from plainguide.model.guide import Guide
from plainguide.readings.entry_page import address, figure_table, statement_list
from plainguide.readings.notice import unreviewed
from plainguide.readings.pages import Page
from plainguide.readings.references import caveats, reference

_KINDS = {
    "trial": "Trials",
    "therapy": "Therapies",
    "test": "Tests",
    "guideline": "Guidelines",
    "survey": "Surveys and biology",
    "flow": "Pathways",
}


def evidence_page(guide: Guide, downloads: Iterable[str]) -> Page:
    """What was not confirmed, what sources dispute, and the way to every entry and source.

    Args:
        guide: the guide.
        downloads: addresses of the ledger in other formats, from the site's root.
    """
    words = guide.settings.evidence_page
    body = [
        f"# {words.title}",
        f"{words.lead}\n{{: .summary }}",
        unreviewed("professional", guide),
        _counts(guide.ledger),
        f"## {words.unconfirmed} {{#not-confirmed}}",
        *_unconfirmed(guide),
        *_disputed(guide),
        *_accepted(guide),
        f"## {words.figures} {{#figures}}",
        *_entries(guide.ledger),
        f"## {words.sources} {{#sources}}",
        f"[{len(guide.ledger.sources)} sources](sources.md)",
        f"## {words.downloads} {{#downloads}}",
        "\n".join(f"- [{path.rpartition('/')[2]}](../{path})" for path in downloads),
    ]
    meta = {"title": words.title, "description": words.lead}
    return Page("evidence/index.md", meta, "\n\n".join(body))


def sources_page(guide: Guide) -> Page:
    """Every source in full, in the order of its first author."""
    words = guide.settings.evidence_page
    by_name = sorted(guide.ledger.sources.items(), key=lambda item: (item[1].authors[0], item[0]))
    lines = []
    for name, source in by_name:
        said = f"{source.kind.capitalize()}: {reference(source)}{caveats(source)}"
        lines.append(f'- <span id="source-{name}"></span>{said}')
    back = f"[{words.title}](index.md)"
    body = [f"# {words.sources}", back, unreviewed("professional", guide), "\n".join(lines)]
    meta = {"title": words.sources, "description": words.lead}
    return Page("evidence/sources.md", meta, "\n\n".join(body))


def _counts(ledger: Ledger) -> str:
    """How much there is, and how much of it was read."""
    read = [bound.checked is not None for bound in ledger.figures()]
    said = [statement.checked is not None for statement in ledger.statements()]
    return (
        f"{sum(read)} of {len(read)} numbers and {sum(said)} of {len(said)} statements were read "
        f"where they are said to stand. They come from {len(ledger.sources)} sources."
    )


def _unconfirmed(guide: Guide) -> Iterator[str]:
    """All that nobody has read at its source, or that there is nothing of the kind."""
    unread = [bound for bound in guide.ledger.figures() if bound.checked is None]
    unsaid = [said for said in guide.ledger.statements() if said.checked is None]
    if unread:
        yield figure_table(unread, guide, with_entry=True)
    if unsaid:
        yield statement_list(unsaid, guide, with_entry=True)
    if not unread and not unsaid:
        yield guide.settings.evidence_page.all_confirmed


def _disputed(guide: Guide) -> Iterator[str]:
    """Values that sources give differently, the preferred one first, with the reason."""
    ledger = guide.ledger
    disputes = [bound for bound in ledger.figures() if bound.figure.disputes]
    if not disputes:
        return
    both = []
    for bound in disputes:
        preferred = ledger.bind(bound.sibling(bound.figure.disputes or ""))
        both += [*([preferred] if preferred and preferred not in both else []), bound]
    yield f"## {guide.settings.evidence_page.disputed} {{#disputed}}"
    yield figure_table(both, guide, with_entry=True)


def _accepted(guide: Guide) -> Iterator[str]:
    """Figures that a check would find fault with, and why that is accepted."""
    accepted = [bound for bound in guide.ledger.figures() if bound.figure.accept]
    if accepted:
        yield f"## {guide.settings.evidence_page.accepted} {{#accepted}}"
        yield figure_table(accepted, guide, with_entry=True)


def _entries(ledger: Ledger) -> Iterator[str]:
    """Links to the page of every entry, kind by kind."""
    for kind, heading in _KINDS.items():
        links = [
            f"- [{entry.name}]({address(name)})"
            for name, entry in ledger.entries.items()
            if entry.kind == kind
        ]
        if links:
            yield f"### {heading}"
            yield "\n".join(links)
