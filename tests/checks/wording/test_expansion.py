from __future__ import annotations

import pytest

from plainguide.checks.wording.expansion import abbreviations, expanded

TOLD = (
    "Interstitial lung disease (ILD) is rare.",
    "ILD (interstitial lung disease) is rare.",
    "It is called interstitial lung disease, or ILD, and it is rare.",
    "ILD stands for a long name.",
    "ILD is short for a long name.",
    "ILD means that the lungs are swollen.",
    "The lungs may swell (doctors call it ILD).",
    "A swelling of the lungs (ILD) is rare.",
    "ILD is a swelling of the lungs.",
    "The index of lasting dreams was high, so the ILD rose.",
    "You may see ILD. This means swollen lungs.",
)
UNTOLD = (
    "ILD is rare.",
    "Tell them about ILD, fever and cough.",
    "ILD (about 12 out of 100) was seen.",
    "ILD is a serious side effect.",
    "ILD (grade 3) was seen. It is like that.",
)


def _is_told(text: str) -> bool:
    return expanded(text, text.index("ILD"), "ILD")


@pytest.mark.parametrize("text", TOLD)
def test_knows_what_is_expanded(text: str) -> None:
    assert _is_told(text)


@pytest.mark.parametrize("text", UNTOLD)
def test_knows_what_is_not_expanded(text: str) -> None:
    assert not _is_told(text)


@pytest.mark.parametrize(
    ("text", "short", "told"),
    [
        ("by immunohistochemistry (IHC)", "IHC", True),
        ("by in situ hybridisation (ISH)", "ISH", True),
        ("overall survival was long; OS rose", "OS", True),
        ("the options; OS rose", "OS", False),
        ("OS (overall survival) rose", "OS", True),
        ("HRQOL (health-related quality of life)", "HRQOL", True),
        ("quality of life (QOL)", "QOL", True),
        ("IHC (immunohistochemistry)", "IHC", True),
        ("the rate of change (PFS 5.4)", "PFS", False),
    ],
)
def test_letters_come_from_words_in_order(text: str, short: str, *, told: bool) -> None:
    assert expanded(text, text.index(short), short) is told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ABC and some XYZs", [(4, "ABC"), (17, "XYZ")]),
        ("A non-ABC, SOME-ABC01, B2B", [(6, "ABC"), (23, "B2B")]),
        ("Stage IV, part XII, an IV line", [(23, "IV")]),
        ("ABC1234, WARNING, a.ABC, @ABC", []),
    ],
)
def test_finds_abbreviations(text: str, found: list[tuple[int, str]]) -> None:
    assert list(abbreviations(text)) == found
