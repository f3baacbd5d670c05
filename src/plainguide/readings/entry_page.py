"""The page of one entry of the ledger: all that it holds, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainguide.model.entry import AnyEntry, Pathway, Trial
from plainguide.model.evidence import Bound, Sourced
from plainguide.model.figure import Checked
from plainguide.model.guide import Guide
from plainguide.model.part import Approval, DataCut, GuidelineEdition, Label, PartRecord, Statement
from plainguide.readings.cites import cite_mark, numbered
from plainguide.readings.expressions import Shown, data_element
from plainguide.readings.notice import unreviewed
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day, phrases
from plainguide.readings.references import numbered_list


def address(name: str) -> str:
    """An entry's page, as the evidence page links to it."""
    return f"{name.replace('_', '-')}.md"


def entry_page(name: str, guide: Guide) -> Page:
    """All figures and statements of one entry, with its sources at the foot."""
    words, entry = guide.settings.evidence_page, guide.ledger.entries[name]
    body = [
        f"# {entry.name}",
        f"[{words.title}](index.md)",
        unreviewed("professional", guide),
        facts(entry, guide),
        *_steps(entry),
    ]
    for part_name, part in current_first(entry):
        body.append(f"## {part.title} {{#{part_name.replace('_', '-')}}}")
        body += part_body(f"{name}.{part_name}", part, guide)
    sources = entry_sources(name, guide)
    body += [f"## {words.sources} {{#sources}}", numbered_list(sources, guide.ledger, full=True)]
    text = numbered("\n\n".join(part for part in body if part), sources)
    meta = {"title": entry.name, "description": f"{words.title}: {entry.name}"}
    return Page(f"evidence/{address(name)}", meta, text)


def part_body(ref: str, part: PartRecord, guide: Guide) -> Iterator[str]:
    """What the part at this address says of itself, then its figures and statements."""
    yield from _about(part)
    bounds = (guide.ledger.bind(f"{ref}.{name}") for name in part.figures)
    yield figure_table((bound for bound in bounds if bound), guide)
    entry = guide.ledger.entries[ref.partition(".")[0]]
    yield statement_list(guide.ledger.statements_of(ref, entry, part), guide)


def current_first(entry: AnyEntry) -> list[tuple[str, PartRecord]]:
    """An entry's parts, superseded data cuts last."""
    return sorted(entry.parts.items(), key=lambda item: item[1].superseded)


def figure_table(bounds: Iterable[Bound], guide: Guide, *, with_entry: bool = False) -> str:
    """Figures with their values, sources and places of reading; empty where there are none.

    Args:
        bounds: the figures.
        guide: the guide.
        with_entry: for a page of many entries: names the entry, and links to its page.
    """
    rows = [_row(bound, guide, with_entry=with_entry) for bound in bounds]
    if not rows:
        return ""
    return "\n".join(["| Figure | Value | Published in | Read in |", "|---|---|---|---|", *rows])


def statement_list(
    statements: Iterable[Sourced[Statement]], guide: Guide, *, with_entry: bool = False
) -> str:
    """Statements with their sources and places of reading; empty where there are none."""
    lines = []
    for said in statements:
        where = _where(said.ref, said.entry) + ": " if with_entry else ""
        grade = f" ({said.held.grade})" if said.held.grade else ""
        note = f" {said.held.note}" if said.held.note else ""
        cite = "" if with_entry else f" {cite_mark(said.source)}"
        read = _read_in(said.source, said.checked, guide, with_entry=with_entry)
        about = said.held.about.capitalize()
        lines.append(f"- {where}{about}: {said.held.says}{grade}.{cite}{note} *{read}.*")
    return "\n".join(lines)


def _row(bound: Bound, guide: Guide, *, with_entry: bool) -> str:
    figure = bound.figure
    said = phrases(figure, "professional")[""]
    value = data_element(Shown(bound.ref, said), capital=False)
    below = [_where(bound.ref, bound.entry)] if with_entry else []
    if figure.arm and isinstance(bound.entry, Trial) and len(bound.entry.arms) > 1:
        below.append(bound.entry.arms[figure.arm].title)
    where = "".join(f"<br><small>{text}</small>" for text in below)
    notes = [figure.note, figure.preferred and f"Preferred: {figure.preferred}"]
    notes += [f"Accepted ({rule}): {why}" for rule, why in figure.accept.items()]
    if figure.disputes:
        notes.append(f"Differs from “{bound.part.figures[figure.disputes].name}”.")
    if with_entry and bound.superseded:
        notes.append("Of a superseded data cut.")
    note = "".join(f"<br><small>{text}</small>" for text in notes if text)
    published = _name(bound.source, guide) if with_entry else cite_mark(bound.source)
    read = _read_in(bound.source, bound.checked, guide, with_entry=with_entry)
    return f"| {figure.name}{where} | {value}{note} | {published} | {read} |"


def _where(ref: str, entry: AnyEntry) -> str:
    """A link to the part that something stands in."""
    name, part, *_ = ref.split(".")
    return f"[{entry.name}: {entry.parts[part].title}]({address(name)}#{part.replace('_', '-')})"


def _read_in(source: str, checked: Checked | None, guide: Guide, *, with_entry: bool) -> str:
    """Where a text was read, and when."""
    if checked is None:
        return "Not confirmed"
    if checked.read_in == source:
        return f"Read there, {day(checked.on)}"
    link = _name(checked.read_in, guide) if with_entry else cite_mark(checked.read_in)
    return f"Read in {link}, {day(checked.on)}"


def _name(source: str, guide: Guide) -> str:
    """A source by first author and year, with the way to its record."""
    record = guide.ledger.sources[source]
    return f"[{record.authors[0].split(',')[0]}, {record.year}](sources.md#source-{source})"


def entry_sources(name: str, guide: Guide) -> list[str]:
    """All sources that an entry names, in the order of its page."""
    within = f"{name}."
    named = [(p.source, p.checked) for p in guide.ledger.pathways() if p.ref == name]
    parts = guide.ledger.sourced_parts()
    named += [(p.source, p.checked) for p in parts if p.ref.startswith(within)]
    figures = [bound for bound in guide.ledger.figures() if bound.ref.startswith(within)]
    figures.sort(key=lambda bound: bound.superseded)
    named += [(bound.source, bound.checked) for bound in figures]
    said = guide.ledger.statements()
    named += [(one.source, one.checked) for one in said if one.ref.startswith(within)]
    each = ((source, checked.read_in if checked else source) for source, checked in named)
    return list(dict.fromkeys(name for pair in each for name in pair))


def facts(entry: AnyEntry, guide: Guide) -> str:
    """What is known of an entry as a whole, as a list of terms."""
    known: list[tuple[str, str]] = []
    if isinstance(entry, Trial):
        titles = guide.settings.traits
        known = [
            ("Registered as", entry.registry or "not read"),
            ("Phase", entry.phase),
            ("Design", entry.design),
            ("Compares", entry.comparison),
            ("Population", entry.population),
            *((titles.get(trait, trait), text) for trait, text in entry.traits.items()),
            *((arm.title, arm.regimen) for arm in entry.arms.values()),
        ]
    else:
        for term in ("design", "measures", "body"):
            if text := getattr(entry, term, None):
                known.append((term.capitalize(), text))
    return "\n\n".join(f"{term}\n:   {text}" for term, text in known)


def _steps(entry: AnyEntry) -> Iterator[str]:
    """A pathway's steps, each with where its answers lead."""
    if isinstance(entry, Pathway):
        for step in entry.steps.values():
            ways = [
                f"{branch.when.professional if branch.when else 'Then'}: "
                f"{entry.steps[branch.to].says.professional}"
                for branch in step.then
            ]
            yield "\n".join([f"- {step.says.professional}", *(f"    - {way}" for way in ways)])


def _about(part: PartRecord) -> Iterator[str]:
    """What a part says of itself, before its figures."""
    if isinstance(part, DataCut):
        cutoff = day(part.cutoff) if part.cutoff else "not in the text read"
        state = "Superseded. " if part.superseded else ""
        yield f"{state}Data cut-off: {cutoff}."
    elif isinstance(part, Approval):
        test = f" Test: {part.test}." if part.test else ""
        yield f"{part.regulator}: **{part.decision}**. {part.population}.{test} {_as_of(part)}"
    elif isinstance(part, Label):
        revised = f", revised {part.revised}" if part.revised else ""
        yield f"{part.product}{revised}. {_as_of(part)}"
    elif isinstance(part, GuidelineEdition):
        issued = f", {day(part.issued)}" if part.issued else ""
        yield f"{part.edition}{issued}. {_as_of(part)}"
    elif part.dated:
        yield f"{_as_of(part)}"
    if part.note:
        yield part.note


def _as_of(part: PartRecord) -> str:
    return f"As of {day(part.dated)}." if part.dated else ""
