from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainguide.model.place import Finding, Place
from plainguide.read.yaml import Parsed, parse


def _parse(text: str, first_line: int = 1) -> tuple[Parsed | None, list[Finding]]:
    found: list[Finding] = []
    return parse(text, "f.yml", found, first_line), found


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 39.30", {"a": Decimal("39.30")}),
        ("a: 7", {"a": 7}),
        ("a: 2024-02-30", {"a": "2024-02-30"}),
        ("a: null", {"a": None}),
        ("a: true", {"a": True}),
        ("a: no", {"a": "no"}),
        ('a: "7"', {"a": "7"}),
        ("a: [1, b]", {"a": [1, "b"]}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
    ],
)
def test_values_are_plain_and_keep_their_digits(text: str, data: Any) -> None:
    parsed, found = _parse(text)
    assert found == []
    assert parsed is not None
    assert parsed.data == data
    assert str(parsed.data["a"]) == str(data["a"])


def test_each_value_has_its_place() -> None:
    parsed, _ = _parse("a:\n  - b: 1\n  - c\n", first_line=5)
    assert parsed is not None
    assert parsed.place(("a",)) == Place("f.yml", 5, 1)
    assert parsed.place(("a", 0, "b")) == Place("f.yml", 6, 5)
    assert parsed.place(("a", 1)) == Place("f.yml", 7, 5)
    assert parsed.place(("a", 0, "missing", "deeper")) == Place("f.yml", 6, 5)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\na: 2", 2, 1, "`a` is here twice; keep one"),
        ("a: &x 1", 1, 4, "anchors and aliases are not used here; write the value out"),
        ("a: &x [1]\nb: *x", 1, 4, "anchors and aliases are not used here; write the value out"),
        ("a: !bomb 3", 1, 4, "the tag !bomb is not used here; write a plain value"),
        ("a: .nan", 1, 4, "`.nan` is not a number that can be published"),
        ("a: .inf", 1, 4, "`.inf` is not a number that can be published"),
        ("? [1, 2]\n: 3", 1, 3, "a key must be one word"),
        ("# nothing", 1, 1, "there is nothing here; fill it in"),
        ("a: [1", 1, 6, "expected ',' or ']', but got '<stream end>'"),
        ("a: b: c", 1, 5, "mapping values are not allowed here"),
        ("a:\n\t- b", 2, 1, "found character '\\t' that cannot start any token"),
    ],
)
def test_what_can_not_be_read_is_told_at_its_place(
    text: str, line: int, column: int, message: str
) -> None:
    parsed, found = _parse(text)
    assert parsed is None
    assert (found[0].place.line, found[0].place.column) == (line, column)
    assert found[0].message.startswith(message)


def test_deep_nesting_is_told() -> None:
    parsed, found = _parse("[" * 5000)
    assert parsed is None
    assert [finding.message for finding in found] == ["nested too deeply; flatten it"]


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    parsed, found = _parse(text)
    assert (parsed is None) == bool(found)
    # A parser may count more kinds of line ends than an editor does, and points past the last one.
    lines = len(text.splitlines()) + 2
    for finding in found:
        assert 1 <= finding.place.line <= lines
        assert finding.place.column >= 1


KEYS = st.text("abc", min_size=1, max_size=3)
PLAIN = st.recursive(
    st.one_of(st.integers(-999, 999), st.booleans(), st.none(), KEYS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)


@given(PLAIN)
def test_what_is_written_can_be_read_back(value: Any) -> None:
    import json  # noqa: PLC0415 - JSON is YAML, and a writer that is at hand

    parsed, found = _parse(json.dumps(value))
    assert found == []
    assert parsed is not None
    assert parsed.data == value
