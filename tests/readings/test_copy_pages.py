"""What the holder of a printed copy is told: a table of cases, each an edition and the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from plainguide.model.addresses import Compiled
from plainguide.model.guide import Guide
from plainguide.model.history import Snapshot
from plainguide.read.history import read_history
from plainguide.readings.copy_pages import Told, copy_address, copy_pages, several_address
from plainguide.readings.pages import Page
from plainguide.readings.snapshot import snapshot_of
from plainguide.steps.check import Checked, check_files
from support.compiling import ADDRESSES, DAY, tea_files

SETTINGS = "content/guide.yml"
TRIALS = "content/evidence/trials.yml"
CALM = "content/topics/01-basics/calm-tea.md"
NIGHT = "content/topics/01-basics/night-tea.md"
TYPES = "content/topics/01-basics/types-of-tea.md"
TERMS = "content/glossary.yml"
FIRST = "content/history/1.0.json"
PLACES = tea_files()[ADDRESSES].decode()

Changes = Mapping[str, str | list[tuple[str, str]] | None]
"""What becomes of files: other text, no file, or some words for others."""


def _checked(changes: Changes) -> Checked:
    files = tea_files()
    for path, change in changes.items():
        if change is None:
            del files[path]
        elif isinstance(change, str):
            files[path] = change.encode()
        else:
            text = files[path].decode()
            for old, new in change:
                assert old in text, old
                text = text.replace(old, new)
            files[path] = text.encode()
    return check_files(files, DAY)


def _guide(checked: Checked) -> Guide:
    assert checked.guide
    return checked.guide


def _edition(changes: Changes, version: str = "2.1") -> Snapshot:
    """What the tea guide says with some changes, as an edition of this version records it."""
    checked = _checked(changes)
    taken = snapshot_of(_guide(checked), checked.readings)
    return taken.model_copy(update={"version": version})


def _told(changes: Changes, *history: Snapshot, version: str = "2.2") -> dict[str, Told]:
    """Every page of the tea guide with some changes, by path, after these editions."""
    checked = _checked(changes)
    assert [
        str(f) for f in checked.errors if f.rule not in {"edition-recorded", "unknown-sheet"}
    ] == []
    guide = _guide(checked)
    edition = guide.settings.edition.model_copy(update={"version": version})
    settings = guide.settings.model_copy(update={"edition": edition})
    guide = replace(guide, settings=settings, history=history)
    now = snapshot_of(guide, checked.readings)
    return {told.path: told for told in copy_pages(guide, checked.readings, now)}


def _said(told: Told) -> dict[str, list[str]]:
    """The lists of a page, each line with what stands below it."""
    return {
        heading: [text for line in lines for text in (line.text, *line.below)]
        for heading, lines in told.lists.items()
    }


@dataclass(frozen=True)
class Case:
    """What changed from edition 2.1 to 2.2, and what both readers of a copy of 2.1 are told."""

    now: Changes
    patient: str
    professional: str
    said: Mapping[str, list[str]] = field(default_factory=dict)
    said_in_full: Mapping[str, list[str]] = field(default_factory=dict)
    before: Changes = field(default_factory=dict)
    folder: str = "s/m8dc/"


HEADS = {
    "latest": ("Yours is the latest", "Latest edition"),
    "same": ("Yours still says the same", "Unchanged"),
    "changed": ("There is news", "Changed"),
    "moved": ("It is elsewhere now", "Moved"),
    "newer": ("There is a newer one", "Later edition"),
}
RENAMED = tea_files()[CALM].decode().replace("id: calm-tea", "id: night-tea")
CASES = {
    "nothing": Case({}, "same", "same"),
    "a figure that patients read": Case(
        {TRIALS: [("value: 8.1,", "value: 9.3,")]},
        "changed",
        "same",
        {"Other parts": ["How well it worked", "It was about 8 hours, it is about 9 hours."]},
    ),
    "a figure, by too little to be seen in plain words": Case(
        {TRIALS: [("value: 8.1,", "value: 8.2,")]}, "same", "same"
    ),
    "a figure that both read": Case(
        {
            TRIALS: [
                (
                    "value: 39.3, ci: [28.8, 50.5], count: 33",
                    "value: 40.5, ci: [29.9, 51.7], count: 34",
                )
            ]
        },
        "changed",
        "changed",
        {
            "Other parts": [
                "How well it worked",
                "It was about 39 out of 100 people, it is about 41 out of 100 people.",
            ]
        },
        {
            "Sections that differ": [
                "How well it worked",
            ],
            "Figures that differ": [
                "CALM, Final analysis: Slept well: 40.5% (95% CI 29.9–51.7; 34 of 84) "
                "(before: 39.3% (95% CI 28.8–50.5; 33 of 84))"
            ],
        },
    ),
    "a newer data cut": Case(
        {},
        "changed",
        "changed",
        {
            "Other parts": [
                "How well it worked",
                "It was about 38 out of 100 people, it is about 39 out of 100 people.",
            ]
        },
        {
            "Sections that differ": [
                "How well it worked",
            ],
            "Figures that differ": [
                "CALM, Final analysis: Slept well: 39.3% (95% CI 28.8–50.5; 33 of 84) "
                "(before: 38.1% (95% CI 27.7–49.3; 32 of 84))"
            ],
        },
        before={CALM: [("calm.final.slept", "calm.early.slept")]},
    ),
    "words of one reading": Case(
        {CALM: [("It did not work for", "It failed for")]},
        "changed",
        "same",
        {"Other parts": ["How well it worked"]},
    ),
    "words of both": Case(
        {CALM: [("This text is for both.", "A text for both.")]},
        "changed",
        "changed",
        {"Other parts": ["When to take it"]},
        {"Sections that differ": ["When to take it"]},
    ),
    "the summary": Case(
        {CALM: [("Calm tea helps some people to sleep.", "Calm tea may help you to sleep.")]},
        "changed",
        "same",
        {"Other parts": ["Calm tea at night"]},
    ),
    "the source of a figure": Case(
        {
            TRIALS: [("name: Lasting effect,", "name: Lasting effect, source: leaf-2024,")],
            CALM: [('lasting }} {{ cite("leaf-2025")', 'lasting }} {{ cite("leaf-2024")')],
        },
        "same",
        "changed",
        {},
        {
            "Sections that differ": ["How well it worked"],
            "Figures that differ": [
                "CALM, Final analysis: Lasting effect: now from Leaf A, 2024 (before: Leaf A, 2025)"
            ],
        },
    ),
    "another page only": Case(
        {TYPES: [("Green tea is made from young leaves.", "Green tea is made of leaves.")]},
        "same",
        "same",
    ),
    "a section that is new, and one that is gone": Case(
        {
            CALM: [("## Dose {#dose only", "## Cups {#cups only")],
            ADDRESSES: f"{PLACES}moved: {{calm-tea#dose: calm-tea#cups}}\n",
        },
        "same",
        "changed",
        {},
        {"Sections that differ": ["Cups (new)", "Dose (withdrawn)"]},
    ),
    "a term of the glossary": Case(
        {TERMS: [("plain: Tea leaves in hot water.", "plain: Leaves in hot water.")]},
        "changed",
        "same",
        {"Other parts": ["brew"]},
        folder="s/glossary/",
    ),
    "the name of the topic, and where its id leads": Case(
        {
            CALM: None,
            NIGHT: RENAMED,
            SETTINGS: [("calm-tea", "night-tea")],
            ADDRESSES: PLACES.replace(" calm-tea", " night-tea") + "moved: {calm-tea: night-tea}\n",
        },
        "same",
        "same",
    ),
    "the topic, which became a section": Case(
        {
            CALM: None,
            SETTINGS: [
                ("calm-tea, section: results", "types-of-tea"),
                ("calm-tea", "types-of-tea"),
            ],
            ADDRESSES: PLACES + "moved:\n  calm-tea: types-of-tea#green\n",
        },
        "moved",
        "moved",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_holder_of_a_copy_is_told_what_changed(case: Case) -> None:
    pages = _told(case.now, _edition(case.before))
    for number, (end, state, said) in enumerate(
        (("", case.patient, case.said), ("pro/", case.professional, case.said_in_full))
    ):
        told = pages[f"{case.folder}{end}2.1/"]
        assert told.head == HEADS[state][number]
        assert _said(told) == said
        assert told.current == (state == "same")
        latest = pages.get(f"{case.folder}{end}2.2/")
        # No copy can be made any more of what became a part of another page.
        assert (latest.head if latest else None) == (
            None if state == "moved" else HEADS["latest"][number]
        )


def test_a_copy_of_this_edition_is_the_latest() -> None:
    told = _told({}, version="2.1")["s/m8dc/2.1/"]
    assert told.head == "Yours is the latest"
    assert told.yours == "Yours is edition 2.1 of 1 March 2026."
    assert told.of == "Calm tea at night"
    assert (told.page.text, told.page.to) == ("Read it now", "patient/calm-tea/index.html")
    assert told.file
    assert told.file.to == "handouts/calm-tea.pdf"
    assert told.lists == {}


def test_both_editions_are_named_by_version_and_day() -> None:
    old = _edition({}).model_copy(update={"date": DAY.replace(year=2025)})
    told = _told({}, old)["s/m8dc/2.1/"]
    assert told.yours == "Yours is edition 2.1 of 1 March 2025."
    assert told.text == "There is edition 2.2 of 1 March 2026, and it says the same."


def test_an_edition_that_is_recorded_and_not_raised_yet_is_there_once_and_is_the_latest() -> None:
    pages = _told({}, _edition({}), version="2.1")
    assert {path.rstrip("/").rpartition("/")[2] for path in pages} == {"2.1"}
    assert {told.current for told in pages.values()} == {True}
    changed = _told({CALM: [("This text", "The text")]}, _edition({}), version="2.1")
    assert changed["s/m8dc/2.1/"].head == "There is news", "what was printed is what is on record"


def test_a_page_that_an_edition_did_not_have_has_no_copies_of_it() -> None:
    old = _edition({})
    words = {topic: words for topic, words in old.words.items() if topic != "types-of-tea"}
    pages = _told({}, old.model_copy(update={"words": words}))
    assert "s/m8dc/2.1/" in pages
    assert "s/hf9c/2.1/" not in pages
    assert "s/hf9c/2.2/" in pages
    [line] = pages["copy/2.1/"].lists["Other pages"]
    assert (line.text, line.to) == ("Types of tea (new)", "patient/types-of-tea/index.html")


def test_no_page_is_there_for_an_id_that_led_to_a_section() -> None:
    paths = _told({}, _edition({}))
    assert [path for path in paths if path.startswith(("s/ckkv", "s/dw7c"))] == []


def test_an_old_record_tells_as_much_as_it_can() -> None:
    """Editions that were recorded before sections were tell what they know, and guess nothing."""
    old, *_ = read_history([(FIRST, tea_files()[FIRST])], [])
    pages = _told({}, old)
    assert pages["s/m8dc/1.0/"].head == "There is news"
    assert pages["s/m8dc/1.0/"].lists == {}
    figures = _said(pages["s/m8dc/pro/1.0/"])["Figures that differ"]
    assert "CALM, Final analysis: Taken out: 12% (taken out)" in figures
    assert figures[0].startswith("CALM, Final analysis: Slept well: 39.3%")
    assert pages["s/glossary/1.0/"].head == "There is a newer one"
    assert _said(pages["copy/1.0/"]) == {
        "Other pages": ["Calm tea at night", "Types of tea (new)", "Old tea (gone)"]
    }


@pytest.mark.parametrize(
    ("now", "head", "said"),
    [
        ({}, "Yours still says the same", {}),
        (CASES["words of both"].now, "There is news", {"Other pages": ["Calm tea at night"]}),
        (
            CASES["the topic, which became a section"].now,
            "There is news",
            {"Other pages": ["Calm tea at night"]},
        ),
        (
            CASES["a term of the glossary"].now,
            "There is news",
            {"Other pages": ["Words to know"]},
        ),
    ],
)
def test_a_copy_of_several_pages_leads_to_those_that_changed(
    now: Changes, head: str, said: Mapping[str, list[str]]
) -> None:
    pages = _told(now, _edition({}))
    assert pages["copy/2.1/"].head == head
    assert _said(pages["copy/2.1/"]) == said
    assert pages["copy/2.2/"].head == "Yours is the latest"
    for line in (line for lines in pages["copy/2.1/"].lists.values() for line in lines):
        folder = line.to.partition("index.html")[0]
        assert folder in pages or folder.startswith("patient/")


def test_a_glossary_that_no_record_has_makes_no_promise() -> None:
    old = _edition({})
    parts = {topic: parts for topic, parts in old.parts.items() if topic != "glossary"}
    pages = _told({}, old.model_copy(update={"parts": parts}))
    assert pages["copy/2.1/"].head == pages["s/glossary/2.1/"].head == "There is a newer one"


@pytest.mark.parametrize(
    ("meta", "end"),
    [
        ({"topic": "a", "short": "s/m8dc/", "reading": "patient"}, "s/m8dc/2.1/"),
        ({"topic": "a", "short": "s/m8dc/", "reading": "professional"}, "s/m8dc/pro/2.1/"),
        ({"topic": "calm-tea", "reading": "patient"}, "s/calm-tea/2.1/"),
        ({"glossary": True, "reading": "professional"}, "s/glossary/pro/2.1/"),
        ({}, "copy/2.1/"),
    ],
)
def test_the_code_on_paper_opens_a_page_that_there_is(meta: dict[str, object], end: str) -> None:
    settings = _guide(_checked({})).settings
    made = {told.path for told in copy_pages(*_all())}
    assert (
        copy_address(Page("patient/a.md", meta, ""), settings) == f"https://tea-guide.example/{end}"
    )
    assert end in made or end == "s/calm-tea/2.1/"


def test_the_code_on_a_print_of_several_pages_opens_one_too() -> None:
    settings = _guide(_checked({})).settings
    made = {told.path for told in copy_pages(*_all())}
    root = "https://tea-guide.example/"
    assert {several_address(settings), several_address(settings, "professional")} <= {
        root + path for path in made
    }


def _all() -> tuple[Guide, Compiled, Snapshot]:
    checked = _checked({})
    return _guide(checked), checked.readings, snapshot_of(_guide(checked), checked.readings)


def test_a_guide_without_short_addresses_has_such_pages_by_the_names_of_topics() -> None:
    pages = _told({ADDRESSES: None})
    assert {path for path in pages if path.endswith("2.2/") and "/pro/" not in path} == {
        "s/calm-tea/2.2/",
        "s/types-of-tea/2.2/",
        "s/glossary/2.2/",
        "copy/2.2/",
    }


def test_a_guide_without_words_for_such_pages_has_none_and_codes_open_the_topic() -> None:
    text = tea_files()[SETTINGS].decode()
    without = text[: text.index("copy_page:")]
    assert _told({SETTINGS: without}) == {}
    settings = _guide(_checked({SETTINGS: without})).settings
    short = Page("patient/a.md", {"topic": "a", "short": "s/m8dc/", "reading": "patient"}, "")
    assert copy_address(short, settings) == "https://tea-guide.example/s/m8dc/"
    glossary = Page("patient/glossary.md", {"glossary": True, "reading": "patient"}, "")
    assert copy_address(glossary, settings) == "https://tea-guide.example/patient/glossary/"
    assert several_address(settings) == "https://tea-guide.example/patient/"


@pytest.mark.parametrize("version", ["2.1/3", "Spring", "pro", "2026 11", ".1"])
def test_a_version_that_no_address_can_hold_is_a_finding(version: str) -> None:
    checked = _checked({SETTINGS: [('version: "2.1"', f'version: "{version}"')]})
    assert [(f.rule, f.place.line) for f in checked.findings] == [("schema", 5)]


def test_words_with_a_slot_that_nothing_fills_are_a_finding() -> None:
    checked = _checked({SETTINGS: [("Yours is edition {edition}", "Yours is edition {number}")]})
    [finding] = checked.findings
    assert "nothing fills `{number}` here; use `{edition}`, `{date}`" in finding.message
