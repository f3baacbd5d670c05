from __future__ import annotations

import pytest

from plainguide.read.acceptances import acceptances, without_acceptances

TOPIC = """---
id: a
# accept one: why
title: b # accept two: why
---
text <!-- accept three: why -->
<!-- accept four: why -->
<!-- accept five -->

more
text

end
"""


def test_says_what_each_covers() -> None:
    found = [
        (a.rule, a.place.line, a.place.column, a.last, a.reason) for a in acceptances("a.md", TOPIC)
    ]
    assert found == [
        ("one", 3, 1, 4, "why"),
        ("two", 4, 10, 4, "why"),
        ("three", 6, 6, 6, "why"),
        ("four", 7, 1, 11, "why"),
        ("five", 8, 1, 11, ""),
    ]


def test_yaml_has_comments_of_its_own() -> None:
    text = "a: 1\n# accept one: why\nb: 2\nc: 3 # accept two: why\nd: <!-- accept three: why -->\n"
    assert [(a.rule, a.place.line, a.last) for a in acceptances("a.yml", text)] == [
        ("one", 2, 3),
        ("two", 4, 4),
    ]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("text <!-- accept one: why -->", "text"),
        ("<!-- accept one: why -->", None),
        ("<!-- another comment -->", "<!-- another comment -->"),
        ("<!-- acceptable -->", "<!-- acceptable -->"),
        ("", ""),
    ],
)
def test_no_reader_sees_them(line: str, left: str | None) -> None:
    assert without_acceptances(line) == left
