"""Short addresses, former names and codes: which page opens what."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from plainguide.model.guide import Guide
from plainguide.readings.codes_page import codes_json
from plainguide.readings.pages import Page
from plainguide.readings.short_pages import redirect_files, redirects
from plainguide.steps.check import Checked
from plainguide.steps.pages import compile_pages
from support.building import TEA
from support.compiling import ADDRESSES, check_with

CALM = "content/topics/01-basics/calm-tea.md"
FILE = (TEA / ADDRESSES).read_text()


def _files(checked: Checked) -> dict[str, str]:
    assert isinstance(checked.guide, Guide)
    assert checked.errors == ()
    made = redirect_files(checked.guide, checked.readings)
    return {path: data.decode() for path, data in made.items()}


def _opens(html: str) -> str:
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
    assert found
    return found[1]


def test_a_short_address_opens_each_reading() -> None:
    files = _files(check_with({}))
    assert _opens(files["s/m8dc/index.html"]) == "../../patient/calm-tea/index.html"
    assert _opens(files["s/m8dc/pro/index.html"]) == "../../../professional/calm-tea/index.html"
    assert _opens(files["s/ckkv/index.html"]) == "../../patient/calm-tea/index.html#results"
    only = files["s/fm4j/index.html"]
    assert _opens(only) == "../../professional/calm-tea/index.html#dose"
    assert ">For tea scholars – Calm tea before sleep: Dose</a>" in only
    assert ">For tea drinkers – Types of tea: Green tea</a>" in files["s/dw7c/index.html"]
    assert ">For tea scholars – Types of tea: Unoxidised leaf</a>" in files["s/dw7c/pro/index.html"]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in {"meta", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_each_page_is_whole_without_theme_script_or_style() -> None:
    for path, html in _files(check_with({})).items():
        if not path.endswith(".html"):
            continue
        tags = _Tags()
        tags.feed(html)
        assert tags.open == []
        names = [tag for tag, _ in tags.seen]
        assert not {"script", "style"} & set(names)
        assert not any("style" in attrs for _, attrs in tags.seen)
        assert names.count("title") == names.count("main") == names.count("h1") == 1
        assert ("html", {"lang": "en-GB"}) in tags.seen
        assert ("meta", {"name": "robots", "content": "noindex"}) in tags.seen
        (link,) = (attrs["href"] for tag, attrs in tags.seen if tag == "a")
        assert link == _opens(html)
        canonical = next(attrs["href"] for tag, attrs in tags.seen if tag == "link")
        assert canonical
        assert canonical.startswith("https://tea-guide.example/")
        assert canonical.endswith("/")


def test_words_of_titles_are_escaped() -> None:
    topic = (TEA / CALM).read_text().replace("## When to take it", '## A <b> & "c"')
    files = _files(check_with({CALM: topic, ADDRESSES: FILE}))
    assert "<h1>A &lt;b&gt; &amp; &quot;c&quot;</h1>" in files["s/cgn2/index.html"]


def test_a_former_topic_opens_in_both_readings_and_its_id_stays() -> None:
    moved = FILE.replace("m8dc: calm-tea\n", "m8dc: old-tea\n") + "moved:\n  old-tea: calm-tea\n"
    files = _files(check_with({ADDRESSES: moved}))
    for reading in ("patient", "professional"):
        assert (
            _opens(files[f"{reading}/old-tea/index.html"]) == f"../../{reading}/calm-tea/index.html"
        )
    assert _opens(files["s/m8dc/index.html"]) == "../../patient/calm-tea/index.html"


def test_old_anchors_land_at_the_heading_that_they_became() -> None:
    moved = FILE + (
        "moved:\n  calm-tea#effect: calm-tea#results\n  calm-tea#outcome: calm-tea#effect\n"
        "  old-tea: types-of-tea\n  old-tea#leaf: types-of-tea#green\n"
        "  calm-tea#leaves: types-of-tea#green\n"
    )
    pages = {p.path: p for p in compile_pages(check_with({ADDRESSES: moved}))}
    head = '<div id="effect"></div>\n\n<div id="outcome"></div>\n\n## How well it worked {#results '
    assert head in pages["patient/calm-tea.md"].body
    green = pages["professional/types-of-tea.md"].body
    assert '<div id="leaf"></div>\n\n## Unoxidised leaf {#green' in green
    assert '<div id="leaves">' not in green


def test_servers_are_told_the_same() -> None:
    checked = check_with({})
    assert checked.guide
    lines = _files(checked)["_redirects"].splitlines()
    assert "/s/ckkv/ /patient/calm-tea/#results 301!" in lines
    assert "/code/tea-board/t18.7/ /code/tea-board/T18.7/ 301!" in lines
    assert lines[-2:] == [
        "/patient/* /patient/404.html 404",
        "/professional/* /professional/404.html 404",
    ]
    assert len(lines[:-2]) == len(list(redirects(checked.guide, checked.readings))) == 15


def test_a_guide_below_a_folder_of_its_host_says_so_to_servers() -> None:
    settings = (TEA / "content/guide.yml").read_text()
    below = settings.replace("https://tea-guide.example", "https://tea-guide.example/tea/")
    files = _files(check_with({"content/guide.yml": below}))
    assert "/tea/s/m8dc/ /tea/patient/calm-tea/ 301!" in files["_redirects"].splitlines()
    assert 'href="https://tea-guide.example/tea/patient/calm-tea/"' in files["s/m8dc/index.html"]


def _pages() -> dict[str, Page]:
    return {page.path: page for page in compile_pages(check_with({}))}


def test_a_code_opens_its_topics_in_both_readings() -> None:
    page = _pages()["code/tea-board/T18.7.md"]
    patient, _, professional = page.body.partition("## For tea scholars")
    assert "[Calm tea at night](../../patient/calm-tea.md)" in patient
    assert "[Calm tea before sleep](../../professional/calm-tea.md)" in professional
    assert (
        "[Where the code was read](https://example.org/t18). Read on 1 February 2026." in page.body
    )
    assert "Nobody has read it there." in _pages()["code/leaf/2077.md"].body


def test_programs_get_the_same_codes() -> None:
    guide = check_with({}).guide
    assert guide
    text = codes_json(guide)["code/codes.json"].decode()
    assert '"page": "https://tea-guide.example/code/tea-board/T18.7/"' in text
    assert '"short": "https://tea-guide.example/s/hf9c/"' in text
    assert '"system": "https://example.org/leaf"' in text


@pytest.mark.parametrize("path", ["code/index.md", "code/leaf/2077.md"])
def test_a_guide_without_codes_has_no_such_pages(path: str) -> None:
    settings = (TEA / "content/guide.yml").read_text()
    without = settings[: settings.index("codes_page:")]
    checked = check_with({"content/guide.yml": without})
    assert path in _pages()
    assert path not in {page.path for page in compile_pages(checked)}
    assert checked.guide
    assert codes_json(checked.guide) == {}
