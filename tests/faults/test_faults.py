"""Every rule finds the faults that it is for, at their line, and nothing in good texts."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest

from plainguide.checks.registry import rules
from support.faults import FAULTS, Case, cases, look_at, scores

KNOWN = list(cases("known"))
ASIDE = list(cases("aside"))


@pytest.mark.parametrize("case", KNOWN, ids=str)
def test_a_text_has_the_faults_that_it_is_marked_with_and_no_other(case: Case) -> None:
    seen = look_at(case)
    unexpected = {mark: words for mark, words in seen.found.items() if mark not in seen.expected}
    assert unexpected == {}
    assert seen.expected <= seen.found.keys()


@pytest.mark.parametrize("case", [*KNOWN, *ASIDE], ids=str)
def test_a_bad_text_says_which_rule_has_to_find_what_and_a_good_one_says_nothing(
    case: Case,
) -> None:
    marked = {rule for _, _, rule in look_at(case).expected}
    assert marked == ({case.rule} if case.kind == "bad" else set())
    assert case.rule in rules()


def test_the_corpus_is_large_enough_and_has_as_many_good_texts_as_bad() -> None:
    kinds = Counter(case.kind for case in [*KNOWN, *ASIDE])
    assert kinds["bad"] >= 150
    assert kinds["good"] >= kinds["bad"] - 5
    assert len(ASIDE) >= len(KNOWN) / 2


@pytest.mark.parametrize("part", ["known", "aside"])
def test_each_rule_has_both_kinds_of_text(part: str) -> None:
    for rule, of_rule in groupby(cases(part), key=lambda case: case.rule):
        assert {case.kind for case in of_rule} == {"bad", "good"}, rule


def test_texts_are_told_apart_by_their_titles() -> None:
    for path in FAULTS.glob("*/*.md"):
        titles = [case.title for case in cases(path.parent.name) if case.rule == path.stem]
        assert len(titles) == len(set(titles)), path


def test_what_was_kept_aside_is_judged_as_a_whole() -> None:
    """Nobody mends a rule by these texts, so single misses are reported by the bench, not here."""
    found = scores(map(look_at, ASIDE))
    right = sum(score.right for score in found.values())
    missed = sum(score.missed for score in found.values())
    wrong = sum(score.wrong for score in found.values())
    assert right / (right + missed) >= 0.8
    assert right / (right + wrong) >= 0.8
