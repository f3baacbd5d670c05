from __future__ import annotations

from plainguide.checks.wording.listed import Words, found_in, says, texts_in
from support.compiling import compile_body

LISTED = Words(says=("not known", "unclear"), unless=("it is unclear water",))


def test_tells_whether_a_text_has_a_listed_phrase() -> None:
    assert says("That is *not\nknown* yet.", LISTED)
    assert not says("That is known. It is unclear water.", LISTED)


def test_takes_the_texts_of_a_section_with_or_without_its_tables() -> None:
    table = "| a | b |\n|---|---|\n| c | d |"
    body = f"## What is not known {{#next}}\n\nA text.\n\n{table}"
    (section,) = compile_body(body)["patient"].sections
    assert len(list(texts_in(section))) == 3
    assert [text.text for text in texts_in(section, tables=False)][1:] == ["A text."]
    title = next(texts_in(section))
    (match,) = found_in(title, LISTED)
    assert (match.place.line, match.place.column) == (9, 12)
