"""Small pages that open others: behind short addresses, former names and codes in small letters.

They need no theme, no script and no server. Their icon is named, and empty: a browser would ask the
server for one that is not there. Where a server can redirect by itself, the file
`_redirects` tells it the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from plainguide.model.addresses import Addresses, Compiled, reachable
from plainguide.model.guide import Guide, Settings
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.addresses import LOST, file_of, site_root

SHORT = "s/"
"""The folder of all short addresses."""

PRO = "pro/"
"""What follows a short address that opens the full reading."""

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {guide}</title>
<link rel="canonical" href="{canonical}">
<link rel="icon" href="data:,">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="{target}">{link}</a></p>
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Redirect:
    """One address that opens another.

    Attributes:
        path: its folder, from the site's root, such as `s/k7f3/`.
        to: the folder that it opens, likewise.
        anchor: the section there; empty for the whole page.
        title: what it opens.
        link: what it opens, with the reading that it is in.
    """

    path: str
    to: str
    anchor: str
    title: str
    link: str

    @property
    def target(self) -> str:
        """What it opens, with the section, from the site's root."""
        return f"{self.to}#{self.anchor}" if self.anchor else self.to


def short_path(short: str) -> str:
    """The folder of a short id, from the site's root."""
    return f"{SHORT}{short}/"


def redirects(guide: Guide, readings: Compiled) -> Iterator[Redirect]:
    """Every short address and every former address of a topic, in order.

    Args:
        guide: the guide, without errors.
        readings: its topics, compiled.
    """
    addresses = guide.addresses or Addresses()
    for short, target in addresses.sections.items():
        now = addresses.now(target)
        plain, full = _nearest(readings, now, "patient"), _nearest(readings, now, "professional")
        yield _to(now, plain, short_path(short), guide.settings, readings)
        yield _to(now, full, short_path(short) + PRO, guide.settings, readings)
    for old in addresses.moved:
        if "#" not in old:
            now = addresses.now(old)
            for name in READINGS:
                there = _nearest(readings, now, name)
                yield _to(now, there, f"{name}/{old}/", guide.settings, readings)
    yield from _small_letters(guide.settings)


def redirect_files(guide: Guide, readings: Compiled) -> dict[str, bytes]:
    """The files of all redirects, by path: a page each, and `_redirects` for servers."""
    every = list(redirects(guide, readings))
    if not every:
        return {}
    pages = {f"{r.path}index.html": _page(r, guide.settings).encode() for r in every}
    return {**pages, "_redirects": _for_servers(every, guide.settings).encode()}


def _small_letters(settings: Settings) -> Iterator[Redirect]:
    """Redirects of codes that are written in small letters, and have capitals."""
    systems = settings.codes_page.systems if settings.codes_page else {}
    for code in settings.codes:
        if code.path != (path := code.path.lower()):
            link = f"{systems[code.system].name} {code.code}: {code.name}"
            yield Redirect(path, code.path, "", code.name, link)


def _nearest(readings: Compiled, target: str, wanted: ReadingName) -> ReadingName:
    """The reading that is wanted, or else the only one that has this section."""
    there = reachable(readings, target)
    return wanted if wanted in there else there[0]


def _to(
    target: str, name: ReadingName, path: str, settings: Settings, readings: Compiled
) -> Redirect:
    """A redirect to a topic or a section in one reading."""
    topic, _, anchor = target.partition("#")
    reading = readings[topic][name]
    titles: Mapping[str, str] = {section.id: section.title for section in reading.sections}
    whole = reading.topic.front.title.for_(name)
    title = titles.get(anchor, whole)
    said = whole if title == whole else f"{whole}: {title}"
    link = f"{settings.readings.of(name).name} – {said}"
    return Redirect(path, f"{name}/{topic}/", anchor, title, link)


def _page(redirect: Redirect, settings: Settings) -> str:
    """The page that opens another, as HTML."""
    up = "../" * redirect.path.count("/")
    anchor = f"#{redirect.anchor}" if redirect.anchor else ""
    return _PAGE.format(
        language=escape(settings.language),
        title=escape(redirect.title),
        guide=escape(settings.title),
        canonical=escape(site_root(settings.url) + redirect.to),
        target=escape(f"{up}{redirect.to}index.html{anchor}"),
        link=escape(redirect.link),
    )


def _for_servers(every: list[Redirect], settings: Settings) -> str:
    """All redirects as Netlify and others read them; `!` because the small pages are there too.

    The last lines show each reading's own page to its lost readers.
    """
    root = urlsplit(settings.url).path.rstrip("/")
    lines = [f"{root}/{r.path} {root}/{r.target} 301!" for r in every]
    lines += [f"{root}/{name}/* {root}/{file_of(name + LOST)} 404" for name in READINGS]
    return "".join(f"{line}\n" for line in lines)
