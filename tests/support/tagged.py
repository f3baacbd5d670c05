"""What a program that reads a PDF aloud finds in it, and what it would miss."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

SHOWS = frozenset("Tj TJ ' \" Do S s f F f* B B* b b* sh".split()) | {"INLINE IMAGE"}  # noqa: SIM905
"""Operators that leave something on a page."""
_ROLES = {
    *("Document", "Part", "Sect", "Div", "Art", "BlockQuote", "Caption", "NonStruct", "Span"),
    *("P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Quote", "Note"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Reference", "Link", "Figure"),
}


@dataclass(frozen=True)
class Element:
    """An element of the structure tree: its role, its object, and those around it."""

    role: str
    object: Any
    around: tuple[str, ...]


def elements(node: Any, around: tuple[str, ...] = ()) -> Iterator[Element]:
    """Every structure element below a node, in reading order."""
    for kid in kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            role = str(kid.S).removeprefix("/")
            yield Element(role, kid, around)
            yield from elements(kid, (*around, role))


def kids(node: Any) -> list[Any]:
    """What is directly in a structure element."""
    found = node.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def tagged(pdf: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """The role of each piece of marked content, by page and number; in a heading, the heading's."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    found: dict[tuple[int, int], str] = {}
    for element in elements(pdf.Root.StructTreeRoot):
        heads = [role for role in (*element.around, element.role) if role[0] == "H"]
        for kid in kids(element.object):
            if isinstance(kid, int):
                page, number = element.object.Pg, kid
            elif kid.get("/Type") == "/MCR":
                page, number = kid.get("/Pg", element.object.get("/Pg")), int(kid.MCID)
            else:
                continue
            found[pages[page.objgen], number] = heads[0] if heads else element.role
    return found


def painted(page: pikepdf.Page) -> Iterator[int | str | None]:
    """For each thing that a page shows, in order: its number, `Artifact`, or none."""
    inside: list[int | str | None] = []
    for part in pikepdf.parse_content_stream(page):
        operands, name = list(part.operands), str(part.operator)
        if name in {"BDC", "BMC"}:
            marks: Any = operands[1] if name == "BDC" else {}
            number = marks.get("/MCID") if isinstance(marks, pikepdf.Dictionary) else None
            tag = str(operands[0]).removeprefix("/")
            inside.append(
                int(number) if number is not None else "Artifact" if tag == "Artifact" else None
            )
        elif name == "EMC":
            inside.pop()
        elif name in SHOWS:
            yield next((mark for mark in reversed(inside) if mark is not None), None)


def faults(pdf: pikepdf.Pdf) -> list[str]:
    """Where a PDF falls short of PDF/UA-1, as far as its structure tells."""
    return [*_document(pdf), *_structure(pdf), *_content(pdf), *_links(pdf), *_fonts(pdf)]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "title not shown"
    if "/Outlines" not in root or "/First" not in root.Outlines:
        yield "no bookmarks"
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1" or not metadata.get("dc:title"):
            yield "metadata says no PDF/UA-1 or no title"
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: tabs don't follow the structure"


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    found = list(elements(pdf.Root.StructTreeRoot))
    mapped = {
        str(key).removeprefix("/")
        for key, role in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()
        if str(role).removeprefix("/") in _ROLES
    }
    yield from sorted({f"role {e.role}" for e in found} - {f"role {r}" for r in _ROLES | mapped})
    levels = [int(e.role[1]) for e in found if e.role[0] == "H" and e.role[1:].isdigit()]
    if not levels or levels[0] != 1:
        yield "headings don't begin at the first level"
    if any(b - a > 1 for a, b in itertools.pairwise(levels)):
        yield f"a level of headings is skipped: {levels}"
    for element in found:
        if element.role == "Figure" and not str(element.object.get("/Alt", "")).strip():
            yield "figure without words"
        if element.role == "LI" and element.around[-1:] != ("L",):
            yield "list item outside a list"
        if element.role == "TH" and not _scope(element.object):
            yield "header cell without scope"
        if element.role == "Table" and not any(
            inner.role == "TH" for inner in elements(element.object)
        ):
            yield "table without header"


def _scope(cell: Any) -> bool:
    given = cell.get("/A", pikepdf.Array())
    entries = list(given) if isinstance(given, pikepdf.Array) else [given]
    return any("/Scope" in entry for entry in entries if isinstance(entry, pikepdf.Dictionary))


def _content(pdf: pikepdf.Pdf) -> Iterator[str]:
    known = tagged(pdf)
    shown: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages):
        for mark in painted(page):
            if mark is None:
                yield f"page {number + 1}: content without a tag"
                break
            if isinstance(mark, int):
                shown.add((number, mark))
    yield from (
        f"page {page + 1}: mark {mark} is not in the structure"
        for page, mark in shown - known.keys()
    )


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    tied = {
        kid.Obj.objgen
        for element in elements(pdf.Root.StructTreeRoot)
        for kid in kids(element.object)
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", pikepdf.Array()):
            if note.objgen not in tied:
                yield f"page {number}: link outside the structure"
            if not str(note.get("/Contents", "")).strip():
                yield f"page {number}: link without words"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            if "/FontFile2" not in descriptor and "/FontFile3" not in descriptor:
                yield f"{font.BaseFont} is not embedded"
            if "/ToUnicode" not in font:
                yield f"{font.BaseFont} does not tell its letters"
            if "+SourceSans3-" not in str(font.BaseFont):
                yield f"{font.BaseFont} is the system's"
