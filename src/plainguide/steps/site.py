"""Step 4: let MkDocs make the site from the compiled pages."""

from __future__ import annotations

import logging
import os
import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Protocol, cast

from plainguide.model.guide import Guide
from plainguide.model.topic import READINGS
from plainguide.readings.addresses import LOST, file_of
from plainguide.readings.pack_page import PACK
from plainguide.readings.take_home_page import TAKE_HOME
from plainguide.steps.check import Checked
from plainguide.steps.files import set_build_time
from plainguide.steps.layout import Layout
from plainguide.steps.pages import Prepared

PLUGIN = "plainguide"

_HREF = re.compile(r'(?P<before>\bhref=")(?P<path>[^"#?]*)(?P<after>[^"]*")')
_ADDRESS = re.compile(r'(?P<before>\b(?:href|src|data-root)=")(?P<path>[^"#?]*)(?P<after>[^"]*")')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_CORNER = re.compile(r"<th(?P<attributes>(?:\s[^<>]*)?)>\s*</th>")
_HANDOUT = re.compile(
    r'<a href="[^"]*/handouts/(?P<file>[^"/]+)" download aria-label[^>]*>[^<]*</a>'
)
_ABSOLUTE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|/)", re.IGNORECASE)


class SiteError(Exception):
    """MkDocs had something to complain about. The message is its own, one complaint a line."""


class _TakesPrepared(Protocol):
    """Our plugin, as far as this step knows it: it may be handed a guide and its pages."""

    prepared: Prepared | None


def build_site(layout: Layout, prepared: Prepared) -> int:
    """Build the site.

    Args:
        layout: where the guide lies; its pages and handouts are there already.
        prepared: the guide, and its pages.

    Returns:
        How many HTML pages the site has; those that only open others are not counted.

    Raises:
        SiteError: where MkDocs logs a warning or an error; the site that was there stays.
    """
    silence_banners()
    from mkdocs.commands.build import build  # noqa: PLC0415 - only after its banner is silenced
    from mkdocs.config import load_config  # noqa: PLC0415 - same
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415 - same

    with _complaints() as complaints:
        try:
            config = load_config(str(layout.config), strict=True)
            cast("_TakesPrepared", config.plugins[PLUGIN]).prepared = prepared
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except Abort as error:
            raise SiteError("\n".join(complaints) or str(error)) from None
        except MkDocsException as error:
            raise SiteError("\n".join([*complaints, str(error)])) from None
    made = (path.relative_to(layout.site) for path in layout.site.rglob("*.html"))
    return sum(1 for path in made if not (layout.pages / path).is_file())


def silence_banners() -> None:
    """Keep upstream's announcements off our reader's terminal; our README speaks of them."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def set_clock(guide: Guide) -> None:
    """Let every output carry the edition's date, so that it is the same on any day."""
    midnight = datetime.combine(guide.settings.edition.date, datetime.min.time(), tzinfo=UTC)
    set_build_time(int(midnight.timestamp()))


def navigation(checked: Checked) -> list[Any]:
    """MkDocs' `nav`: each reading with its groups, in the order of the settings."""
    if checked.guide is None:
        return []
    settings = checked.guide.settings
    nav: list[Any] = [{settings.title: "index.md"}]
    for name in READINGS:
        groups: list[Any] = [f"{name}/index.md"]
        for group in settings.groups:
            topics = [
                {readings[name].topic.front.title.for_(name): f"{name}/{topic}.md"}
                for topic, readings in checked.readings.items()
                if readings[name].topic.group == group.id
            ]
            if topics:
                groups.append({group.title.for_(name): topics})
        if checked.guide.glossary:
            groups.append({settings.glossary_page.title.for_(name): f"{name}/glossary.md"})
        nav.append({settings.readings.of(name).name: groups})
    nav.append({settings.explorer_page.title: "trials.md"})
    nav.append({settings.pack_page.title: PACK})
    nav.append({settings.paper.title: TAKE_HOME})
    nav.append({settings.evidence_page.title: "evidence/index.md"})
    nav.append({settings.changes_page.title: "changes.md"})
    return nav


def open_from_disk(html: str) -> str:
    """Make links to folders name the page in them, so that they work without a server too."""

    def with_page(match: re.Match[str]) -> str:
        path = match["path"]
        if not path or _ABSOLUTE.match(path):
            return match[0]
        if path.rpartition("/")[2] in {".", ".."}:
            path += "/"
        page = "index.html" if path.endswith("/") else ""
        return f"{match['before']}{path.removeprefix('./')}{page}{match['after']}"

    return _HREF.sub(with_page, html)


def scrolling_tables(html: str) -> str:
    """Put each plain table into a box that may scroll where the screen is narrow.

    A header cell without words heads nothing: in the corner of a table with headers on two sides a
    plain cell stands, as the W3C's tutorial on tables has it.
    """

    def in_box(match: re.Match[str]) -> str:
        table = _CORNER.sub(r"<td\g<attributes>></td>", match[0])
        return f'<div class="scrolls">{table}</div>'

    return _TABLE.sub(in_box, html)


def place_of_lost(path: str) -> str | None:
    """Where a page for lost readers lies on the site, which MkDocs would put elsewhere.

    Args:
        path: of any page among the pages.

    Returns:
        Its file, from the site's root; none for any other page.
    """
    return file_of(path) if path.endswith(LOST) else None


def for_paper(html: str, head: str, foot: str) -> str:
    """Let the page's styles know what to print above and below the text of each sheet."""
    said = f'data-head="{escape(head)}" data-foot="{escape(foot)}"'
    return html.replace("<html ", f"<html {said} ", 1)


def with_sizes(html: str, handouts: Path) -> str:
    """Say behind each link to a handout how large its file is.

    Args:
        html: the page that lists them.
        handouts: the folder of the PDFs.
    """

    def sized(match: re.Match[str]) -> str:
        path = handouts / match["file"]
        if not path.is_file():
            return match[0]
        size = f"{max(1, round(path.stat().st_size / 1000))} kB"
        return f'{match[0]} <span class="around size">({size})</span>'

    return _HANDOUT.sub(sized, html)


def from_root(html: str, address: str, root: str) -> str:
    """Make a page's own addresses hold wherever a server shows it.

    Args:
        html: the page.
        address: where the page itself lies, from the site's root, such as `patient/404.html`.
        root: the path of the site's root, such as `/` or `/guide/`.
    """

    def absolute(match: re.Match[str]) -> str:
        path = match["path"]
        if not path or _ABSOLUTE.match(path):
            return match[0]
        slash = "/" if path.endswith("/") else ""
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
        return f"{match['before']}{root}{inside}{slash}{match['after']}"

    return _ADDRESS.sub(absolute, html)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Gather what MkDocs and its themes log at the level of a warning or above."""
    lines: list[str] = []

    class Gather(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    handler = Gather(level=logging.WARNING)
    level, propagate = logger.level, logger.propagate
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate
