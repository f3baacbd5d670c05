from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainguide.read.markdown import plain_units, to_html, words_of
from plainguide.read.plain import simple_units

FIGURE = '<data value="39.3" data-figure="calm.final.slept">39.3% (33 of 84; P &lt; 0.05)</data>'
CITATION = '<sup class="cite"><a href="#source-leaf-2025">leaf-2025</a></sup>'
PIECES = (
    *(
        "word",
        "Word",
        "it’s",
        "2.0",
        "3+",
        "12. ",
        "1.",
        "1)",
        "–",
        "100%",
        "a_b_c",
        "HER2/x",
        "e.g.",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\n    ",
        "\n  ",
        "\n- ",
        "\n\n",
        "\n1. ",
        "\t",
        "\u00a0",
        "| ",
        " |\n|---|\n| ",
    ),
    *("- ", "* ", "+ ", "2. ", "# ", "### ", "> ", "!!! note", ": ", "===", "---", "~~~", "```"),
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "[",
        "]",
        "](x.md)",
        "[to](x.md#y)",
        "![to](x.png)",
        "[a]: b",
    ),
    *("<", ">", "&", "&amp;", "&nbsp;", "<br>", "<b>b</b>", "\\", "{#id}", "{: .c}", "!", "(", ")"),
    *(
        '"',
        "“",
        "”",
        ".",
        ",",
        ":",
        ";",
        "?",
        "|",
        "**bold**",
        "*it*",
        "**Bold.** ",
        FIGURE,
        CITATION,
    ),
    *("|---|---|\n", "| a | b |\n", "[TOC]", "http://x.y", "<!-- c -->", "\u200b", "\u0085"),
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Plain words,\nover two lines.", ("Plain words, over two lines.",)),
        (f"**Bold.** Of all, {FIGURE}{CITATION}.", ("Bold. Of all, 39.3% (33 of 84; P < 0.05).",)),
        ("See [*this* page](x.md#y) & *that*", None),
        ("See [this page](x.md#y), and *that*.", ("See this page, and that.",)),
        ("- one\n- two,\n  still two", ("one", "two, still two")),
        ("1. one\n2. two", ("one", "two")),
        ("- one\n  - inner", None),
        ("| a | b |\n|---|:-:|\n| 1 | |", ("a", "b", "1")),
        ("| a | b |\n|---|---|\n| 1 |", None),
        ("one\n- two", None),
        ("A `code` span", None),
        ("2.5 of it\n3. third", None),
        ("!!! note\n    text", None),
    ],
)
def test_simple_text_is_read_without_rendering(text: str, said: tuple[str, ...] | None) -> None:
    assert simple_units(text) == said
    assert words_of(text) == plain_units(to_html(text))


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_what_is_simple_reads_as_it_renders(text: str) -> None:
    block = text.strip("\n")
    simple = simple_units(block)
    assert simple is None or simple == plain_units(to_html(block))
