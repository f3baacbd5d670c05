from __future__ import annotations

from plainguide.checks.text.around import around
from support.compiling import compile_body


def _around(body: str) -> list[str]:
    """The words around the first figure of a section called A."""
    (section,) = compile_body("## A {#a}\n\n" + body)["patient"].sections
    index, use = next((i, use) for i, b in enumerate(section.blocks) for use in b.uses)
    return [" ".join(text.split()) for text in around(section, index, use)]


def test_gives_the_sentence_and_the_heading() -> None:
    body = "First. It helped {{ calm.final.slept }}\nas we know. Last.\n"
    assert _around(body) == ["It helped as we know.", "A"]


def test_gives_what_introduces_a_list_and_the_nearest_heading() -> None:
    body = "### B\n\nThese were the last:\n\n- two {{ calm.final.slept }}\n"
    assert _around(body) == ["two", "These were the last:", "B", "A"]


def test_gives_the_row_and_the_head_of_the_column() -> None:
    body = (
        "Two looks.\n\n| Of | First | Last |\n|---|---|---|\n| all | – | {{ calm.final.slept }} |\n"
    )
    row, head, *rest = _around(body)
    assert (row.split(), head, rest) == (
        ["|", "all", "|", "–", "|", "|"],
        "Last",
        ["Two looks.", "A"],
    )
