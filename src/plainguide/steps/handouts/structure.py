"""The structure of a PDF, brought to what PDF/UA-1 asks for where WeasyPrint stops short of it.

What stands in the margins of every page (its head, its number) is tagged by WeasyPrint, and left
out of the structure, so that it is neither read nor marked as what it is: an artifact. Header cells
say what they are headers of by being named in other cells only; many programs ask for their scope.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

_ELEMENT = "/StructElem"


def complete(pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint's library for PDFs has no types
    """Mark what stands in the margins as artifacts, and give header cells their scope.

    Args:
        pdf: written, but for its trailer.
    """
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    read = list(_below(pdf, root))
    numbers = {element.number for element in read}
    margins: defaultdict[int, set[int]] = defaultdict(set)
    for element in pdf.objects:
        of_structure = isinstance(element, dict) and element.get("Type") == _ELEMENT
        if of_structure and element.number not in numbers:
            page = _number(element["Pg"])
            margins[page].update(kid for kid in element["K"] if isinstance(kid, int))
            element.free = "f"
    for page, marks in margins.items():
        _be_artifacts(_object(pdf, pdf.objects[page]["Contents"]), marks)
    _unmap(pdf, root, margins)
    for element in read:
        if element["S"] == "/TH":
            # A row of headers has no cell of another kind; any other header is one of a row.
            row = _object(pdf, element["P"])
            cells = [_object(pdf, kid)["S"] for kid in row["K"] if isinstance(kid, bytes)]
            element["A"]["Scope"] = "/Column" if set(cells) == {"/TH"} else "/Row"


def _be_artifacts(stream: Any, marks: set[int]) -> None:  # noqa: ANN401 - as above
    """Mark what was marked as content of these numbers as artifacts."""
    parts = stream.stream
    for index, part in enumerate(parts):
        if isinstance(part, dict) and part.get("MCID") in marks:
            part.clear()
            part["Type"] = "/Pagination"
            parts[index - 1] = "/Artifact"


def _unmap(pdf: Any, root: Any, margins: dict[int, set[int]]) -> None:  # noqa: ANN401 - as above
    """Let the numbers of artifacts lead to nothing."""
    pages = [int(number) for number in pdf.pages["Kids"][::3]]
    entries = _object(pdf, root["ParentTree"])["Nums"]
    for key, refs in zip(entries[::2], entries[1::2], strict=True):
        if isinstance(refs, list):
            for mark in margins.get(pages[key], ()):
                refs[mark] = b"null"


def _below(pdf: Any, element: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Every element of the structure below one, in reading order."""
    for kid in element.get("K", ()):
        if isinstance(kid, bytes):
            below = _object(pdf, kid)
            if below.get("Type") == _ELEMENT:
                yield below
                yield from _below(pdf, below)


def _object(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - as above
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
