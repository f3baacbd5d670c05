"""`plainguide addresses` adds what is missing, and touches nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from plainguide.cli import main
from plainguide.model.addresses import LETTERS, is_id, new_id
from plainguide.read.addresses import UnexpectedFormError, with_added
from plainguide.steps import history
from plainguide.steps.addresses import add_addresses
from plainguide.steps.check import FindingsError, check_files
from plainguide.steps.files import read_all
from plainguide.steps.layout import Layout
from support.building import AS_OF

TOPIC = "topics/01-basics/types-of-tea.md"


def _file(tea: Layout) -> Path:
    return tea.content / "addresses.yml"


def _add_section(tea: Layout, id_: str) -> None:
    topic = tea.content / TOPIC
    topic.write_text(f"{topic.read_text()}\n## More {{#{id_}}}\n\nA text.\n")


def _rules(tea: Layout) -> list[str]:
    return [f.rule for f in check_files(read_all(tea.content, tea.root), AS_OF).findings]


def test_a_new_section_gets_an_id_and_all_else_stays(tea: Layout) -> None:
    text = _file(tea).read_text().replace("  cgn2:", "  # Kept.\n  cgn2:  ")
    _file(tea).write_text(text + "# At the end.\nmoved:\n  old-tea: calm-tea\n")
    before = _file(tea).read_text().splitlines()
    _add_section(tea, "more")
    added = add_addresses(tea)
    assert list(added.values()) == ["types-of-tea#more"]
    ((short, _),) = added.items()
    after = _file(tea).read_text().splitlines()
    line = f"  {short}: types-of-tea#more"
    assert [x for x in after if x != line] == before
    assert after.index(line) == after.index("  x4mb: types-of-tea#pictures") + 1
    assert _rules(tea) == []
    assert add_addresses(tea) == {}
    assert _file(tea).read_text().splitlines() == after


def test_a_guide_without_the_file_gets_one(tea: Layout) -> None:
    whole = _file(tea).read_bytes()
    _file(tea).unlink()
    assert _rules(tea) == []
    assert len(add_addresses(tea)) == 7
    assert _file(tea).read_bytes() == whole


def test_the_command_says_what_it_added(tea: Layout) -> None:
    _add_section(tea, "more")
    said = CliRunner().invoke(main, ["addresses", "--root", str(tea.root)])
    assert said.exit_code == 0
    assert re.fullmatch(
        r"\w{4}: types-of-tea#more\n1 added to content/addresses.yml; keep them for ever.\n",
        said.output,
    )
    again = CliRunner().invoke(main, ["addresses", "--root", str(tea.root)])
    assert again.output == "Every topic and every section has a short address.\n"


def test_a_file_at_fault_is_told_and_left_alone(tea: Layout) -> None:
    _add_section(tea, "more")
    for text in ("sections: [\n", "sections: {milk: calm-tea}\n", "sections: {m8dc: calm-tea}\n"):
        _file(tea).write_text(text)
        with pytest.raises(FindingsError) as stopped:
            add_addresses(tea)
        assert {f.place.path for f in stopped.value.findings} == {"content/addresses.yml"}
        assert _file(tea).read_text() == text
        done = CliRunner().invoke(main, ["addresses", "--root", str(tea.root)])
        assert done.exit_code == 1
        assert done.exception is None or isinstance(done.exception, SystemExit)


def test_settings_at_fault_are_told(tea: Layout) -> None:
    (tea.content / "guide.yml").write_text("title: [\n")
    with pytest.raises(FindingsError):
        add_addresses(tea)


def test_a_rename_that_is_told_keeps_its_id(tea: Layout) -> None:
    topic = tea.content / "topics/01-basics/calm-tea.md"
    topic.write_text(topic.read_text().replace("#results", "#how-well"))
    settings = tea.content / "guide.yml"
    settings.write_text(settings.read_text().replace("section: results", "section: how-well"))
    settings.write_text(settings.read_text().replace('section: "results"', "section: how-well"))
    assert {"address-lost", "address-missing"} <= set(_rules(tea))
    _file(tea).write_text(
        _file(tea).read_text() + "moved:\n  calm-tea#results: calm-tea#how-well\n"
    )
    assert _rules(tea) == []
    assert add_addresses(tea) == {}


def test_an_id_of_an_earlier_edition_is_not_given_again(tea: Layout) -> None:
    record = history.record(tea, str(tea.root))
    assert '"m8dc": "calm-tea"' in record.read_text()
    _file(tea).write_text("sections: {}\n")
    assert "address-gone" in _rules(tea)
    assert not {"m8dc", "ckkv"} & add_addresses(tea).keys()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", None),
        ("sections:\n", "sections:\n  b2c3: new\n"),
        ("sections: {}  # None.\n", "sections:  # None.\n  b2c3: new\n"),
        (
            "sections:\n    k2k2: a\n\nmoved: {}\n",
            "sections:\n    k2k2: a\n    b2c3: new\n\nmoved: {}\n",
        ),
        ("moved:\n  a: b", "moved:\n  a: b\nsections:\n  b2c3: new\n"),
    ],
)
def test_lines_are_added_where_they_belong(before: str, after: str | None) -> None:
    made = with_added(before, {"b2c3": "new"})
    assert made == after or (after is None and made.endswith("\nsections:\n  b2c3: new\n"))


def test_a_list_on_one_line_is_not_guessed_at() -> None:
    with pytest.raises(UnexpectedFormError) as error:
        with_added("# Head\nsections: {k2k2: a}\n", {"b2c3": "new"})
    assert error.value.line == 2


def test_ids_come_from_names_and_step_aside() -> None:
    first = new_id("calm-tea#results", ())
    assert first == "ckkv"
    second = new_id("calm-tea#results", {first})
    assert second != first
    assert is_id(second)
    assert not set(LETTERS) & set("aeiouyl10")
    assert all(is_id(new_id(f"a#{n}", ())) for n in range(2000))
