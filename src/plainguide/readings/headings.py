"""The headings of sections, with their short ids and the names that they had."""

from __future__ import annotations

from collections.abc import Mapping

from plainguide.model.addresses import Addresses
from plainguide.model.reading import Reading, Section


def headings(reading: Reading, addresses: Addresses | None) -> Mapping[str, str]:
    """The headings of a page as Markdown: `## Title {#its-id data-short=k7f3}`, by section.

    Before a heading stands an anchor without words for each id that the section had on this page,
    or on one that this page has replaced, so that old links still land there.

    Args:
        reading: the page's reading.
        addresses: the short addresses, where the guide has any.
    """
    taken = set(reading.anchors)
    found: dict[str, str] = {}
    for section in reading.sections:
        if section.id:
            anchors = [id_ for id_ in _former(section, reading, addresses) if id_ not in taken]
            taken.update(anchors)
            found[section.id] = "".join(
                [
                    *(f'<div id="{id_}"></div>\n\n' for id_ in anchors),
                    _line(section, reading, addresses),
                ]
            )
    return found


def _line(section: Section, reading: Reading, addresses: Addresses | None) -> str:
    """The heading itself."""
    short = addresses.id_of(f"{reading.topic.front.id}#{section.id}") if addresses else None
    return f"## {section.title} {{#{section.id}{f' data-short={short}' if short else ''}}}"


def _former(section: Section, reading: Reading, addresses: Addresses | None) -> list[str]:
    """The ids that a section had where a link to them comes to this page now, each once."""
    if addresses is None:
        return []
    topic = reading.topic.front.id
    former = (old.partition("#") for old in addresses.former(f"{topic}#{section.id}"))
    ids = [id_ for was, _, id_ in former if id_ and addresses.now(was) == topic]
    return list(dict.fromkeys(ids))
