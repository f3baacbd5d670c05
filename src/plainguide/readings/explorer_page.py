"""The page that sets all trials side by side, for professionals."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from plainguide.model.entry import Trial
from plainguide.model.guide import Guide
from plainguide.model.part import DataCut
from plainguide.readings.cites import numbered
from plainguide.readings.entry_page import current_first, entry_sources, facts, part_body
from plainguide.readings.explorer_rows import rows
from plainguide.readings.explorer_table import anchor, explorer_table
from plainguide.readings.notice import notice, unreviewed
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day
from plainguide.readings.references import numbered_list
from plainguide.readings.sheets.trial import trials_with_results
from plainguide.readings.take_away import sheets_of_trials

DOWNLOADS = ("data/trials.csv", "data/trials.json")
"""Where the same table is found for other programs, from the site's root."""


def explorer_page(guide: Guide) -> Page:
    """The table, then each trial with its data cuts, then the sources of both."""
    words, professional = guide.settings.explorer_page, guide.settings.readings.professional
    of_rows = rows(guide)
    cited = [source for row in of_rows for source in row.sources]
    for name, _ in guide.ledger.trials():
        cited += entry_sources(name, guide)
    sources = list(dict.fromkeys(cited))
    body = [
        f"# {words.title}",
        f"{words.lead}\n{{: .summary }}",
        notice(*words.caution),
        unreviewed("professional", guide),
        explorer_table(of_rows, guide),
        _downloads(guide),
        f"## {words.trials} {{#trials}}",
        *(part for name, trial in guide.ledger.trials() for part in _trial(name, trial, guide)),
        f"## {professional.sources} {{#sources}}",
        numbered_list(sources, guide.ledger, full=True),
    ]
    meta: dict[str, object] = {
        "title": words.title,
        "description": words.lead,
        "reading": "professional",
        "counterpart": "patient/",
        "explorer": True,
        "hide": ["navigation", "toc"],
    }
    if sheets := list(sheets_of_trials(trials_with_results(guide), guide)):
        meta["sheets"] = sheets
    text = numbered("\n\n".join(part for part in body if part), sources)
    return Page("trials.md", meta, text)


def _downloads(guide: Guide) -> str:
    links = []
    for label, path in zip(guide.settings.explorer_page.downloads, DOWNLOADS, strict=True):
        file = path.rpartition("/")[2]
        links.append(f'[{label}]({path}){{: download="{file}" }}')
    return " ".join(links) + "\n{: .explorer__downloads }"


def _trial(name: str, trial: Trial, guide: Guide) -> Iterator[str]:
    """What is known of a trial, with every figure of each data cut, the current one first."""
    yield f"### {trial.name} {{#{anchor(name)}}}"
    yield facts(trial, guide)
    for cut_name, _ in current_first(trial):
        cut = trial.cuts[cut_name]
        yield f'<details markdown="1"><summary>{_cut_title(cut, trial, guide)}</summary>'
        yield from part_body(f"{name}.{cut_name}", cut, guide)
        yield "</details>"


def _cut_title(cut: DataCut, trial: Trial, guide: Guide) -> str:
    """A data cut's title and day, with a mark where another replaces it."""
    said = [cut.title, *([day(cut.cutoff)] if cut.cutoff else [])]
    if cut.superseded_by:
        after = trial.cuts[cut.superseded_by].title
        said.append(guide.settings.explorer_page.superseded.replace("{by}", after))
    return escape(", ".join(said), quote=False)
