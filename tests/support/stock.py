"""A site of the same pages as MkDocs and Material make it: a peer to be faster than."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ruamel.yaml import YAML

from support.building import ROOT


def stock_site(pages: Path, folder: Path) -> Path:
    """Build the peer.

    Args:
        pages: compiled pages.
        folder: a new folder, to build in.

    Returns:
        The folder of the site.
    """
    yaml = YAML(typ="safe", pure=True)
    ours = yaml.load((ROOT / "mkdocs.yml").read_text())
    config = {
        "site_name": "Stock",
        "docs_dir": str(pages),
        "site_dir": str(folder / "site"),
        "theme": {"name": "material", "features": ["navigation.prune"]},
        "markdown_extensions": ours["markdown_extensions"],
    }
    with (folder / "mkdocs.yml").open("w") as file:
        yaml.dump(config, file)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
    )
    return folder / "site"
