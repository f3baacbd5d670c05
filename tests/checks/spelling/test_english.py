from __future__ import annotations

import pytest

from plainguide.checks.spelling.english import other_of, own_form


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("tumor", "tumour"),
        ("colored", "coloured"),
        ("center", "centre"),
        ("randomized", "randomised"),
        ("randomization", "randomisation"),
        ("analyzed", "analysed"),
        ("anemia", "anaemia"),
        ("diarrhea", "diarrhoea"),
        ("edema", "oedema"),
        ("esophagus", "oesophagus"),
        ("hematology", "haematology"),
        ("anesthetized", "anaesthetised"),
        ("pediatric", "paediatric"),
        ("counseling", "counselling"),
        ("labeled", "labelled"),
        ("enrollment", "enrolment"),
        ("fulfill", "fulfil"),
        ("catalog", "catalogue"),
        ("defense", "defence"),
        ("gray", "grey"),
        ("aging", "ageing"),
        ("practiced", "practised"),
        ("aluminum", "aluminium"),
        ("skeptical", "sceptical"),
        ("maneuver", "manoeuvre"),
    ],
)
def test_knows_both_forms(american: str, british: str) -> None:
    assert own_form(american, "en-GB") == british
    assert own_form(british, "en-GB") is None
    assert own_form(american, "en-US") is None


@pytest.mark.parametrize("british", ["tumour", "centre", "randomised", "labelled", "behaviour"])
def test_goes_the_other_way_round(british: str) -> None:
    american = own_form(british, "en-US")
    assert american is not None
    assert own_form(american, "en-GB") == british


@pytest.mark.parametrize("word", ["tea", "program", "xqzt", "hippie", ""])
def test_leaves_other_words_alone(word: str) -> None:
    assert own_form(word, "en-GB") is None


def test_there_is_no_other_of_a_language_without_two_dictionaries() -> None:
    assert [other_of(language) for language in ("en-GB", "en-US", "de")] == ["en-US", "en-GB", None]
    assert own_form("tumor", "de") is None
