"""`mkdocs.yml` and the engine must mean the same thing."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML

from plainguide.read.markdown import EXTENSIONS
from support.building import ROOT


def _config() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load((ROOT / "mkdocs.yml").read_text())
    return loaded


def test_names_the_same_markdown_extensions_as_the_engine() -> None:
    listed = [next(iter(e)) if isinstance(e, dict) else e for e in _config()["markdown_extensions"]]
    assert sorted(listed) == sorted(EXTENSIONS)


def test_asks_no_other_server_for_fonts() -> None:
    assert _config()["theme"]["font"] is False


def test_builds_from_the_compiled_pages_into_a_folder_of_its_own() -> None:
    assert (_config()["docs_dir"], _config()["site_dir"]) == ("build/pages", "build/site")
