"""Every kind of bad input gives one clear finding a fault, and never a traceback."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from plainguide.cli import main
from support.building import TEA

TOPIC = "content/topics/01-basics/calm-tea.md"
ADDRESSES = "content/addresses.yml"
TRIALS = "content/evidence/trials.yml"

# The file, what is replaced, by what, and the one finding that it gives.
EDITS = {
    "broken YAML": (
        TOPIC,
        "id: calm-tea",
        "id: [calm-tea",
        f"{TOPIC}:3:6 yaml: expected ',' or ']', but got ':'; compare with the lines around it",
    ),
    "an unknown key": (
        TOPIC,
        "updated:",
        "upadted:",
        f"{TOPIC}:7:1 schema: `upadted` is not a key that is known here; did you mean `updated`?",
    ),
    "a block that is not closed before the next": (
        TOPIC,
        "people took part.\n///",
        "people took part.",
        f"{TOPIC}:13:1 block: `patient` is not closed before line 17; end it with `///`",
    ),
    "a block that is never closed": (
        TOPIC,
        '{{ cite("label-2026") }}.\n///\n\n## Dose',
        '{{ cite("label-2026") }}.\n\n## Dose',
        f"{TOPIC}:36:1 block: `professional` is not closed before line 41; end it with `///`",
    ),
    "a block that was never opened": (
        TOPIC,
        "This text is for both.",
        "This text is for both.\n\n///",
        f"{TOPIC}:31:1 block: `///` closes nothing that is open; delete it",
    ),
    "a misspelt reading": (
        TOPIC,
        "/// professional",
        "/// profesional",
        f"{TOPIC}:18:1 block: no reading is called `profesional`; did you mean `professional`?",
    ),
    "an unknown ledger name": (
        TOPIC,
        "{{ calm.final.slept }} slept",
        "{{ calm.final.slpet }} slept",
        f"{TOPIC}:14:1 unknown-name: the ledger has no calm.final.slpet; "
        "did you mean {{ calm.final.slept }}?",
    ),
    "an unknown source": (
        TOPIC,
        "The Tea Board allowed it",
        '{{ cite("label-2062") }} The Tea Board allowed it',
        f'{TOPIC}:37:1 unknown-name: no source is called "label-2062"; '
        'did you mean {{ cite("label-2026") }}?',
    ),
    "an expression that is code": (
        TOPIC,
        "{{ calm.final.slept }} slept",
        "{{ 6 * 7 }} slept",
        f"{TOPIC}:14:1 unknown-name: `6 * 7` is more than a name; content holds no code: write "
        '{{ entry.part.figure }} or {{ cite("source") }}',
    ),
    "an expression that is never closed": (
        TOPIC,
        "This text is for both.",
        "This text is for {{ calm.final.slept both.",
        f"{TOPIC}:29:18 unknown-name: `{{{{` is never closed on its line; "
        "end the expression with `}}`",
    ),
    "a section's id twice": (
        TOPIC,
        "{#when}",
        "{#results}",
        f"{TOPIC}:27:1 duplicate-id: the id `results` is taken at line 11; choose another",
    ),
    "a section without an id": (
        TOPIC,
        "## When to take it {#when}",
        "## When to take it",
        f"{TOPIC}:27:1 section-id: a section needs an id of small letters; "
        "write `## Heading {#its-id}`",
    ),
    "a link to a missing section": (
        TOPIC,
        "types-of-tea.md#green",
        "types-of-tea.md#gren",
        f"{TOPIC}:33:16 broken-link: `types-of-tea` has no section `#gren` for this reading; "
        "did you mean `#green`?",
    ),
    "a link to a missing page": (
        TOPIC,
        "types-of-tea.md#green",
        "type-of-tea.md",
        f"{TOPIC}:33:16 broken-link: there is no page `type-of-tea.md`; "
        "did you mean `types-of-tea.md`?",
    ),
    "evidence that is not in the ledger": (
        TOPIC,
        "evidence: [calm, calm_tea]",
        "evidence: [calm, calm_teas]",
        f"{TOPIC}:8:18 unknown-evidence: the ledger has no entry `calm_teas`; "
        "did you mean `calm_tea`?",
    ),
    "a control character": (
        TOPIC,
        "This text is for both.",
        "This \0 text is for both.",
        f"{TOPIC}:29:6 file: the control character U+0000 is in the text; delete it",
    ),
    "a day that does not exist": (
        TRIALS,
        "2024-01-31",
        "2024-02-30",
        f"{TRIALS}:15:7 schema: `cuts.early.cutoff`: input should be a valid date or datetime, "
        "day value is outside expected range (it is '2024-02-30')",
    ),
    "more than all": (
        TRIALS,
        "value: 39.3",
        "value: 113",
        f"{TRIALS}:26:51 schema: `cuts.final.figures.slept.value`: "
        "input should be less than or equal to 100 (it is '113')",
    ),
    "more of them than there are": (
        TRIALS,
        "count: 33, of: 84",
        "count: 33, of: 8",
        f"{TRIALS}:26:9 schema: `cuts.final.figures.slept`: 33 of 8 is more than all",
    ),
    "an interval the wrong way round": (
        TRIALS,
        "[28.8, 50.5]",
        "[50.5, 28.8]",
        f"{TRIALS}:26:64 schema: `cuts.final.figures.slept.ci`: "
        "the lower end, 50.5, is above the upper end, 28.8",
    ),
    "an unknown unit": (
        TRIALS,
        "unit: hours, ci",
        "unit: fortnights, ci",
        f"{TRIALS}:27:69 schema: `cuts.final.figures.asleep.unit`: "
        "input should be 'hours', 'days', 'weeks', 'months' or 'years' (it is 'fortnights')",
    ),
    "an unknown measure": (
        TRIALS,
        "measure: ratio",
        "measure: ration",
        f"{TRIALS}:34:9 schema: `cuts.final.figures.against_water`: no measure is called 'ration'; "
        "use 'share', 'duration', 'count', 'day', 'ratio', 'dose'",
    ),
    "a figure whose source is missing": (
        TRIALS,
        "source: leaf-2025",
        "source: leaf-2052",
        f"{TRIALS}:16:7 unknown-source: no source is called `leaf-2052`; did you mean `leaf-2025`?",
    ),
    "two current data cuts": (
        TRIALS,
        "      superseded_by: final\n",
        "",
        f"{TRIALS}:19:5 schema: `cuts.final`: `early` and `final` are both current; "
        "say `superseded_by` in one of them",
    ),
    "data cuts that supersede each other": (
        TRIALS,
        "      cutoff: 2025-01-31",
        "      superseded_by: early\n      cutoff: 2025-01-31",
        f"{TRIALS}:22:7 schema: `cuts.final.superseded_by`: data cuts supersede each other in a "
        "circle: early → final → early",
    ),
    "a data cut that nobody wrote": (
        TRIALS,
        "superseded_by: final",
        "superseded_by: finale",
        f"{TRIALS}:14:7 schema: `cuts.early.superseded_by`: there is no data cut `finale`",
    ),
    "an arm that the trial lacks": (
        TRIALS,
        "value: 39.3,",
        "arm: coffee, value: 39.3,",
        f"{TRIALS}:26:51 schema: `cuts.final.figures.slept.arm`: there is no arm `coffee`; "
        "use one of tea",
    ),
    "a sum of a figure that is not there": (
        TRIALS,
        "count: 33, of: 84",
        "count: 33, of: 84, sum_of: [aslep]",
        f"{TRIALS}:26:101 schema: `cuts.final.figures.slept.sum_of`: no figure of this part is "
        "called `aslep`; did you mean `asleep`?",
    ),
    "an alias bomb": (
        TRIALS,
        "  population: Adults who sleep badly\n  comparison",
        "  population: &a Adults who sleep badly\n  comparison",
        f"{TRIALS}:7:15 yaml: anchors and aliases are not used here; write the value out",
    ),
    "a syllable count that is none": (
        "content/syllables.yml",
        "oolong: 2",
        "oolong: two",
        "content/syllables.yml:2:1 schema: `oolong`: input should be a valid integer (it is 'two')",
    ),
    "settings with a misspelt key": (
        "content/guide.yml",
        "language:",
        "langage:",
        "content/guide.yml:4:1 schema: `langage` is not a key that is known here; "
        "did you mean `language`?",
    ),
    "a short id that is none": (
        ADDRESSES,
        "m8dc: calm-tea",
        "milk: calm-tea",
        f"{ADDRESSES}:4:3 schema: `sections.milk`: a short id is 4 of 23456789bcdfghjkmnpqrstvwxz, "
        "with a letter among them; let `plainguide addresses` make it (it is 'milk')",
    ),
    "a short id that YAML makes a number": (
        ADDRESSES,
        "m8dc: calm-tea",
        "2345: calm-tea",
        f"{ADDRESSES}:4:3 schema: `sections.2345`: a short id is 4 of 23456789bcdfghjkmnpqrstvwxz, "
        "with a letter among them; let `plainguide addresses` make it (it is '2345')",
    ),
    "a short id that leads to no name": (
        ADDRESSES,
        "m8dc: calm-tea",
        "m8dc: Calm tea",
        f"{ADDRESSES}:4:3 schema: `sections.m8dc`: write a topic as `its-id`, or a section as "
        "`its-id#its-section` (it is 'Calm tea')",
    ),
    "a short id twice": (
        ADDRESSES,
        "m8dc: calm-tea",
        "fm4j: calm-tea",
        f"{ADDRESSES}:5:3 yaml: `fm4j` is here twice; keep one",
    ),
    "short addresses with a misspelt key": (
        ADDRESSES,
        "sections:",
        "section:",
        f"{ADDRESSES}:3:1 schema: `section` is not a key that is known here; "
        "did you mean `sections`?",
    ),
    "a code of a system without a name": (
        "content/guide.yml",
        "system: leaf",
        "system: leef",
        "content/guide.yml:171:6 schema: `codes.1.system`: `codes_page.systems` has no `leef`; "
        "name it there",
    ),
    "a code twice, but for small letters": (
        "content/guide.yml",
        'system: leaf, code: "2077"',
        "system: tea-board, code: t18.7",
        "content/guide.yml:171:25 schema: `codes.1.code`: `t18.7` is here twice; keep one, with "
        "all its topics",
    ),
}

# What a whole file holds, and the one finding that it gives.
FILES = {
    "an empty file": (b"", ":1:1 file: the file is empty; write it or delete it"),
    "a file that is not UTF-8": (
        b"---\nid: calm-tea\ntitle: caf\xe9\n",
        ":3:11 file: byte 0xE9 is not UTF-8; save the file as UTF-8",
    ),
    "a file of 20 MB": (
        b"x" * 20_000_000,
        ":1:1 file: the file has more than 1,000,000 bytes; split it up",
    ),
    "a file without front matter": (
        b"# Tea\n",
        ":1:1 front-matter: a topic starts with front matter; begin the file with a line `---`",
    ),
    "front matter that never ends": (
        b"---\nid: calm-tea\n",
        ":1:1 front-matter: the front matter is never closed; end it with a line `---`",
    ),
    "front matter that is a list": (
        b"---\n- calm-tea\n---\n",
        ":2:1 schema: `this` should be a list of `name: value`; write it so",
    ),
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    shutil.copytree(TEA / "content", tmp_path / "content")
    return tmp_path


def _check(guide: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in this process, which spares each test its start; whatever it raises fails.

    The cache is left out, so that every test sees the reading itself.
    """
    command = ["check", "--root", str(guide), "--no-cache", *arguments]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    return subprocess.CompletedProcess(command, done.exit_code, done.stdout, done.stderr)


def _check_apart(guide: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as its users do."""
    command = [sys.executable, "-m", "plainguide", "check", "--root", str(guide), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _gives_only(done: subprocess.CompletedProcess[str], finding: str) -> None:
    first, last = done.stdout.splitlines()
    assert first == finding
    assert last.startswith("1 finding in 1 file.")
    assert done.stderr == ""
    assert done.returncode == 1


@pytest.mark.parametrize("name", EDITS)
def test_one_fault_gives_one_finding(guide: Path, name: str) -> None:
    path, old, new, finding = EDITS[name]
    text = (guide / path).read_text()
    assert old in text
    (guide / path).write_text(text.replace(old, new, 1))
    _gives_only(_check(guide, "--as-of", "2026-03-01"), finding)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_can_not_be_read_gives_one_finding(guide: Path, name: str) -> None:
    data, finding = FILES[name]
    (guide / TOPIC).write_bytes(data)
    _gives_only(_check(guide, "--as-of", "2026-03-01"), TOPIC + finding)


def test_two_topics_with_one_id_give_one_finding(guide: Path) -> None:
    shutil.copyfile(guide / TOPIC, guide / "content/topics/01-basics/copy.md")
    _gives_only(
        _check(guide, "--as-of", "2026-03-01"),
        f"content/topics/01-basics/copy.md:2:1 duplicate-id: the id `calm-tea` is taken by {TOPIC};"
        " choose another",
    )


def test_a_few_lines_can_not_unfold_into_gigabytes(guide: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(30))
    (guide / "content/evidence/bomb.yml").write_text(bomb)
    done = _check_apart(guide, "--as-of", "2026-03-01")
    assert done.returncode == 1
    assert "anchors and aliases are not used here; write the value out" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_all_findings_come_in_one_go_and_sorted(guide: Path) -> None:
    topic = (guide / TOPIC).read_text()
    changed = topic.replace("Wait {{ calm_tea.home_label.wait }}", "Wait 2 hours")
    (guide / TOPIC).write_text(changed.replace("calm.final.asleep", "calm.final.aslep"))
    done = _check_apart(guide, "--as-of", "2026-03-01")
    assert [line.split()[1] for line in done.stdout.splitlines()[:-1]] == [
        "unknown-name:",
        "unbound-number:",
    ]


def test_a_clean_guide_says_so_in_one_line(guide: Path) -> None:
    done = _check_apart(guide, "--as-of", "2026-03-01")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "No findings. 3 exceptions accepted.\n",
        "",
    )


def test_json_is_for_programs(guide: Path) -> None:
    done = _check_apart(guide, "--as-of", "2027-03-01", "--format", "json")
    assert done.returncode == 1
    assert [row["rule"] for row in json.loads(done.stdout)] == ["review-overdue"] * 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nonsense"], "No such option"),
        (["--format", "xml"], "Invalid value for '--format'"),
        (["--as-of", "2026-02-30"], "2026-02-30 is no date; write it as 2026-11-24"),
    ],
)
def test_wrong_usage_exits_with_2(guide: Path, arguments: list[str], message: str) -> None:
    done = _check_apart(guide, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_guide_is_wrong_usage(tmp_path: Path) -> None:
    done = _check_apart(tmp_path)
    assert done.returncode == 2
    assert "there is no guide here, for want of content/guide.yml" in done.stderr
