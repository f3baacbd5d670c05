from __future__ import annotations

from plainguide.checks.text.pairs import other, pairs
from support.compiling import compile_body

BODY = """## Both {#both}

A text.

## For one {#one only=patient}

A text.

## Again {#again}

/// patient
A text.
///

/// professional
Another text.
///
"""


def test_pairs_the_sections_that_both_readings_have() -> None:
    found = [
        {name: section.id for name, section in pair.items()} for pair in pairs(compile_body(BODY))
    ]
    assert found == [
        {"patient": "both", "professional": "both"},
        {"patient": "again", "professional": "again"},
    ]


def test_knows_the_other_reading() -> None:
    assert (other("patient"), other("professional")) == ("professional", "patient")
