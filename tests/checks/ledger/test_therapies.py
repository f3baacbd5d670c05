from __future__ import annotations

import pytest

from plainguide.checks.ledger.therapies import about, names_of, therapies
from plainguide.model.guide import Guide
from support.compiling import HEAD, TOPIC, check_with

MIXES = """
mix:
  kind: therapy
  name: Mint and rose
  medicines: [mint, Rose]
rose:
  kind: therapy
  name: Evening cup
  medicines: [rose gold]
balm:
  kind: therapy
  name: Balm with mint
  medicines: [balm, mint]
"""
GOLD = """
gold:
  term: {patient: Rose gold, professional: Rose gold}
  forms: {patient: [RG]}
  plain: A tea.
  professional: A tea.
"""


@pytest.fixture(scope="module")
def guide() -> Guide:
    front = HEAD.replace("evidence: [calm]", "evidence: [calm]\nabout: [calm, calm_tea, mix, none]")
    files = {TOPIC: f"{front}Text.\n", "content/evidence/mix.yml": MIXES}
    checked = check_with({**files, "content/glossary.yml": GOLD})
    assert checked.guide is not None
    return checked.guide


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mint with rose", [("mint with rose", {"mix"})]),
        ("Rose plus\nMINT", [("Rose plus MINT", {"mix"})]),
        ("rose + mint, mint/rose", [("rose + mint", {"mix"}), ("mint/rose", {"mix"})]),
        ("an evening cup", [("evening cup", {"rose"})]),
        ("rose gold or RG", [("rose gold", {"rose"}), ("RG", {"rose"})]),
        ("mint", [("mint", {"mix", "balm"})]),
        ("balm alone", [("balm", {"balm"})]),
        ("peppermint, mint-green", []),
    ],
)
def test_finds_what_the_ledger_and_the_glossary_call_a_therapy(
    guide: Guide, text: str, found: list[tuple[str, set[str]]]
) -> None:
    named = list(names_of(guide).find(text))
    assert [(n.said, set(n.therapies)) for n in named] == found
    assert [" ".join(text[n.start : n.end].split()) for n in named] == [said for said, _ in found]


def test_a_ledger_without_medicines_names_its_therapies() -> None:
    guide = check_with({}).guide
    assert guide is not None
    assert list(therapies(guide.ledger)) == ["calm_tea"]
    assert [n.said for n in names_of(guide).find("Calm tea, cold tea")] == ["Calm tea"]


def test_a_topic_is_about_therapies_and_those_of_trials_each_once(guide: Guide) -> None:
    topic = next(t for t in guide.topics if t.front.id == "case")
    found = [(key, place.line, place.column) for key, _, place in about(topic, guide.ledger)]
    assert found == [("calm_tea", 7, 9), ("mix", 7, 25)]
