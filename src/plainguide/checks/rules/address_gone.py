"""A short address that an earlier edition had, and that is not there now."""

from __future__ import annotations

from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.addresses import Addresses
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find ids that a record in `content/history/` has and `content/addresses.yml` lacks.

    Why:    an id is for ever: it stands on paper, behind printed squares and in records of
            patients.
    Bad:    (k7f3 was in edition 2.0, and is taken out)
    Good:   sections: {k7f3: calm-tea}   (what stands in for it now)
    Source: W3C, Cool URIs don't change.
    """
    if guide.addresses is None and "addresses" in guide.places:
        return  # The file is there and cannot be read, which is told already.
    now = guide.addresses or Addresses()
    gone: dict[str, tuple[str, str]] = {}
    for edition in guide.history:
        for short, target in edition.addresses.items():
            if short not in now.sections:
                gone[short] = edition.version, target
    for short, (version, target) in gone.items():
        message = f"`{short}` led to `{target}` in edition {version}; put it back"
        place = guide.places.get("addresses.sections", Place("content/addresses.yml"))
        yield place, f"{message}, or let it lead to what stands in for that now"
