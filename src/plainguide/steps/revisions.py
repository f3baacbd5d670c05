"""The content as it is in a folder, or as it was at a revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

from plainguide.steps.files import read_all
from plainguide.steps.layout import Layout


class RevisionError(Exception):
    """There is no content under this name. The message says what was tried."""


def content_at(layout: Layout, where: str) -> Mapping[str, bytes]:
    """The bytes of every content file, by path from the guide's root.

    Args:
        layout: the guide whose history is asked where `where` is no folder.
        where: a guide's folder, its `content/` itself, or a git revision.

    Raises:
        RevisionError: where it is none of these.
    """
    folder = Path(where)
    if (folder / "content").is_dir():
        return read_all(folder.resolve() / "content", folder.resolve())
    if (folder / "guide.yml").is_file():
        folder = folder.resolve()
        return {f"content/{path}": data for path, data in read_all(folder, folder).items()}
    return _from_git(layout, where)


def _from_git(layout: Layout, revision: str) -> Mapping[str, bytes]:
    """The content at a git revision."""
    command = ("git", "archive", "--format=tar", "--end-of-options", revision, "content")
    try:
        done = subprocess.run(command, cwd=layout.root, capture_output=True, check=False)  # noqa: S603 - no shell, and a revision cannot be an option here
    except FileNotFoundError:
        raise RevisionError(f"{revision}: no such folder, and git is not installed") from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise RevisionError(f"{revision}: neither a guide's folder nor a git revision ({reason})")
    found: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None:
                found[member.name] = file.read()
    return found
