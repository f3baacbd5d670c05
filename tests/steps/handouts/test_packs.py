"""Several topics on one paper: packs, and the book of all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from support import tagged
from support.compiling import check_with

FORMS = ("", "-letter", "-large", "-letter-large")


def _made() -> dict[str, Handout]:
    checked = check_with({})
    assert checked.guide
    every = handouts(Source(checked.guide, tuple(compile_pages(checked))))
    return {handout.name: handout for handout in every}


def _pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_a_pack_has_its_topics_in_the_order_of_the_settings() -> None:
    pack = _made()["pack-first-cup"]
    assert [page.meta["topic"] for page in pack.pages] == ["types-of-tea", "calm-tea"]
    assert pack.lead == "What to read first."
    assert re.fullmatch(r"https://tea-guide\.example/pack/#t=\w{4}\.\w{4}", pack.address)
    assert pack.place.path == "content/guide.yml"


def test_the_book_has_every_plain_topic_under_its_group() -> None:
    made = _made()
    book = made["book"]
    topics = [page.meta["topic"] for page in book.pages]
    assert {"types-of-tea", "calm-tea"} <= set(topics)
    groups: Any = book.parts["groups"]
    assert [topic for _, under in groups for topic in under] == topics
    assert all(page.meta["reading"] == "patient" for page in book.pages)


@pytest.mark.parametrize("name", ["book", "pack-first-cup"])
@pytest.mark.parametrize("form", FORMS)
def test_the_list_of_contents_tells_the_page_on_which_each_topic_begins(
    built_tea: Layout, name: str, form: str
) -> None:
    pages = _pages(built_tea.handouts / f"{name}{form}.pdf")
    for title in ("Types of tea", "Calm tea at night"):
        told = re.search(rf"{title} page (\d+)", " ".join(pages))
        assert told
        page = pages[int(told[1]) - 1]
        head = rf"^(?:{title} · [^,]+, \d+ \w+ \d+ )?{title} "
        assert re.search(head, page), page[:200]


def test_links_between_its_topics_stay_on_the_paper(built_tea: Layout) -> None:
    """On a topic's own paper the same link leads to the site."""

    def targets(name: str) -> tuple[int, list[str]]:
        with pikepdf.open(built_tea.handouts / name) as pdf:
            notes = [note for page in pdf.pages for note in page.get("/Annots", pikepdf.Array())]
            outside = [str(n.A.URI) for n in notes if "/A" in n and "/URI" in n.A]
        return len(notes) - len(outside), outside

    _, alone = targets("calm-tea.pdf")
    inside, together = targets("pack-first-cup.pdf")
    assert "https://tea-guide.example/patient/types-of-tea/#green" in alone
    assert "https://tea-guide.example/patient/types-of-tea/#green" not in together
    assert inside >= 3, "two in the list of contents, and one in a topic"


def test_its_topics_are_one_level_below_it(built_tea: Layout) -> None:
    with pikepdf.open(built_tea.handouts / "pack-first-cup.pdf") as pdf:
        roles = [e.role for e in tagged.elements(pdf.Root.StructTreeRoot)]
    heads = [role for role in roles if re.fullmatch(r"H\d", role)]
    assert heads[0] == "H1"
    assert heads.count("H1") == 1
    assert heads.count("H2") >= 3, "the contents, and each topic"
