"""The settings of the page that makes several pages into one pack."""

from __future__ import annotations

from plainguide.model.base import Record, Text


class PackControls(Record):
    """What stands at the controls, which only the page's script shows.

    Attributes:
        nothing: how many pages are chosen, where there are none.
        one: the same, for one.
        some: the same, for more, with `{count}` in it.
        clear: the button that takes every tick away.
        unknown: told of an address that names pages which are not there, with `{ids}` in it.
        from_disk: why a copy on a disk can't print a pack, and what to do.
        failed: told where a page can't be loaded for printing, and what to do.
    """

    nothing: Text
    one: Text
    some: Text
    share: Text
    print: Text
    change: Text
    clear: Text
    unknown: Text
    from_disk: Text
    failed: Text


class PackPage(Record):
    """The words of the page.

    Attributes:
        title: of the page where pages are chosen, and of every link to it.
        lead: below it.
        give: above the plain reading's link, on pages of the full reading.
        yours: the page's title for those who open a pack.
        yours_lead: below that.
    """

    title: Text
    lead: Text
    give: Text
    yours: Text
    yours_lead: Text
    controls: PackControls
