from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from plainguide.model.guide import Guide
from plainguide.readings.pack_page import pack_page
from plainguide.readings.pages import Page, pages
from support.compiling import check_with


@cache
def _made() -> tuple[Guide, list[Page]]:
    checked = check_with({})
    assert checked.guide is not None
    return checked.guide, list(pages(checked.readings, checked.guide))


def _entries(page: Page) -> list[str]:
    return re.findall(r"^-   (.*\n    \{:.*\})$", page.body, re.MULTILINE)


def test_it_lists_every_plain_page_once_in_the_guides_order() -> None:
    guide, made = _made()
    page = pack_page(made, guide)
    links = [re.match(r"\[([^\]]+)\]\(([^)]+)\)", entry) for entry in _entries(page)]
    plain = [p for p in made if p.meta.get("topic") and p.meta["reading"] == "patient"]
    assert [link and link.groups() for link in links] == [(p.meta["title"], p.path) for p in plain]
    assert len(plain) == 2
    assert "professional/" not in page.body


def test_a_topic_is_named_by_its_id_and_where_it_has_one_by_its_short_id() -> None:
    guide, made = _made()
    topic = next(p.meta["topic"] for p in made if p.meta.get("topic"))
    bare = [replace(p, meta={k: v for k, v in p.meta.items() if k != "short"}) for p in made]
    without, _ = _entries(pack_page(bare, guide))
    assert without.endswith(f"{{: data-topic={topic} }}")
    short = [replace(p, meta={**p.meta, "short": "s/k7f3/"}) for p in made]
    within, _ = _entries(pack_page(short, guide))
    assert within.endswith(f"{{: data-topic={topic} data-short=k7f3 }}")


def test_every_topic_has_its_pdf() -> None:
    guide, made = _made()
    for entry in _entries(pack_page(made, guide)):
        topic = re.search(r"data-topic=([\w-]+)", entry)
        assert topic is not None
        assert f'href="../handouts/{topic[1]}.pdf" download' in entry


def test_a_group_without_topics_has_no_heading() -> None:
    guide, _ = _made()
    assert "## " not in pack_page([], guide).body


def test_words_of_the_guide_cannot_break_the_page() -> None:
    guide, made = _made()
    words = guide.settings.pack_page.model_copy(update={"yours": 'Your "pack" <b>'})
    settings = guide.settings.model_copy(update={"pack_page": words})
    body = pack_page(made, replace(guide, settings=settings)).body
    assert 'data-yours="Your &quot;pack&quot; &lt;b&gt;"' in body


def test_what_the_script_says_comes_from_the_guide() -> None:
    guide, made = _made()
    body = pack_page(made, guide).body
    for text in guide.settings.pack_page.controls.model_dump().values():
        assert f'="{text}"' in body
