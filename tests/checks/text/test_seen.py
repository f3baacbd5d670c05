from __future__ import annotations

from plainguide.checks.text.seen import items, seen
from plainguide.checks.text.sentences import sentence_spans
from support.compiling import compile_body


def test_says_figures_where_they_stand() -> None:
    body = "## A {#a}\n\n{{ calm.final.slept }}: so\n**{{ calm.final.asleep }}** or more.\n"
    (block,) = compile_body(body)["patient"].blocks
    text = seen(block)
    assert " ".join(text.text.split()) == "about 39 out of 100 people: so about 8 hours or more."
    assert text.place(text.text.index("so")).column == 25
    assert text.place(text.text.index("about 8")).column == 3
    assert text.place(text.text.index("8 hours")).column == 3
    assert text.place(text.text.index("or more")).column == 29


def test_parts_lists_and_sentences() -> None:
    (block,) = compile_body("## A {#a}\n\n- One. Two\n  lines.\n- Three.\n")["patient"].blocks
    text = seen(block).text
    parts = [[text[a:b].split() for a, b in sentence_spans(text, item)] for item in items(block)]
    assert parts == [[["One."], ["Two", "lines."]], [["Three."]]]
