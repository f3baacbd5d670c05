from __future__ import annotations

import re

import pypdfium2
import pytest

from plainguide.readings.pages import Page
from plainguide.readings.question_list import question_list
from plainguide.steps.check import check
from plainguide.steps.layout import Layout
from support.building import AS_OF


def _pages(layout: Layout, name: str) -> list[str]:
    document = pypdfium2.PdfDocument(layout.handouts / name)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.parametrize("form", ["", "-letter"])
def test_is_one_sheet_to_write_on_and_to_choose_from(printed_guide: Layout, form: str) -> None:
    front, back = _pages(printed_guide, f"my-questions{form}.pdf")
    for label in ("My name:", "Date and time:", "I will see:", "Number to call:", "I was told:"):
        assert label in front
    assert front.count("I want to ask:") == 3
    topic = (printed_guide.pages / "patient/questions-to-ask.md").read_text()
    asked = re.findall(r"^- ([^\[\]\n(]*\?)$", topic, re.MULTILINE)
    assert len(asked) > 15
    assert all(question in back for question in asked)
    assert "Bring someone" not in back, "that is advice, and no question"
    assert "Not yet checked by a doctor" in back


@pytest.mark.parametrize("form", ["-large", "-letter-large"])
def test_large_print_takes_one_page_more(printed_guide: Layout, form: str) -> None:
    assert len(_pages(printed_guide, f"my-questions{form}.pdf")) == 3


def test_a_topic_without_questions_leaves_the_back_empty(built_tea: Layout) -> None:
    [front] = _pages(built_tea, "my-questions.pdf")
    assert front.count("I ask:") == 3
    assert "Others asked" not in front


def test_only_items_that_begin_or_end_with_a_question_are_listed() -> None:
    body = (
        "# Title\n\n## One {#one}\n\n- Why? Say it.\n- Do ask. Say: “Why?”\n- Say it. Why?\n"
        "- Is it\n  long?\n\n## Two {#two}\n\n- No.\n\n## Three {#three}\n\n- [Is it](#one) here?\n"
    )
    listed = question_list(Page("patient/topic.md", {}, body))
    assert listed.body == (
        "## One\n\n- Why? Say it.\n- Say it. Why?\n- Is it long?\n\n"
        "## Three\n\n- [Is it](topic.md#one) here?"
    )


def test_an_unknown_topic_is_told_at_its_place(tea: Layout) -> None:
    settings = tea.content / "guide.yml"
    before = settings.read_text()
    settings.write_text(before.replace("    topic: types-of-tea\n", "    topic: types-of-te\n"))
    [finding] = check(tea, AS_OF).errors
    assert "there is no topic `types-of-te`; did you mean `types-of-tea`?" in finding.message
    line = before[: before.index("    topic: types-of-tea")].count("\n") + 1
    assert finding.place.line == line


def test_the_topics_page_links_it(built_tea: Layout) -> None:
    page = (built_tea.site / "patient/types-of-tea/index.html").read_text()
    assert 'href="../../handouts/my-questions.pdf" download' in page
