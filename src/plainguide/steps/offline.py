"""The last part of step 4: what the site needs to be read without a connection.

The list of what a device keeps of each reading, the worker that keeps it, and the whole site as one
file. How much room each takes is told on the pages, so they are finished here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from plainguide.exports.kept import (
    VERSIONS,
    Kept,
    kept,
    list_json,
    list_path,
    megabytes,
    versions_json,
)
from plainguide.model.addresses import Compiled
from plainguide.model.guide import Guide, Settings
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.addresses import file_of
from plainguide.readings.pages import Page
from plainguide.readings.short_pages import redirects
from plainguide.steps.files import write_whole
from plainguide.steps.install import ICONS, MANIFEST
from plainguide.steps.offline_zip import READ_ME, SiteZip, in_zip, read_me, zip_name

WORKER = "sw.js"
SHARED = ("index.html", "404.html", "503.html")
"""Pages that are kept with either reading: the first, and those for what is not there."""

_KEEP_SIZE = b"<span data-keep-size></span>"
_ZIP_SIZE = b"<span data-zip-size></span>"


def make_offline(
    site: Path, theme: Path, guide: Guide, readings: Compiled, pages: Sequence[Page]
) -> None:
    """Add the worker, its lists and the zip to a built site.

    Args:
        site: the folder of the site, finished but for this.
        theme: the theme's folder, for the worker.
        guide: for names, words and the edition.
        readings: its topics, compiled, which short addresses open.
        pages: the compiled pages, which tell what belongs to which reading.
    """
    settings = guide.settings
    files = {p.relative_to(site).as_posix(): p.read_bytes() for p in _files(site)}
    before = dict(files)
    base = urlsplit(settings.url).path.rstrip("/") + "/"
    own = {
        name: [file_of(page.path) for page in pages if page.meta.get("reading") == name]
        for name in READINGS
    }
    ways = {name: _ways(guide, readings, name) for name in READINGS}

    def keep(name: ReadingName) -> Kept:
        there = [path for path in (*SHARED, *own[name]) if path in files]
        later = (path for path in files if path.startswith("js/"))  # loaded when they are wanted
        more = [f"search/{name}.js", *later, MANIFEST, *(icon.name for icon in ICONS)]
        return kept(there, more, files, base, ways[name])

    for name in READINGS:
        _fill(files, own[name], _KEEP_SIZE, keep(name).size)

    # The pages that tell the size of the zip go in last.
    overviews = [f"{name}/index.html" for name in READINGS]
    archive = SiteZip(settings.edition.date)
    archive.add({**files, READ_ME: read_me(settings)}, [READ_ME, *_others(files, overviews)])
    _fill(files, overviews, _ZIP_SIZE, archive.size)
    archive.add(files, overviews)

    what = {name: keep(name) for name in READINGS}
    files[WORKER] = (theme / "offline" / WORKER).read_bytes()
    files[VERSIONS] = versions_json(what, settings.edition)
    for name in READINGS:
        files[list_path(name)] = list_json(name, what[name], settings.edition)
    files[f"offline/{zip_name(settings)}"] = archive.finish()
    for path, data in files.items():
        if before.get(path) != data:
            write_whole(site / path, data)


def publish_zip(site: Path, build: Path, settings: Settings) -> None:
    """Put the zip beside the site too, where it is easily found, in place of any earlier one."""
    name = zip_name(settings)
    write_whole(build / name, (site / "offline" / name).read_bytes())
    for old in build.glob("*-offline.zip"):
        if old.name != name:
            old.unlink()


def _ways(guide: Guide, readings: Compiled, reading: ReadingName) -> dict[str, str]:
    """The addresses that open pages of a reading, such as short ones, and what each opens."""
    every = redirects(guide, readings)
    return {way.path: way.target for way in every if way.to.startswith(f"{reading}/")}


def _files(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*") if path.is_file())


def _others(files: Iterable[str], overviews: Sequence[str]) -> list[str]:
    return [path for path in files if in_zip(path) and path not in overviews]


def _fill(files: dict[str, bytes], paths: Iterable[str], mark: bytes, size: int) -> None:
    """Put a size where pages have left room for it."""
    told = mark.replace(b"></", f">{megabytes(size)}</".encode())
    for path in paths:
        files[path] = files[path].replace(mark, told)
