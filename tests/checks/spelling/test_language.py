from __future__ import annotations

from plainguide.checks.spelling.language import own_texts
from support.compiling import compile_body

BODY = """## A <span lang="de">Tee</span> {#a}

Own <br> <b>words</b>.

<div lang="de" markdown>
<div>

Tee

</div>

Noch Tee

</div>

Own again </p> and *again*{lang=de}.

    code
"""


def test_what_says_that_it_is_in_another_language_is_left_out() -> None:
    texts = [" ".join(t.text.split()) for t in own_texts(compile_body(BODY)["patient"])]
    assert list(filter(None, texts)) == [
        "A case",
        "A case.",
        "A",
        "Own words .",
        "Own again and .",
        "code",
    ]


def test_a_heading_stands_after_its_marks() -> None:
    heading = list(own_texts(compile_body(BODY)["patient"]))[2]
    assert (heading.place(0).line, heading.place(0).column) == (9, 4)
