"""An address under a name that is reserved for examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.registry import Compiled, Hit, each_guide, warns
from plainguide.model.guide import Guide
from plainguide.model.place import Place

_HOST = re.compile(r"^(?:https://|[^@\s]+@)(?P<host>[^/:?#]+)")
_RESERVED = re.compile(
    r"(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$", re.IGNORECASE
)


@warns
@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:  # noqa: ARG001 - a rule's shape
    """Find addresses in the guide's settings that can never be reached.

    Why:    handouts and QR codes carry the site's address on paper, and reports of mistakes go to
            the address that is given; under a reserved name both are lost.
    Bad:    url: https://tea-guide.example
    Good:   url: https://tea-guide.org
    Source: RFC 2606 and RFC 6761: `example`, `invalid`, `test`, `localhost`, and `example.com`,
            `example.net` and `example.org` are set aside, so nobody has a site or mail there.
    """
    settings, report = guide.settings, guide.settings.report
    named = {"url": settings.url}
    if report:
        named |= {"report.url": report.url or "", "report.email": report.email or ""}
    for key, address in named.items():
        host = _HOST.match(address)
        if host and _RESERVED.search(host["host"]):
            message = f"{host['host']} is reserved for examples; give the real address"
            yield (
                guide.places.get(key, Place("content/guide.yml")),
                f"{message} before anything is published",
            )
