from __future__ import annotations

import pytest

from plainguide.model.place import Place
from plainguide.model.reading import Anchor, Image, Tag
from plainguide.model.topic import Line
from plainguide.readings.marks import Marks, marks, without_foreign
from support.compiling import compile_body


def _marks(text: str) -> Marks:
    return marks("a", [Line(n, line) for n, line in enumerate(text.split("\n"), 1)])


def _at(column: int, line: int = 1) -> Place:
    return Place("a", line, column)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See [the *tea* page](tea.md).", [(22, "tea.md", "the tea page", 5)]),
        ("See [a\npage](tea.md 'Tea').", [(7, "tea.md", "a page", 5)]),
        ("[a [b] c](#d)", [(11, "#d", "a [b] c", 1)]),
        ("[](tea.md)", [(4, "tea.md", "", 1)]),
        ("[![A cup](cup.svg)](tea.md)", [(21, "tea.md", "A cup", 1)]),
        ("[tea]: https://example.org/", [(8, "https://example.org/", None, 1)]),
        ('<a href="tea.md"><b>Tea</b></a>', [(1, "tea.md", "Tea", 1)]),
        ("<https://example.org/>", [(2, "https://example.org/", "https://example.org/", 2)]),
        ("At www.example.org.", [(4, "https://www.example.org", "www.example.org", 4)]),
        ("[www.tea.org](https://www.tea.org)", [(15, "https://www.tea.org", "www.tea.org", 1)]),
        ("`[tea](tea.md)` <!-- [tea](tea.md) --> {{ a.b }} ![A](a.svg)", []),
    ],
)
def test_links(text: str, links: list[tuple[int, str, str | None, int]]) -> None:
    found = _marks(text).links
    assert [(x.place.column, x.target, x.text, x.start.column) for x in found] == links


@pytest.mark.parametrize(
    ("text", "image"),
    [
        ("![A cup](cup.svg)", Image(_at(1), "cup.svg", "A cup", sized=False)),
        ("![](cup.svg){width=2 height=1}", Image(_at(1), "cup.svg", "", sized=True)),
        ("![A cup][cup]", Image(_at(1), "", "A cup", sized=False)),
        ("<img src='cup.svg'>", Image(_at(1), "cup.svg", None, sized=False)),
        ('<IMG SRC=cup.svg ALT="" width=2\nheight=1/>', Image(_at(1), "cup.svg", "", sized=True)),
    ],
)
def test_images(text: str, image: Image) -> None:
    assert _marks(text).images == (image,)


def test_tags_and_anchors() -> None:
    found = _marks(
        '<p id="a" hidden>\n1 <2 and `<b>` <https://b.c>\n</p> <a name=b></a>\n{: #c .d }'
    )
    assert found.tags == (
        Tag(_at(1), "p", (("id", "a"), ("hidden", "")), ends=False),
        Tag(_at(1, 3), "p", (), ends=True),
        Tag(_at(6, 3), "a", (("name", "b"),), ends=False),
        Tag(_at(16, 3), "a", (), ends=True),
    )
    assert found.anchors == (Anchor(_at(1), "a"), Anchor(_at(6, 3), "b"), Anchor(_at(5, 4), "c"))


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ('Tea is <span lang="de">Tee</span> there.', "Tea is There."),
        ("Tea is *Tee*{lang=de} there.", "Tea is There."),
        ("Tea is [Tee](tea.md){ lang=de } there.", "Tea is There."),
        ("<q lang=de>Tee <q>heiß</q> 5</q> there.", "5 There."),
        ("Heißer Tee\n{: lang=de }", ""),
        ("*Tea*{.hot} is there.", "Tea Is There."),
    ],
)
def test_words_of_another_language_are_not_prose(text: str, own: str) -> None:
    block = compile_body(f"## Text {{#text}}\n\n{text}\n")["patient"].blocks[0]
    words = " ".join(line.text.replace("*", "") for line in block.written).split()
    assert " ".join(word.strip("[]") for word in words).title().split() == own.title().split()


def test_figures_in_another_language_stay() -> None:
    assert without_foreign("a bé 38% c", [(2, 8)]) == "a    38% c"


def test_ids_of_marks_can_be_linked() -> None:
    assert compile_body("## A {#a}\n\n### B {#b}\n\nC\n{: #c }\n")["patient"].anchors == set("abc")
