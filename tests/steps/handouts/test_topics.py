from __future__ import annotations

import base64
import itertools
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from plainguide.model.form import FORMS
from plainguide.steps.check import FindingsError
from plainguide.steps.handouts.pictures import qr_code
from plainguide.steps.layout import Layout
from support.building import build_whole


@pytest.fixture
def pdf(built_tea: Layout) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(built_tea.handouts / "calm-tea.pdf") as opened:
        yield opened


def _elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every structure element below a node, in reading order."""
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                yield kid
            yield from _elements(kid)


def test_is_tagged_pdf_ua_with_title_and_language(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo["/Title"]) == "Calm tea at night"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Calm tea at night"


def test_every_picture_has_alternative_text(pdf: pikepdf.Pdf) -> None:
    figures = [e for e in _elements(pdf.Root.StructTreeRoot) if e.S == "/Figure"]
    texts = [str(figure.get("/Alt", "")) for figure in figures]
    assert texts == [
        "QR code that opens https://tea-guide.example/s/m8dc/2.1/",
    ]


def test_pictures_from_the_ledger_say_all_that_they_show(built_tea: Layout) -> None:
    with pikepdf.open(built_tea.handouts / "types-of-tea.pdf") as opened:
        figures = [e for e in _elements(opened.Root.StructTreeRoot) if e.S == "/Figure"]
        texts = [str(figure.get("/Alt", "")) for figure in figures]
        tables = [e for e in _elements(opened.Root.StructTreeRoot) if e.S == "/Table"]
        fonts = [
            str(font.BaseFont) for page in opened.pages for font in page.Resources.Font.values()
        ]
    assert len(texts) == 4
    assert texts[0] == (
        "They slept well: about 39 out of 100 people. "
        "About 39 out of 100: they slept well. About 61 out of 100: they did not sleep well."
    )
    assert texts[1] == "When it was allowed. 19 January 2025, Home country: Calm tea, Early."
    assert texts[2] == (
        "How tea is made. Boil water → Look at the cup; "
        "Look at the cup: Dark → Drink it; Look at the cup: Pale → Wait longer."
    )
    assert tables == [], "the alternative text says it already"
    assert all("SourceSans3" in font for font in fonts)


def test_headings_are_nested_from_the_first_level_on(pdf: pikepdf.Pdf) -> None:
    names = [str(element.S) for element in _elements(pdf.Root.StructTreeRoot)]
    levels = [int(name[2:]) for name in names if name in {"/H1", "/H2", "/H3"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_fonts_are_embedded(pdf: pikepdf.Pdf) -> None:
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]
    assert descriptors
    assert all("/FontFile2" in d or "/FontFile3" in d for d in descriptors)


def test_dates_are_the_editions(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260301")


def test_no_link_stays_relative(pdf: pikepdf.Pdf) -> None:
    links = [
        str(note.A.URI)
        for page in pdf.pages
        for note in page.get("/Annots", pikepdf.Array())
        if "/A" in note and "/URI" in note.A
    ]
    assert "https://tea-guide.example/patient/types-of-tea/#green" in links
    assert all(link.startswith("https://") for link in links)


def test_a_picture_without_alternative_text_fails_and_names_the_topic(tea_again: Layout) -> None:
    before = (tea_again.handouts / "calm-tea.pdf").read_bytes()
    topic = tea_again.content / "topics" / "01-basics" / "calm-tea.md"
    svg = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    picture = f'<img src="data:image/svg+xml;base64,{svg.decode()}">'
    topic.write_text(topic.read_text().replace("This text is for both.", picture))
    with pytest.raises(FindingsError) as stopped:
        build_whole(tea_again)
    (finding,) = stopped.value.findings
    assert finding.place.path == "content/topics/01-basics/calm-tea.md"
    assert finding.rule == "handout"
    assert "alt" in finding.message.lower()
    assert (tea_again.handouts / "calm-tea.pdf").read_bytes() == before


def test_a_missing_language_fails(tea: Layout) -> None:
    template = tea.theme / "handout" / "base.html"
    template.write_text(template.read_text().replace(' lang="{{ guide.language }}"', ""))
    with pytest.raises(FindingsError) as stopped:
        build_whole(tea)
    assert {finding.rule for finding in stopped.value.findings} == {"handout"}
    assert "lang" in stopped.value.findings[0].message.lower()


def test_a_qr_code_is_a_picture_that_needs_no_file() -> None:
    assert qr_code("https://tea-guide.example/").startswith("data:image/svg+xml")


def test_the_code_and_the_printed_address_are_the_short_one(built_tea: Layout) -> None:
    """What a phone reads is what is printed beside it, with the edition; and it lasts."""
    opened = pypdfium2.PdfDocument(built_tea.handouts / "types-of-tea.pdf")
    read = [
        b.text for page in opened for b in zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    ]
    assert read == ["https://tea-guide.example/s/hf9c/2.1/"]
    printed = "".join(page.get_textpage().get_text_range() for page in opened)
    assert "tea-guide.example/s/hf9c" in printed
    opened.close()
    assert (built_tea.site / "s" / "hf9c" / "index.html").is_file()
    assert (built_tea.site / "s" / "hf9c" / "2.1" / "index.html").is_file()


def test_nothing_is_half_written(built_tea: Layout) -> None:
    names = sorted(path.name for path in Path(built_tea.handouts).iterdir())
    all_forms = ("calm-tea", "glossary", "types-of-tea", "pack-first-cup", "my-questions", "book")
    not_large = ("sheet-calm-tea", "sheet-calm", "sheet-dusk")
    wanted = [form.file_of(name) for name in (*all_forms, "card-calm-tea") for form in FORMS]
    wanted += [form.file_of(name) for name in not_large for form in FORMS if not form.large]
    assert names == sorted(wanted)
