from __future__ import annotations

from plainguide.checks.text.quotes import quoted, within


def test_knows_what_is_quoted() -> None:
    text = "A “b” and \"c d\", it’s ‘e’ or 'f', don't you"
    spans = quoted(text)
    assert [text[start:end] for start, end in spans] == ["“b”", '"c d"', "‘e’", "'f'"]
    assert within(spans, 3)
    assert within(spans, 3, 4)
    assert not within(spans, 3, 6)
    assert not within(spans, 0, 1)
