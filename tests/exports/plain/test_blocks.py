"""HTML as plain text: what each kind of block becomes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainguide.exports.plain.blocks import Block, blocks
from plainguide.read.markdown import to_html
from support.plain import missing_in_order, words_in, words_of_html

CASES: dict[str, tuple[str, list[str]]] = {
    "a paragraph is one line": ("<p>Tea\nhelps  some\n people.</p>", ["Tea helps some people."]),
    "a heading is a block": ("<h2>Why?</h2><p>So.</p>", ["Why?", "So."]),
    "loose text between blocks": ("One<p>two</p>three", ["One", "two", "three"]),
    "a list with dashes": ("<ul><li>one</li><li>two</li></ul>", ["- one\n- two"]),
    "a list with numbers": ("<ol><li>one</li><li>two</li></ol>", ["1. one\n2. two"]),
    "numbers go on": ('<ol start="4"><li>one</li></ol>', ["4. one"]),
    "a list in a list": (
        "<ul><li>tea<ul><li>green</li><li>black</li></ul></li><li>milk</li></ul>",
        ["- tea\n  - green\n  - black\n- milk"],
    ),
    "paragraphs in an item": ("<ul><li><p>one</p><p>more</p></li></ul>", ["- one\n  more"]),
    "an empty item gives no line": ("<ul><li></li><li>two</li></ul>", ["- two"]),
    "a box": (
        '<div class="admonition danger"><p class="admonition-title">Call at once</p>'
        "<ul><li>if you faint</li></ul></div>",
        ["Call at once", "- if you faint"],
    ),
    "terms": ("<dl><dt>Leaf</dt><dd>Green.</dd><dt>Cup</dt></dl>", ["Leaf: Green.\nCup"]),
    "a source's mark": (
        '<p>It helps<sup class="cite"><a href="#source-a">1</a></sup>'
        '<sup class="cite"><a href="#source-b">2</a></sup>.</p>',
        ["It helps [1] [2]."],
    ),
    "raised and lowered": (
        "<p>10<sup>6</sup> H<sub>2</sub>O x<sup>TM</sup></p>",
        ["10⁶ H₂O x(TM)"],
    ),
    "a link within": ('<p>See <a href="tea.md">tea</a>.</p>', ["See tea."]),
    "a link that leads out": (
        '<p><a href="https://a.example/tea">Tea</a></p>',
        ["Tea (https://a.example/tea)"],
    ),
    "an address that is its own words": (
        '<p><a href="https://doi.org/10.1/x">10.1/x</a> <a href="tel:112">112</a></p>',
        ["10.1/x 112"],
    ),
    "a drawing": (
        '<figure class="picture"><svg><title>Did it help?</title><desc>39 of 100</desc>'
        "<text>39</text></svg><figcaption>Each shape is one.</figcaption>"
        '<details class="picture__table"><summary>As a table</summary></details></figure>',
        ["Shown: Did it help? 39 of 100.", "Each shape is one."],
    ),
    "an image": ('<p><img src="a.png" alt="A cup."> Hot.</p>', ["Shown: A cup. Hot."]),
    "an image that says nothing": ('<p><img src="a.png" alt=""> Hot.</p>', ["Hot."]),
    "the way to the other reading": ('<p class="counterpart">Full</p><p>Tea</p>', ["Tea"]),
    "a line break": ("<p>one<br>two</p>", ["one two"]),
    "written as it is": ("<pre>a\n  b\n</pre>", ["a\n  b"]),
    "comments and scripts": ("<p>a<!-- b --><script>c</script>d</p>", ["ad"]),
    "right to left, and a face": ("<p>شاي 🙂 tea</p>", ["شاي 🙂 tea"]),
    "a quotation": ("<blockquote><p>Tea!</p></blockquote>", ["Tea!"]),
    "what unfolds": ("<details><summary>More</summary><p>Tea</p></details>", ["More", "Tea"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("case", CASES)
def test_each_kind_of_block(case: str) -> None:
    html, wanted = CASES[case]
    if "<svg" in html:
        html = html.replace("Shown", "")
    assert [block.text for block in blocks(html, "Shown:")] == wanted


def test_headings_tell_their_level() -> None:
    assert blocks("<h1>a</h1><h3>b</h3><p>c</p>", "") == [Block("a", 1), Block("b", 3), Block("c")]


_WORDS = st.lists(
    st.sampled_from(["tea", "39", "cups", "of", "Oolong", "ml", "don’t", "99.5%"]), min_size=1
).map(" ".join)
_MARKED = st.builds(
    lambda mark, text: f"{mark}{text}{mark}", st.sampled_from(["", "**", "*"]), _WORDS
)
_LINES = st.lists(_MARKED, min_size=1, max_size=4)
_BLOCK = st.one_of(
    _MARKED,
    _WORDS.map("## {}".format),
    _LINES.map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    _LINES.map(lambda lines: "\n".join(f"1. {line}" for line in lines)),
    _LINES.map(lambda lines: '!!! danger "Now"\n\n' + "\n\n".join(f"    {line}" for line in lines)),
    st.lists(st.tuples(_WORDS, _WORDS, _WORDS), min_size=1, max_size=3).map(
        lambda rows: (
            "| a | b | c |\n|---|---|---|\n" + "\n".join(f"| {' | '.join(r)} |" for r in rows)
        )
    ),
)


@given(st.lists(_BLOCK, min_size=1, max_size=6))
def test_every_word_of_a_page_is_said_in_its_order(written: list[str]) -> None:
    html = to_html("\n\n".join(written))
    text = "\n\n".join(block.text for block in blocks(html, "Shown:"))
    assert missing_in_order(words_of_html(html), words_in(text)) is None


@given(st.lists(_BLOCK.filter(lambda block: not block.startswith("|")), min_size=1, max_size=6))
def test_no_word_is_added_but_the_numbers_of_lists(written: list[str]) -> None:
    html = to_html("\n\n".join(written))
    lines = "\n".join(block.text for block in blocks(html, "Shown:")).split("\n")
    said = [word for line in lines for word in words_in(_unnumbered(line))]
    assert said == words_of_html(html)


def _unnumbered(line: str) -> str:
    """A line without the number that stands before a list's item."""
    number, dot, rest = line.lstrip().partition(". ")
    return rest if dot and number.isdecimal() else line
