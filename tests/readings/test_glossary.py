"""The first use of a term on a page leads to the glossary, and nothing else is touched."""

from __future__ import annotations

import pytest

from plainguide.model.glossary import Term
from plainguide.model.place import Place
from plainguide.model.reading import Block
from plainguide.readings.glossary import Linker

TERMS = {
    "infusion": Term.model_validate(
        {
            "term": {"patient": "brew", "professional": "infusion"},
            "forms": {"patient": ["brews"], "professional": ["infusions"]},
            "plain": "Leaves in “hot” water.",
            "professional": "An extract.",
            "abbreviation": "INF",
        }
    ),
    "green": Term.model_validate(
        {
            "term": {"patient": "green tea", "professional": "green tea"},
            "plain": "Young leaves.",
            "professional": "Leaves that were not oxidised.",
        }
    ),
    "tea": Term.model_validate(
        {
            "term": {"patient": "tea", "professional": "tea"},
            "plain": "A drink.",
            "professional": "A drink.",
        }
    ),
}


def _link(*texts: str, kind: str = "paragraph") -> str:
    linker = Linker(TERMS, "patient")
    blocks = [Block(Place("a"), kind, text, (), (), (), (), ()) for text in texts]
    return " / ".join(linker.link(block) for block in blocks)


BREW = '[{}](glossary.md#infusion){{: .term data-tip="Leaves in “hot” water." }}'
TEA = '[{}](glossary.md#tea){{: .term data-tip="A drink." }}'
GREEN = '[{}](glossary.md#green){{: .term data-tip="Young leaves." }}'


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("A brew helps.", f"A {BREW.format('brew')} helps."),
        ("Brews help. A brew helps.", f"{BREW.format('Brews')} help. A brew helps."),
        ("INF helps.", f"{BREW.format('INF')} helps."),
        ("green tea, then tea", f"{GREEN.format('green tea')}, then {TEA.format('tea')}"),
        ("**Tea** helps", f"**{TEA.format('Tea')}** helps"),
        ("infusion is for the other reading", "infusion is for the other reading"),
        ("teapot, tea-time, team", "teapot, tea-time, team"),
        ("`tea` and [tea](tea.md)", "`tea` and [tea](tea.md)"),
        (
            '<data value="1" data-figure="a.b.c">1 tea</data>',
            '<data value="1" data-figure="a.b.c">1 tea</data>',
        ),
        ('<a href="tea">x</a>', '<a href="tea">x</a>'),
        ('!!! danger "No tea"\n\n    - tea', '!!! danger "No tea"\n\n    - tea'),
        ('!!! note "No tea"\n\n    - tea', f'!!! note "No tea"\n\n    - {TEA.format("tea")}'),
    ],
)
def test_the_first_use_in_prose_is_linked(text: str, linked: str) -> None:
    assert _link(text) == linked


def test_each_term_is_linked_once_a_page() -> None:
    assert _link("tea", "tea") == f"{TEA.format('tea')} / tea"


@pytest.mark.parametrize("kind", ["heading", "table", "code", "picture"])
def test_only_prose_has_links(kind: str) -> None:
    assert _link("tea", kind=kind) == "tea"


def test_without_a_glossary_nothing_is_linked() -> None:
    block = Block(Place("a"), "paragraph", "tea", (), (), (), (), ())
    assert Linker({}, "patient").link(block) == "tea"
