"""The table of all trials, worked as a reader works it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.building import ROOT
from support.seen import Seen

SHOWN = ".explorer tbody tr:visible"


@pytest.fixture
def trials(page: Page, origin: str, seen: Seen) -> Iterator[Page]:
    """The page on a wide screen; it must not have complained of anything."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{origin}/trials/")
    yield page
    assert seen.complaints == []


def _values(page: Page, column: str) -> list[str]:
    """The exact values of one column, as shown from top to bottom; empty where there is none."""
    found: list[str] = page.evaluate(
        """column => {
            const heads = [...document.querySelectorAll(".explorer thead th")];
            const index = heads.findIndex((head) => head.dataset.column === column);
            const rows = [...document.querySelectorAll(".explorer tbody tr")];
            return rows.filter((row) => !row.hidden)
                .map((row) => row.cells[index].querySelector("data")?.value ?? "");
        }""",
        column,
    )
    return found


def _head(page: Page, name: str) -> str | None:
    return page.get_by_role("columnheader", name=name, exact=True).get_attribute("aria-sort")


def _count(page: Page) -> int:
    return page.locator(SHOWN).count()


def test_a_column_is_sorted_by_number_one_way_then_the_other_then_not(trials: Page) -> None:
    before = _values(trials, "response")
    button = trials.get_by_role("button", name="Objective response", exact=True)
    button.click()
    values = [float(value) for value in _values(trials, "response") if value]
    assert values == sorted(values, reverse=True)
    assert _values(trials, "response")[: len(values)].count("") == 0, "nothing reported comes last"
    assert _head(trials, "Objective response") == "descending"
    button.click()
    assert [float(v) for v in _values(trials, "response") if v] == sorted(values)
    assert _values(trials, "response")[-1] == ""
    assert _head(trials, "Objective response") == "ascending"
    button.click()
    assert _values(trials, "response") == before
    assert _head(trials, "Objective response") is None


def test_a_column_is_sorted_with_the_keyboard(trials: Page) -> None:
    trials.get_by_role("button", name="Trial", exact=True).focus()
    trials.keyboard.press("Enter")
    names = trials.locator(".explorer tbody th > a").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    expect(trials.get_by_role("button", name="Trial", exact=True)).to_be_focused()
    trials.keyboard.press("Tab")
    trials.keyboard.press("Space")
    assert _head(trials, "Regimen") == "ascending"


def test_words_and_filters_leave_rows_out_and_it_is_said_how_many_are_left(trials: Page) -> None:
    everything = _count(trials)
    status = trials.locator(".explorer").get_by_role("status")
    expect(status).to_have_text(f"{everything} of {everything} rows")
    trials.get_by_label("Find").fill("tucatinib Colorectal")
    expect(status).to_have_text("Nothing matches. Take a filter away, or reset them all.")
    trials.get_by_label("Find").fill("TUCATINIB trastuzumab")
    few = _count(trials)
    assert 0 < few < everything
    expect(status).to_have_text(f"{few} of {everything} rows")
    trials.get_by_role("button", name="Reset").click()
    expect(status).to_have_text(f"{everything} of {everything} rows")
    trials.get_by_role("combobox", name="Therapy").select_option("Trastuzumab deruxtecan")
    trials.get_by_role("combobox", name="Phase").select_option("2")
    assert 0 < _count(trials) < everything
    for row in trials.locator(SHOWN).all():
        assert "Trastuzumab deruxtecan" in (
            row.locator("td").first.get_attribute("data-values") or ""
        )


def test_the_address_keeps_the_state_and_gives_it_back(trials: Page, origin: str) -> None:
    trials.get_by_label("Find").fill("pertuzumab")
    trials.get_by_role("combobox", name="RAS").select_option("Wild-type")
    trials.get_by_role("button", name="PFS", exact=True).click()
    trials.get_by_text("Columns", exact=True).click()
    trials.get_by_role("checkbox", name="HER2").check()
    address = trials.url
    assert address == (
        f"{origin}/trials/#?q=pertuzumab&ras=Wild-type&sort=pfs&dir=desc&columns=her2"
    )
    rows = trials.locator(SHOWN).all_inner_texts()
    trials.goto("about:blank")
    trials.goto(address)
    assert trials.locator(SHOWN).all_inner_texts() == rows
    expect(trials.get_by_label("Find")).to_have_value("pertuzumab")
    expect(trials.get_by_role("columnheader", name="HER2")).to_be_visible()
    assert _head(trials, "PFS") == "descending"


def test_back_and_forward_go_through_the_states(trials: Page) -> None:
    everything = _count(trials)
    trials.get_by_role("combobox", name="Compared with").select_option("Another treatment")
    some = _count(trials)
    trials.get_by_role("button", name="OS", exact=True).click()
    trials.go_back()
    assert (_head(trials, "OS"), _count(trials)) == (None, some)
    trials.go_back()
    assert _count(trials) == everything
    expect(trials.get_by_role("combobox", name="Compared with")).to_have_value("")
    trials.go_forward()
    assert _count(trials) == some


def test_an_address_of_nonsense_shows_everything(page: Page, origin: str, seen: Seen) -> None:
    page.goto(f"{origin}/trials/#?sort=nothing&therapy=none&columns=a.b&dir=up&q=%E2%82")
    assert seen.complaints == []
    page.goto(f"{origin}/trials/#?sort=nothing&therapy=none")
    assert _count(page) == page.locator(".explorer tbody tr").count()


def test_a_trial_has_an_address_and_a_filter_stays_when_it_is_followed(trials: Page) -> None:
    trials.get_by_label("Find").fill("MOUNTAINEER")
    few = _count(trials)
    trials.locator(SHOWN).first.get_by_role("link", name="MOUNTAINEER", exact=True).click()
    assert trials.url.endswith("/trials/#mountaineer")
    expect(trials.locator("h3#mountaineer")).to_be_in_viewport()
    assert _count(trials) == few


def test_columns_can_be_put_away_and_brought_back(trials: Page) -> None:
    expect(trials.get_by_role("columnheader", name="BRAF")).to_be_hidden()
    trials.get_by_text("Columns", exact=True).click()
    trials.get_by_role("checkbox", name="BRAF").check()
    expect(trials.get_by_role("columnheader", name="BRAF")).to_be_visible()
    trials.get_by_role("checkbox", name="OS", exact=True).uncheck()
    expect(trials.get_by_role("columnheader", name="OS", exact=True)).to_be_hidden()
    trials.get_by_role("button", name="Reset").click()
    expect(trials.get_by_role("columnheader", name="OS", exact=True)).to_be_visible()
    expect(trials.get_by_role("columnheader", name="BRAF")).to_be_hidden()


def test_without_scripts_the_table_is_whole_and_has_no_dead_controls(
    browser: Browser, site: Path
) -> None:
    data = json.loads((site / "data" / "trials.json").read_text())
    rows = [row for record in data["trials"].values() for row in record["rows"]]
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto((site / "trials" / "index.html").as_uri())
        assert plain.locator(SHOWN).count() == len(rows)
        for column in plain.locator(".explorer thead th").all():
            expect(column).to_be_visible()
        figures = plain.locator(".explorer td data").count()
        assert figures == sum(len(row["results"]) for row in rows)
        expect(plain.locator(".explorer__controls")).to_be_hidden()
        assert plain.locator(".explorer th button").count() == 0


def test_it_works_from_disk(page: Page, site: Path, seen: Seen) -> None:
    page.goto((site / "trials" / "index.html").as_uri())
    page.wait_for_load_state("networkidle")
    page.get_by_label("Find").fill("heracles")
    few = _count(page)
    page.get_by_role("button", name="Trial", exact=True).click()
    page.go_back()
    assert page.url.endswith("#?q=heracles")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert 0 < _count(page) == few
    assert seen.complaints == []


@pytest.mark.parametrize("name", ["trials.csv", "trials.json"])
def test_the_table_comes_down_for_other_programs(trials: Page, site: Path, name: str) -> None:
    with trials.expect_download() as download:
        trials.get_by_role("link", name=name.rpartition(".")[2].upper()).click()
    assert download.value.suggested_filename == name
    assert Path(download.value.path()).read_bytes() == (site / "data" / name).read_bytes()


def test_on_a_phone_a_row_keeps_its_trial_in_view(page: Page, origin: str) -> None:
    page.goto(f"{origin}/trials/")
    box = page.locator(".explorer__box")
    box.scroll_into_view_if_needed()
    box.evaluate("box => { box.scrollLeft = 600; }")
    first = page.locator(".explorer tbody th").first.bounding_box()
    outer = box.bounding_box()
    assert first is not None
    assert outer is not None
    assert 0 <= first["x"] - outer["x"] < 3
    assert first["width"] < 0.5 * 390
    for control in page.locator(".explorer__controls :is(input[name], select, button)").all():
        size = control.bounding_box()
        assert size is not None
        assert size["height"] >= 43


def test_the_page_stays_light(site: Path) -> None:
    assert (site / "trials" / "index.html").stat().st_size < 400_000
    assert (ROOT / "theme" / "js" / "explorer.js").stat().st_size < 8_000
