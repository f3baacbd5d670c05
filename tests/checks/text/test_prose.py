from __future__ import annotations

from plainguide.checks.text.prose import prose, prose_of
from plainguide.model.place import Place
from plainguide.model.reading import Written
from support.compiling import compile_body


def test_prose_keeps_columns() -> None:
    block = compile_body("## T {#a}\n\n- One *two* {{ calm.final.slept }} three.\n")[
        "patient"
    ].blocks[0]
    text = prose(block)
    assert text.text.split() == ["One", "two", "three."]
    assert str(text.place(text.text.index("three"))).endswith(":11:36")


def test_marks_are_blanks_and_every_line_has_its_place() -> None:
    text = prose_of((Written(Place("a.md", 4, 3), "1. A **b**"), Written(Place("a.md", 9), "`c`")))
    assert text.text == "   A   b  \n c "
    assert str(text.place(text.text.index("b"))) == "a.md:4:10"
    assert str(text.place(text.text.index("c"))) == "a.md:9:2"


def test_no_lines_have_no_words() -> None:
    assert prose_of(()).text == ""
