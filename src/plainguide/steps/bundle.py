"""Part of step 4: make one small stylesheet and one small script of the many that a page names.

The theme keeps each feature in a file of its own; a phone on a slow network should ask for few and
small files. Pages that name the same files share one, called by the hash of its bytes, so that a
browser may keep it for ever.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from plainguide.steps.files import write_whole
from plainguide.steps.unused import names_in, without_unused

_SHEET = re.compile(
    r'[ \t]*<link rel="stylesheet" href="(?P<href>[^"]+)"(?: media="(?P<media>[^"]+)")?>\n?'
)
_SCRIPT = re.compile(r'[ \t]*<script src="(?P<href>[^"]+)" defer></script>\n?')
_URL = re.compile(r"url\((?!\s*[\"']?(?:data:|#))", re.IGNORECASE)
_STRICT = '"use strict";'
_MAPS = "*.map"


class BundleError(Exception):
    """A page names a file that is not there, or that can't be moved. The message says which."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A file that a page names.

    Attributes:
        base: what leads from the page to the site's root.
        path: the file, from there.
        media: for what it counts; empty where for everything.
    """

    base: str
    path: str
    media: str


def bundle(site: Path) -> int:
    """Put bundles in the place of stylesheets and deferred scripts, in every page of a site.

    What no page names afterwards, and no script either, is removed.

    Args:
        site: the folder of the built site.

    Returns:
        How many bundles there are.

    Raises:
        BundleError: where a page names a local file that is missing, or a stylesheet names another
            file, whose address would no longer be right.
    """
    pages = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    scripts = (path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.js")))
    maker = _Maker(site, names_in(pages.values(), scripts))
    for page, html in pages.items():
        made = maker.page(page, html)
        if made != html:
            write_whole(page, made.encode())
    maker.clean()
    return len(maker.bundles)


class _Maker:
    """Makes the bundles of one site."""

    def __init__(self, site: Path, names: Collection[str]) -> None:
        self._site = site
        self._names = names
        self._texts: dict[str, str] = {}
        self._done: dict[tuple[tuple[str, str], ...], str] = {}
        self.bundles: set[str] = set()
        self.merged: set[str] = set()

    def page(self, page: Path, html: str) -> str:
        """A page that names bundles."""
        for pattern, tag, ending in (
            (_SHEET, '<link rel="stylesheet" href="{}">\n', "css"),
            (_SCRIPT, '<script src="{}" defer></script>\n', "js"),
        ):
            matches = list(pattern.finditer(html))
            named = [self._named(page, match) for match in matches]
            if not named:
                continue
            name = self._bundle([(n.path, n.media) for n in named], ending)
            for match in reversed(matches[1:]):
                html = html[: match.start()] + html[match.end() :]
            first = matches[0]
            html = html[: first.start()] + tag.format(named[0].base + name) + html[first.end() :]
        return html

    def clean(self) -> None:
        """Remove what was merged, and the maps of files that are gone."""
        for path in self.merged:
            (self._site / path).unlink(missing_ok=True)
        for found in sorted((self._site / "assets").rglob(_MAPS)):
            found.unlink()
        for folder in sorted((p for p in self._site.rglob("*") if p.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()

    def _named(self, page: Path, match: re.Match[str]) -> _Named:
        """The file that a tag names: the longest end of its address that is a file of the site."""
        href = match["href"]
        parts = href.split("/")
        for start in range(len(parts)):
            path = "/".join(parts[start:])
            if parts[start] not in {"", ".", ".."} and (self._site / path).is_file():
                media = match["media"] if "media" in match.re.groupindex else ""
                return _Named(href[: len(href) - len(path)], path, media or "")
        where = page.relative_to(self._site).as_posix()
        raise BundleError(f"{where} names {href}, and there is no such file; look in the theme")

    def _bundle(self, files: list[tuple[str, str]], ending: str) -> str:
        """The path of the bundle of these files."""
        key = tuple(files)
        if key not in self._done:
            texts = (self._text(path, media) for path, media in files)
            data = (_one_script(texts) if ending == "js" else "".join(texts)).encode()
            name = f"assets/{sha256(data).hexdigest()[:12]}.{ending}"
            write_whole(self._site / name, data)
            self._done[key] = name
            self.bundles.add(name)
            self.merged.update(path for path, _ in files)
        return self._done[key]

    def _text(self, path: str, media: str) -> str:
        """A file made small; its text counts only for its media."""
        if path not in self._texts:
            text = (self._site / path).read_text(encoding="utf-8")
            if path.endswith(".css"):
                if _URL.search(text):
                    raise BundleError(f"{path} names another file; put it in as data:")
                text = without_unused(str(cssmin(text)), self._names)
            else:
                text = str(jsmin(text))
            self._texts[path] = text
        text = self._texts[path]
        return f"@media {media}{{{text}}}" if media else text


def _one_script(texts: Iterable[str]) -> str:
    """Scripts in one file. What a script says of itself at its head counts for all of them."""
    return f"{_STRICT}\n" + "\n".join(text.removeprefix(_STRICT).strip() for text in texts) + "\n"
