from __future__ import annotations

from plainguide.checks.ledger.names import Name, Names
from plainguide.steps.check import check_files
from support.compiling import DAY, compile_body, tea_files

LISTED = {
    "medicine": {"calm tea": ["Quiet Cup"], "calm tea plus": [], "milk": ["MOO"]},
    "test": {"ISH": ["FISH"]},
}


def _names() -> Names:
    guide = check_files(tea_files(), DAY).guide
    assert guide is not None
    return Names.of(guide.ledger, LISTED)


def _in(text: str) -> list[tuple[str, str]]:
    return [(said, name.title) for _, said, name in _names().in_text(text)]


def test_knows_names_and_aliases_over_line_ends_and_the_longer_of_two() -> None:
    assert _in("Quiet\nCup, CALM TEA and calm tea plus") == [
        ("Quiet Cup", "calm tea"),
        ("CALM TEA", "calm tea"),
        ("calm tea plus", "calm tea plus"),
    ]


def test_takes_capitals_only_as_they_stand() -> None:
    assert _in("FISH, not fish, MOO, not moo") == [("FISH", "ISH"), ("MOO", "milk")]


def test_knows_no_part_of_a_word() -> None:
    assert _in("milky, FISHES, calm-tea") == []


def test_a_trial_stands_for_its_medicines() -> None:
    body = "## Text {#text}\n\nDUSK & DAWN was a trial.\n"
    (section,) = compile_body(body)["patient"].sections
    assert _names().told(section).meant == {
        Name("trial", "DUSK & DAWN"),
        Name("medicine", "calm tea"),
        Name("medicine", "milk"),
    }


def test_a_figure_stands_for_its_trial() -> None:
    body = "## Text {#text}\n\n{{ dusk.last.enrolled }} took part.\n"
    (section,) = compile_body(body)["patient"].sections
    assert Name("medicine", "milk") in _names().told(section).meant
