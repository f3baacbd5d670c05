"""Hold everything that was built against the ledger, as a reader of it would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from plainguide.exports.book.chapter import NOT_IN_BOOKS
from plainguide.exports.book.whole import pages_of, parts_of
from plainguide.exports.every import exports
from plainguide.exports.plain.page import page_text, text_file
from plainguide.model.guide import Guide
from plainguide.model.place import Finding, Place
from plainguide.model.topic import READINGS, ReadingName
from plainguide.proof.archive import prove_zip
from plainguide.proof.book import prove_book, prove_epub, prove_text
from plainguide.proof.data import prove_bytes, prove_json
from plainguide.proof.paper import prove_paper
from plainguide.proof.site import UNBOUND, prove_page, unbound_numbers
from plainguide.read.html import Shown, shown
from plainguide.read.markdown import to_html
from plainguide.read.pdf import UnreadablePdfError, pdf_pages
from plainguide.readings.addresses import book_of, file_of
from plainguide.readings.codes_page import codes_json
from plainguide.readings.names import Names, names_for
from plainguide.readings.pages import Page
from plainguide.readings.search import search_files
from plainguide.readings.short_pages import redirect_files
from plainguide.steps.binder import READING, chapter_path
from plainguide.steps.check import Checked, FindingsError, check
from plainguide.steps.copies import copy_files
from plainguide.steps.handouts.compose import Composer
from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.handouts.repeated import runnings, table_heads
from plainguide.steps.layout import Layout
from plainguide.steps.offline_zip import READ_ME, in_zip, read_me, zip_name
from plainguide.steps.pages import compile_pages

_NOT_BUILT = "not-built"
_LEDGER = "data/ledger.json"
_RUNNING = "running"
"""The class of the handout's line at the head of each page but the first."""


@dataclass(slots=True)
class Audit:
    """What an audit saw.

    Attributes:
        figures: how many figures the ledger has.
        checked: how many of them were read at their source.
        where: addresses of the figures seen, by where they were seen.
        places: how many shown figures were compared.
        findings: what is not as it should be.
    """

    figures: int
    checked: int
    where: dict[str, set[str]] = field(default_factory=dict)
    places: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def unbound(self) -> int:
        """How many clinical numbers were seen that are not of the ledger."""
        return sum(finding.rule == UNBOUND for finding in self.findings)

    @property
    def mismatches(self) -> int:
        """How many things are not as the ledger or the compiled page has them."""
        return len(self.findings) - self.unbound


def audit(layout: Layout, as_of: date, *, cached: bool = True) -> Audit:
    """Read back the site, the handouts and the exports, and compare them with the ledger.

    Args:
        layout: where the guide lies, built.
        as_of: the day to judge review dates by.
        cached: whether what earlier runs found out may be used.

    Raises:
        FindingsError: where the content itself has errors; there is nothing to hold against.
    """
    checked = check(layout, as_of, cached=cached)
    return audit_against(layout, checked, compile_pages(checked))


def audit_against(layout: Layout, checked: Checked, pages: Iterable[Page]) -> Audit:
    """The same, against a guide that is checked and pages that are compiled already."""
    guide = checked.guide
    if guide is None:
        raise FindingsError(checked.findings)
    read = [bound.checked is not None for bound in guide.ledger.figures()]
    result = Audit(len(read), sum(read))
    auditor = _Auditor(layout, guide, result)
    made = tuple(pages)
    for page in made:
        auditor.page(page)
        if "plain" in page.meta:
            auditor.text(page, str(page.meta["plain"]))
    for handout in handouts(Source(guide, made)):
        auditor.handout(handout)
    auditor.books(made)
    auditor.data()
    auditor.others(search_files(checked.readings, guide))
    auditor.others({**redirect_files(guide, checked.readings), **codes_json(guide)})
    auditor.copies(copy_files(guide, checked.readings, layout))
    auditor.take_away()
    result.findings.sort()
    return result


def told(seen: Audit) -> str:
    """An audit in a few lines."""
    share = 100 * seen.checked / seen.figures if seen.figures else 100
    where = ", ".join(f"{len(refs)} in the {name}" for name, refs in sorted(seen.where.items()))
    read = f"{seen.checked} read at their source ({share:.1f}%)"
    wrong = f"Mismatches: {seen.mismatches}. Unbound numbers: {seen.unbound}."
    return (
        f"In the ledger: {seen.figures} figures, {read}.\n"
        f"Shown: {where or 'none'}.\n"
        f"Compared: {seen.places} places. {wrong}"
    )


@lru_cache(maxsize=1024)
def _compiled(body: str, path: str, without: str = "") -> Shown:
    """What a compiled page shows; kept, since most pages are the same from audit to audit."""
    return shown(to_html(body), path, without=without)


@lru_cache(maxsize=512)
def _built(page: str, path: str) -> Shown:
    """What a built page shows; kept for the same reason."""
    return shown(page, path, within="article", without="around")


class _Auditor:
    """Audits one guide's outputs, one by one."""

    def __init__(self, layout: Layout, guide: Guide, result: Audit) -> None:
        self._layout = layout
        self._guide = guide
        self._result = result
        self._composer = Composer(guide, layout)
        self._names = {reading: names_for(guide.ledger, reading) for reading in READINGS}

    def page(self, page: Page) -> None:
        """Audit one page of the site."""
        name = file_of(page.path)
        path = self._layout.site / name
        data = self._bytes("site", name)
        if data is None:
            return
        where = path.relative_to(self._layout.root).as_posix()
        text = data.decode("utf-8", errors="replace")
        built = _built(text, where)
        compiled = _compiled(page.body, page.path)
        reading = page.meta.get("reading")
        self._saw(f"{reading} pages" if reading else "evidence pages", built)
        found = prove_page(where, built, compiled, self._names_of(reading))
        self._result.findings += found
        if page.meta.get("topic"):
            self._result.findings += unbound_numbers(built)

    def handout(self, handout: Handout) -> None:
        """Audit the PDFs of one handout, and their copies on the site."""
        html = self._composer.html(handout)
        body = shown(html, handout.name, within="body", without=_RUNNING)
        for form in handout.forms:
            name = form.file_of(handout.name)
            proven: bytes | None = None
            for folder in ("handouts", "site/handouts"):
                data = self._bytes(folder, name)
                if data is None or data == proven:
                    continue
                self._saw("handouts", body)
                found = list(self._paper(f"build/{folder}/{name}", data, body, html))
                self._result.findings += found
                proven = None if found else data

    def _paper(self, path: str, data: bytes, body: Shown, html: str) -> Iterator[Finding]:
        """What one PDF says otherwise than it should."""
        try:
            pages = pdf_pages(data)
        except UnreadablePdfError as error:
            yield Finding(Place(path), _NOT_BUILT, f"{error}; make the handouts again")
            return
        yield from prove_paper(path, pages, body.words, runnings(html), table_heads(html))

    def text(self, page: Page, name: str) -> None:
        """Audit a page as plain text."""
        if (data := self._bytes("site", name)) is not None:
            wanted = text_file(page_text(page, to_html(page.body), self._guide.settings))
            seen = _compiled(page.body, page.path, "picture")
            self._saw("plain texts", seen)
            self._result.findings += prove_text(f"build/site/{name}", data, wanted, seen.marks)

    def books(self, pages: Iterable[Page]) -> None:
        """Audit the books of all plain pages."""
        wanted = pages_of(parts_of((p for p in pages if "plain" in p.meta), self._guide, READING))
        chapters = {chapter_path(p): _compiled(p.body, p.path, NOT_IN_BOOKS) for p in wanted}
        provers = {"epub": prove_epub, "html": prove_book} if chapters else {}
        for kind, prove in provers.items():
            name = book_of(self._guide.settings.title, kind)
            if (data := self._bytes("site", name)) is None:
                continue
            for found in prove(f"build/site/{name}", data, chapters, self._names[READING]):
                if isinstance(found, Shown):
                    self._saw("books", found)
                else:
                    self._result.findings.append(found)

    def data(self) -> None:
        """Audit the exports."""
        for name, wanted in exports(self._guide).items():
            data = self._bytes("site", name)
            if data is None:
                continue
            path = f"build/site/{name}"
            if name == _LEDGER:
                self._result.findings += prove_json(path, data, self._guide.ledger)
                refs = {bound.ref for bound in self._guide.ledger.figures()}
                self._result.where.setdefault("exports", set()).update(refs)
            self._result.findings += prove_bytes(path, data, wanted)

    def others(self, wanted: Mapping[str, bytes]) -> None:
        """Audit files that say what pages say, or lead to them."""
        for name, index in wanted.items():
            data = self._bytes("site", name)
            if data is not None:
                self._result.findings += prove_bytes(f"build/site/{name}", data, index)

    def copies(self, wanted: Mapping[str, bytes]) -> None:
        """Audit the pages that tell whether a printed copy is current, word by word.

        They say what earlier editions said, so no number in them is held against the ledger.
        """
        for name, page in wanted.items():
            data = self._bytes("site", name)
            if data is not None:
                path = f"build/site/{name}"
                built = shown(data.decode("utf-8", errors="replace"), path, within="article")
                expected = shown(page.decode(), name, within="article")
                self._result.findings += prove_page(path, built, expected, self._names_of(None))

    def take_away(self) -> None:
        """Audit the zip of the whole site, and its copy on the site."""
        name = zip_name(self._guide.settings)
        data, copy = self._bytes("", name), self._bytes("site", f"offline/{name}")
        if data is None or copy is None:
            return
        self._result.findings += prove_bytes(f"build/site/offline/{name}", copy, data)
        site = self._layout.site
        files = {
            path: file.read_bytes()
            for file in sorted(site.rglob("*"))
            if file.is_file() and in_zip(path := file.relative_to(site).as_posix())
        }
        wanted = {**files, READ_ME: read_me(self._guide.settings)}
        self._result.findings += prove_zip(f"build/{name}", data, wanted)

    def _names_of(self, reading: object) -> Names:
        """What a page's reading can say; pages that are of neither speak to professionals."""
        name: ReadingName = "patient" if reading == "patient" else "professional"
        return self._names[name]

    def _saw(self, where: str, what: Shown) -> None:
        """Take note of the figures that were seen."""
        ledger = self._guide.ledger
        bounds = (ledger.bind(mark.ref) for mark in what.marks)
        self._result.where.setdefault(where, set()).update(b.ref for b in bounds if b)
        self._result.places += len(what.marks)

    def _bytes(self, folder: str, name: str) -> bytes | None:
        """A built file; a finding where it is missing."""
        path = self._layout.root / "build" / folder / name
        if path.is_file():
            return path.read_bytes()
        place = Place(path.relative_to(self._layout.root).as_posix())
        self._result.findings.append(Finding(place, _NOT_BUILT, "this is missing; build the site"))
        return None
