"""All trials side by side as one table of plain HTML, complete without any script.

The controls above it are there for the page's script, which shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from plainguide.model.evidence import Bound
from plainguide.model.figure import Duration, Figure
from plainguide.model.guide import Guide, Settings
from plainguide.readings.cites import cite_mark
from plainguide.readings.explorer_rows import Row, reported
from plainguide.readings.expressions import Shown, data_element
from plainguide.readings.phrase import day, phrases

NONE = "–"
"""What stands where nothing was reported. A word such as `NR` would mean `not reached` to many."""
_REGISTER = "https://clinicaltrials.gov/study/"
_DAYS = {"hours": "0.041666", "days": "1", "weeks": "7", "months": "30.4375", "years": "365.25"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table.

    Attributes:
        is_number: whether it is sorted by number.
        is_away: whether it is put away until a reader asks for it, where scripts run.
    """

    name: str
    title: str
    is_number: bool = False
    is_away: bool = False

    @property
    def mark(self) -> str:
        """What its cells bear; a stylesheet hides those put away from the first paint on."""
        return ' class="away"' if self.is_away else ""


def explorer_table(rows: Sequence[Row], guide: Guide) -> str:
    """The controls and the table, as one piece of HTML."""
    columns = _columns(rows, guide.settings)
    words = guide.settings.explorer_page
    parts = [
        '<div class="explorer">',
        *_controls(rows, guide.settings),
        f'<p class="explorer__caption" id="about-table">{escape(words.caption)}</p>',
        '<div class="explorer__box" tabindex="0" role="region" aria-labelledby="about-table">',
        '<table class="explorer__table" aria-labelledby="about-table">',
        f"<thead><tr>{''.join(_head(column) for column in columns)}</tr></thead>",
        "<tbody>",
        *(f"<tr>{''.join(_cells(row, columns, guide))}</tr>" for row in rows),
        "</tbody></table></div></div>",
    ]
    return "\n".join(parts)


def anchor(name: str) -> str:
    """The id of a trial's section on the page."""
    return name.replace("_", "-")


def _columns(rows: Sequence[Row], settings: Settings) -> list[Column]:
    """The columns in order; end points that no trial reports are left out."""
    page = settings.explorer_page
    titles = {
        "trial": page.columns.trial,
        "therapy": page.columns.therapy,
        "phase": page.columns.phase,
        "comparison": page.columns.comparison,
        **settings.traits,
        "cutoff": page.columns.cutoff,
    }
    numbers = {name: settings.endpoints[name] for name in reported(rows, settings)}
    return [
        Column(name, title, name in numbers, name in page.folded)
        for name, title in {**titles, **numbers}.items()
    ]


def _controls(rows: Sequence[Row], settings: Settings) -> Iterator[str]:
    """Search, filters and the choice of columns; hidden until the script is there to serve them."""
    page = settings.explorer_page
    words = page.controls
    said = f'data-shown="{escape(words.shown)}" data-nothing="{escape(words.nothing)}"'
    yield f'<form class="explorer__controls" {said} hidden>'
    yield _labelled("q", words.search, 'input type="search"', "")
    for name, label in page.filters.items():
        options = [f'<option value="">{escape(words.any)}</option>', *_options(name, rows)]
        yield _labelled(name, label, "select", f"{''.join(options)}</select>")
    yield f"<details><summary>{escape(words.columns)}</summary><fieldset></fieldset></details>"
    yield f'<button type="reset">{escape(words.reset)}</button>'
    yield '<p role="status"></p>'
    yield "</form>"


def _options(name: str, rows: Sequence[Row]) -> Iterator[str]:
    """All that a filter can ask for; put in order here, since that costs a phone long."""
    found = {said for row in rows for said in _asked(name, row)} - {NONE}
    for said in sorted(found, key=str.casefold):
        yield f"<option>{escape(said, quote=False)}</option>"


def _asked(name: str, row: Row) -> Iterable[str]:
    """What a filter finds in a row."""
    return row.therapies if name == "therapy" else [_text(name, row)]


def _labelled(name: str, label: str, tag: str, inside: str) -> str:
    """A control with its label beside it: inside, a screen reader would read out every choice."""
    control = f'<{tag} id="by-{name}" name="{name}">{inside}'
    return f'<div><label for="by-{name}">{escape(label)}</label>{control}</div>'


def _head(column: Column) -> str:
    number = " data-number" if column.is_number else ""
    told = f'scope="col" data-column="{column.name}"{number}{column.mark}'
    return f"<th {told}>{escape(column.title)}</th>"


def _cells(row: Row, columns: Sequence[Column], guide: Guide) -> Iterator[str]:
    """A row's cells, the first one its heading."""
    yield f'<th scope="row">{_trial(row)}</th>'
    values = escape("|".join(row.therapies))
    yield f'<td data-values="{values}">{_regimen(row, guide.settings)}</td>'
    for column in columns[2:]:
        if column.is_number:
            yield _result(row.results.get(column.name), column, guide.settings)
        elif column.name == "cutoff":
            yield f"<td{column.mark}>{_cutoff(row)}</td>"
        else:
            yield f"<td{column.mark}>{escape(_text(column.name, row), quote=False)}</td>"


def _text(name: str, row: Row) -> str:
    """What a trial says of itself in a column of words."""
    own = {"phase": row.trial.phase, "comparison": row.trial.comparison}
    text = {**row.trial.traits, **own}.get(name, NONE)
    return text[0].upper() + text[1:]


def _trial(row: Row) -> str:
    """The trial's name with the way to its section, and its registration."""
    name = escape(row.trial.name, quote=False)
    link = f'<a href="#{anchor(row.name)}">{name}</a>'
    registry = escape(row.trial.registry or "")
    if registry.startswith("NCT"):
        registry = f'<a href="{_REGISTER}{registry}">{registry}</a>'
    return f"{link}<br><small>{registry}</small>" if registry else link


def _regimen(row: Row, settings: Settings) -> str:
    """The arm and what it was given."""
    words = settings.explorer_page
    title = row.arm.title if row.arm else words.whole_trial
    below = [f"<small>{escape(row.arm.regimen, quote=False)}</small>"] if row.arm else []
    if not row.results:
        below.append(f"<small><em>{escape(words.no_results)}</em></small>")
    return "<br>".join([f"<b>{escape(title, quote=False)}</b>", *below])


def _cutoff(row: Row) -> str:
    """The day of the data cut, its title, and the sources of the row's figures."""
    cut = row.cut
    dated = f'<time datetime="{cut.cutoff}">{day(cut.cutoff)}</time>' if cut.cutoff else NONE
    marks = "".join(cite_mark(source) for source in row.sources)
    return f"{dated}<br><small>{escape(cut.title, quote=False)}{marks}</small>"


def _result(bound: Bound | None, column: Column, settings: Settings) -> str:
    """A cell with one figure; its details are small, so that values can be compared at a glance."""
    if bound is None:
        return f"<td{column.mark}>{NONE}</td>"
    said = data_element(Shown(bound.ref, phrases(bound.figure, "professional")[""]), capital=False)
    value, opening, details = said.partition(" (")
    if opening:
        said = f"{value}<small> ({details.removesuffix('</data>')}</small></data>"
    mark = "" if bound.checked else f" <mark>{escape(settings.explorer_page.unconfirmed)}</mark>"
    return f'<td data-sort="{_rank(bound.figure)}"{column.mark}>{said}{mark}</td>'


def _rank(figure: Figure) -> str:
    """What a figure is sorted by: lengths of time in days, and longest where not yet reached."""
    if figure.value is None:
        return "Infinity"
    if isinstance(figure, Duration):
        return f"{figure.value * Decimal(_DAYS[figure.unit]):.1f}"
    return str(figure.value)
