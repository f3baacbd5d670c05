from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from plainguide.model.form import FORMS, Form
from plainguide.steps.handouts.press import Press
from plainguide.steps.handouts.structure import finished
from support import tagged
from support.building import ROOT

DESIGN = "handout.typ"
TABLE = (
    '<table><thead><tr><th scope="col">Tea</th><th scope="col">Cups</th></tr></thead><tbody>'
    '<tr><th scope="row">Green</th><td>2</td></tr><tr><td>Black</td><td>1</td></tr></tbody></table>'
)


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(ROOT / "theme" / "handout")


def _page(body: str) -> str:
    return (
        '<!doctype html><html lang="en-GB"><head><title>Tea</title>'
        '<meta name="author" content="Tea guide"><meta name="description" content="On tea">'
        '<meta name="dcterms.modified" content="2026-03-01"></head>'
        f'<body><main><h1 class="h1">Tea</h1>{body}</main></body></html>'
    )


def _print(press: Press, body: str, form: Form = FORMS[0], most: int | None = None) -> bytes:
    data, faults = press.print(_page(body), DESIGN, form, most)
    assert faults == ()
    return data


def _cells(data: bytes) -> Iterator[tuple[str, list[str]]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        for element in tagged.elements(pdf.Root.StructTreeRoot):
            if element.role in {"TH", "TD"}:
                given = element.object.get("/A", pikepdf.Array())
                entries = list(given) if isinstance(given, pikepdf.Array) else [given]
                yield element.role, [str(e.Scope) for e in entries if "/Scope" in e]


def _words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


@pytest.mark.parametrize("form", FORMS)
def test_what_it_prints_has_no_fault_in_its_structure(press: Press, form: Form) -> None:
    body = f'<p>See <a href="https://tea.example/">tea</a>.</p>{TABLE}<ul><li>a cup</li></ul>'
    with pikepdf.open(BytesIO(_print(press, body, form))) as pdf:
        assert tagged.faults(pdf) == []


def test_headers_of_rows_are_told_from_headers_of_columns(press: Press) -> None:
    assert list(_cells(_print(press, TABLE))) == [
        ("TH", ["/Column"]),
        ("TH", ["/Column"]),
        ("TH", ["/Row"]),
        ("TD", []),
        ("TD", []),
        ("TD", []),
    ]


def test_a_pdf_with_other_tables_than_its_page_is_not_let_out(press: Press) -> None:
    data = _print(press, TABLE)
    with pytest.raises(ValueError, match="1 tables were printed of 2"):
        finished(data, ((False, True, False), (True,)))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p><img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 '
         'width=%229%22 height=%229%22/%3E"></p>', "alt"),
        ('<p><a href="#nowhere">here</a></p>', "nowhere"),
        ('<p><img src="data:image/png;base64,AAAA" alt="x"></p>', "is no whole image"),
        ('<p><img src="data:image/png;base64,A" alt="x"></p>', "base64"),
        ('<p><img src="data:image/svg+xml,%FF" alt="x"></p>', "UTF-8"),
        ('<p><img src="data:image/svg+xml,%3Csvg" alt="x"></p>', "SVG"),
        (TABLE.replace("<tbody>", "<tbody><tr></tr>"), "a table was printed with 3 rows of 4"),
    ],
)  # fmt: skip
def test_what_falls_short_is_told(press: Press, body: str, said: str) -> None:
    _, (fault,) = press.print(_page(body), DESIGN, FORMS[0])
    assert said in fault
    assert "\n" not in fault


def test_too_many_pages_are_a_fault_that_names_the_form(press: Press) -> None:
    body = "<p>Tea.</p>" * 60
    _, (fault,) = press.print(_page(body), DESIGN, Form(large=True, paper="letter"), 1)
    assert "pages on letter in large print, where there is room for 1;" in fault
    _print(press, "<p>Tea.</p>", most=1)


def test_a_word_longer_than_the_line_ends_on_the_next(press: Press) -> None:
    word = "tea" * 30
    assert word in _words(_print(press, f"<p>Say {word} now.</p>", FORMS[2])).replace(" ", "")


def test_where_a_box_is_longer_than_a_page_it_goes_on_on_the_next(press: Press) -> None:
    box = f'<div class="admonition danger">{"<p>Call at once.</p>" * 70}<p>The end.</p></div>'
    data = _print(press, box)
    assert "The end." in _words(data)
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) > 1


@pytest.mark.parametrize("html", ["<p>{}</p>", "<p>See {} here.</p>", "<ul><li>{}</li></ul>"])
def test_an_image_is_shown_where_it_stands_and_within_the_margins(press: Press, html: str) -> None:
    svg = "%3Csvg xmlns='http://www.w3.org/2000/svg' width='{}' height='30'/%3E"
    image = f'<img src="data:image/svg+xml,{svg.format(90 if "See" in html else 900)}" alt="A cup">'
    with pikepdf.open(BytesIO(_print(press, html.format(image)))) as pdf:
        assert tagged.faults(pdf) == []
        (figure,) = (e for e in tagged.elements(pdf.Root.StructTreeRoot) if e.role == "Figure")
        assert str(figure.object.Alt) == "A cup"
        (shape,) = (entry for entry in figure.object.A if "/BBox" in entry)
        left, _, right, _ = (float(edge) for edge in shape.BBox)
        assert 0 < right - left < 460


def test_prints_the_same_bytes_again(press: Press) -> None:
    again = Press(Path(press.folder))
    assert _print(press, TABLE) == _print(again, TABLE)
