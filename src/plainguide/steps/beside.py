"""What is published beside the pages: files that no builder needs to understand.

They are written where the pages are, so that every builder copies them to the site as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from plainguide.exports.every import exports
from plainguide.model.guide import Guide
from plainguide.model.image import published_at
from plainguide.readings.codes_page import codes_json
from plainguide.readings.pages import Page
from plainguide.readings.search import search_files
from plainguide.readings.short_pages import redirect_files
from plainguide.steps.check import Checked
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
        made: its compiled pages.
        layout: where the guide lies, for the files that are published as they are.
    """
    files: dict[str, bytes] = {}
    for make in MAKERS:
        files.update(make(guide, checked, made, layout))
    return files


def _exports(guide: Guide, _checked: Checked, _made: Sequence[Page], _: Layout) -> dict[str, bytes]:
    return dict(exports(guide))


def _media(
    guide: Guide, _checked: Checked, _made: Sequence[Page], layout: Layout
) -> dict[str, bytes]:
    return {published_at(path): (layout.root / path).read_bytes() for path in guide.images}


def _search(guide: Guide, checked: Checked, _made: Sequence[Page], _: Layout) -> dict[str, bytes]:
    return search_files(checked.readings, guide)


def _short(guide: Guide, checked: Checked, _made: Sequence[Page], _: Layout) -> dict[str, bytes]:
    return {**redirect_files(guide, checked.readings), **codes_json(guide)}


MAKERS: tuple[Maker, ...] = (_exports, _media, _search, _short)
"""Every maker; a new kind of file is one function and one name here."""
