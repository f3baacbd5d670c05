"""The pictures of the README and their like: all can be taken anew, and all are there."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from PIL import Image
from playwright.sync_api import Browser

from support.building import ROOT

LEAST = 12
"""So many states of the site are worth a picture."""


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("screens", ROOT / "scripts" / "screens.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclass looks itself up there
    spec.loader.exec_module(module)
    return module


def test_every_picture_can_be_taken_and_is_kept(
    site: Path, browser: Browser, tmp_path: Path
) -> None:
    screens = _script()
    screens.take(site, tmp_path, browser)
    taken = {path.name for path in tmp_path.iterdir()}
    assert len(taken) >= LEAST
    assert taken == {path.name for path in (ROOT / "docs" / "screens").iterdir()}
    sizes = {f"{screen.name}.png": screen.size for screen in screens.SCREENS}
    for name in taken:
        with Image.open(tmp_path / name) as picture:
            assert picture.size == sizes.get(name, picture.size)
            assert len(picture.convert("1").getcolors() or []) == 2, f"{name} is blank"
