"""A link to another site that is not safe, or that nobody chose."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.same import Same
from plainguide.model.base import Record, Text
from plainguide.model.place import Place
from plainguide.model.reading import Reading
from plainguide.model.source import Source

_WITHIN = frozenset({"", "mailto", "tel"})


class ExternalLink(Record):
    """Where a guide may send its readers.

    Attributes:
        hosts: of other sites; each stands for those below it too, as `nhs.uk` for `www.nhs.uk`.
    """

    hosts: tuple[Text, ...] = ()


@follows(ExternalLink)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find links to other sites that are not `https://`, or lead where nobody decided to lead.

    Counted are links, addresses and images in the text, and `href` and `src` of raw HTML. A site
    is known where a source of the ledger is there, or the guide's file lists its host.

    Why: a link from a guide is read as its advice. A site that was not chosen may sell a cure, and
    one without `https` can be changed on its way.

    Bad:  [a list of trials](http://clinicaltrials.gov)
    Good: [a list of trials](https://clinicaltrials.gov)
    Source: NHS service manual, content guide on links to other sites; HTTPS as in RFC 9110, 4.2.2.
    """
    sources = _hosts_of(Same(compiled.guide.ledger.sources))
    for place, target in _targets(reading):
        if message := _fault(target, compiled.policy(ExternalLink).hosts, sources):
            yield place, message


def _targets(reading: Reading) -> Iterator[tuple[Place, str]]:
    """Every address that the text of a reading holds, once each."""
    for block in reading.blocks:
        of_elements = [
            (tag.place, value)
            for tag in block.tags
            for name, value in tag.attributes
            if name in {"href", "src", "action", "data", "poster"}
        ]
        yield from dict.fromkeys(
            [
                *((link.place, link.target) for link in block.links),
                *((image.place, image.target) for image in block.images),
                *of_elements,
            ]
        )


def _fault(target: str, hosts: Collection[str], sources: Collection[str]) -> str | None:
    """What is wrong with where a link leads, if anything."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return f"`{target}` is no address; correct it"
    if parts.scheme in _WITHIN and not parts.netloc:
        return None
    if parts.scheme != "https":
        shown = f"{parts.scheme}:" if parts.scheme else "//"
        return f"`{target}` begins with `{shown}`; use the address with `https://`"
    host = _host(target)
    if host in sources or any(host == name or host.endswith(f".{name}") for name in hosts):
        return None
    return (
        f"`{host}` is no source of this guide; link a source, or, if readers can trust the site, "
        "add it to content/rules/external-link.yml"
    )


def _host(target: str) -> str:
    return (urlsplit(target).hostname or "").removeprefix("www.")


@lru_cache(maxsize=8)
def _hosts_of(sources: Same[Mapping[str, Source]]) -> frozenset[str]:
    """The sites on which the ledger's sources are."""
    return frozenset(_host(source.url) for source in sources.it.values())
