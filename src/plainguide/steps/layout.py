"""Where everything lies in a guide's folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plainguide.read.guide import SETTINGS


class NotAGuideError(Exception):
    """There is no guide in this folder. The message says what is missing."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of a guide, from its root."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Layout:
        """The layout of the guide in `root`.

        Raises:
            NotAGuideError: where `content/guide.yml` is not there.
        """
        layout = cls(root.resolve())
        if not (layout.content / SETTINGS).is_file():
            raise NotAGuideError(f"{root}: there is no guide here, for want of content/{SETTINGS}")
        return layout

    @property
    def content(self) -> Path:
        """All medical knowledge."""
        return self.root / "content"

    @property
    def theme(self) -> Path:
        """Templates, styles and scripts."""
        return self.root / "theme"

    @property
    def config(self) -> Path:
        """MkDocs' configuration."""
        return self.root / "mkdocs.yml"

    @property
    def pages(self) -> Path:
        """Compiled Markdown."""
        return self.root / "build" / "pages"

    @property
    def site(self) -> Path:
        """The static site."""
        return self.root / "build" / "site"

    @property
    def handouts(self) -> Path:
        """PDFs."""
        return self.root / "build" / "handouts"

    @property
    def cache(self) -> Path:
        """What earlier runs found out; hidden, and safe to delete."""
        return self.root / "build" / ".cache"
