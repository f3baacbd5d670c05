from __future__ import annotations

import json
from typing import Any

from plainguide.readings.search import search_files
from support.compiling import check_with


def _index(name: str) -> dict[str, Any]:
    checked = check_with({})
    assert checked.guide is not None
    text = search_files(checked.readings, checked.guide)[f"search/{name}.js"].decode()
    start = f"(window.guideIndex??={{}}).{name}="
    assert text.startswith(start)
    read: dict[str, Any] = json.loads(text.removeprefix(start))
    return read


def test_each_reading_has_an_index_of_its_own_pages() -> None:
    for name in ("patient", "professional"):
        paths = {page[0] for page in _index(name)["pages"]}
        assert paths == {f"{name}/{page}" for page in ("types-of-tea", "calm-tea", "glossary")}


def test_holds_what_readers_of_that_reading_read_and_no_more() -> None:
    patient, professional = (json.dumps(_index(n)) for n in ("patient", "professional"))
    assert "About 39 out of 100" in patient
    assert "95% CI" not in patient
    assert "95% CI" in professional


def test_a_section_is_found_by_what_the_other_reading_calls_it() -> None:
    index = _index("patient")
    glossary = len(index["pages"]) - 1
    brew = next(part for part in index["parts"] if part[0] == glossary and part[2] == "brew")
    assert "infusion" in brew[4]


def test_no_word_of_it_ends_the_script() -> None:
    checked = check_with({})
    assert checked.guide is not None
    files = search_files(checked.readings, checked.guide)
    assert len(files) == 2
    assert not any(b"</" in data for data in files.values())
