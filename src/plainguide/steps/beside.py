"""What is published beside the pages: files that no builder needs to understand.

They are written where the pages are, so that every builder copies them to the site as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from plainguide.exports.every import exports
from plainguide.exports.feeds import feed
from plainguide.exports.headers import headers_file, policy_of
from plainguide.exports.llms import llms_txt
from plainguide.exports.sitemap import robots_txt, sitemap_xml
from plainguide.model.guide import Guide
from plainguide.model.image import published_at
from plainguide.model.place import Finding, Place
from plainguide.model.topic import READINGS
from plainguide.readings.cards import card_of, card_path
from plainguide.readings.changes_page import FEEDS
from plainguide.readings.codes_page import codes_json
from plainguide.readings.copy_pages import SEVERAL
from plainguide.readings.pages import Page
from plainguide.readings.search import search_files
from plainguide.readings.short_pages import SHORT, redirect_files
from plainguide.readings.snapshot import snapshot_of
from plainguide.steps.binder import style_of
from plainguide.steps.book import read_along
from plainguide.steps.cards import cards
from plainguide.steps.check import Checked, FindingsError
from plainguide.steps.copies import copy_files
from plainguide.steps.install import install_files
from plainguide.steps.layout import Layout

Maker = Callable[[Guide, Checked, Sequence[Page], Layout], Mapping[str, bytes]]
"""Makes files of one kind: bytes by path among the pages."""


def files_beside(
    guide: Guide, checked: Checked, made: Sequence[Page], layout: Layout
) -> dict[str, bytes]:
    """Every file beside the pages, by path.

    Args:
        guide: the guide.
        checked: the same with its readings, without errors.
        made: its compiled pages; those that nobody is to find get no files.
        layout: where the guide lies, for the files that are published as they are.
    """
    files: dict[str, bytes] = {}
    findable = [page for page in made if page.is_to_be_found]
    for make in MAKERS:
        files.update(make(guide, checked, findable, layout))
    return files


def _exports(guide: Guide, _checked: Checked, _made: Sequence[Page], _: Layout) -> dict[str, bytes]:
    return dict(exports(guide))


def _media(
    guide: Guide, _checked: Checked, _made: Sequence[Page], layout: Layout
) -> dict[str, bytes]:
    return {published_at(path): (layout.root / path).read_bytes() for path in guide.images}


def _search(guide: Guide, checked: Checked, _made: Sequence[Page], _: Layout) -> dict[str, bytes]:
    return search_files(checked.readings, guide)


def _finding(guide: Guide, _checked: Checked, made: Sequence[Page], _: Layout) -> dict[str, bytes]:
    return {
        "sitemap.xml": sitemap_xml(made, guide.settings),
        "robots.txt": robots_txt(guide.settings).encode(),
        "llms.txt": llms_txt(made, guide).encode(),
    }


def _feeds(guide: Guide, checked: Checked, _made: Sequence[Page], _: Layout) -> dict[str, bytes]:
    now = snapshot_of(guide, checked.readings)
    return {FEEDS[name]: feed(name, guide, checked.readings, now) for name in READINGS}


def _cards(
    guide: Guide, _checked: Checked, made: Sequence[Page], layout: Layout
) -> Mapping[str, bytes]:
    return cards({card_path(page.path): card_of(page, guide.settings) for page in made}, layout)


def _short(guide: Guide, checked: Checked, _made: Sequence[Page], _: Layout) -> dict[str, bytes]:
    return {**redirect_files(guide, checked.readings), **codes_json(guide)}


def _copies(
    guide: Guide, checked: Checked, _made: Sequence[Page], layout: Layout
) -> dict[str, bytes]:
    return copy_files(guide, checked.readings, layout)


def _install(
    guide: Guide, _checked: Checked, _made: Sequence[Page], layout: Layout
) -> dict[str, bytes]:
    return install_files(guide.settings, layout.theme)


def _read_along(
    guide: Guide, _checked: Checked, made: Sequence[Page], layout: Layout
) -> dict[str, bytes]:
    return read_along(guide, made, layout)


def _headers(
    _guide: Guide, _checked: Checked, made: Sequence[Page], layout: Layout
) -> dict[str, bytes]:
    place = layout.theme / "partials" / "policy.html"
    policy = policy_of(place.read_text(encoding="utf-8")) if place.is_file() else None
    if policy is None:
        where = Place(place.relative_to(layout.root).as_posix())
        message = "the policy for servers is taken from here, and there is none; write it"
        raise FindingsError((Finding(where, "theme", message),))
    style = style_of(layout)
    folders = (page.path.partition("/")[0].removesuffix(".md") for page in made)
    # What a code on paper opens must be as new as can be.
    fresh = {*folders, SEVERAL.rstrip("/"), SHORT.rstrip("/")} - {"index"}
    return {"_headers": headers_file(policy, style, fresh).encode()}


MAKERS: tuple[Maker, ...] = (
    _exports,
    _media,
    _search,
    _short,
    _copies,
    _finding,
    _feeds,
    _cards,
    _install,
    _read_along,
    _headers,
)
"""Every maker; a new kind of file is one function and one name here."""
