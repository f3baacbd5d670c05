"""Step 3: turn each patient page, and the glossary, into a PDF to take home.

The handout is made from the compiled page, so there is nothing to keep in step by hand. WeasyPrint
only logs what it thinks little of, such as a picture without alternative text; here every such
line is a fault of the topic, and no PDF is written.
"""

from __future__ import annotations

import logging
import mimetypes
import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html as lxml_html
from markupsafe import Markup
from weasyprint import HTML
from weasyprint.urls import URLFetcher

from plainguide.model.guide import Settings
from plainguide.model.place import Finding, Place
from plainguide.read.guide import GLOSSARY
from plainguide.read.markdown import to_html
from plainguide.readings.addresses import address_of, site_root
from plainguide.readings.copy_pages import copy_address
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day
from plainguide.steps.check import Checked, FindingsError
from plainguide.steps.files import write_changed
from plainguide.steps.layout import Layout

TEMPLATE = "handout.html"
_NOT_ON_PAPER = ("counterpart", "picture__table")
"""Links to the other reading; and tables that say what a picture's alternative text says too."""
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_ASIDE = "<svg></svg>"
_NAMES = re.compile(r"<(title|desc)\b[^>]*>(?P<text>[^<]*)</\1>")


def make_handouts(layout: Layout, checked: Checked, made: list[Page]) -> list[Path]:
    """Make the handout of every patient page that has one: each topic, and the glossary.

    Args:
        layout: where the guide lies.
        checked: the guide, without findings.
        made: its compiled pages.

    Returns:
        The PDFs, in the order of the pages.

    Raises:
        FindingsError: where a handout could not be made as it should be; nothing is written.
    """
    if checked.guide is None:
        raise FindingsError(checked.findings)
    paths = {topic.front.id: topic.path for topic in checked.guide.topics}
    found: list[Finding] = []
    files: dict[str, bytes] = {}
    for page in made:
        if (name := handout_name(page)) is None:
            continue
        html = handout_html(page, checked.guide.settings, layout)
        pdf, faults = _pdf(html, layout.theme / "handout", _digest(layout.theme / "handout"))
        place = Place(paths.get(str(page.meta.get("topic")), f"content/{GLOSSARY}"))
        found += [Finding(place, "handout", fault) for fault in faults]
        files[name] = pdf
    if found:
        raise FindingsError(tuple(sorted(found)))
    write_changed(layout.handouts, files)
    return [layout.handouts / name for name in files]


def handout_name(page: Page) -> str | None:
    """The file of the handout that is made from a page; none where none is."""
    if page.meta.get("reading") != "patient" or "handout" not in page.meta:
        return None
    return str(page.meta["handout"]).rpartition("/")[2]


def handout_html(page: Page, settings: Settings, layout: Layout) -> str:
    """The handout of one page, as the HTML that is printed; its images are part of it."""
    address = address_of(page.path, settings.url)
    # What is printed must stay: the short address outlives a change of the page's name.
    short = f"{site_root(settings.url)}{page.meta['short']}" if "short" in page.meta else address
    env = Environment(
        loader=FileSystemLoader(layout.theme / "handout"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    html = to_html(page.body)
    # Pictures are set aside, because the parser of HTML would write their attributes small.
    body, terms = _paper(_SVG.sub(_ASIDE, html), address, layout.pages / page.path)
    return env.get_template(TEMPLATE).render(
        page=page.meta,
        guide=settings,
        body=Markup(_with_pictures(body, _SVG.findall(html))),  # noqa: S704 - made by our own compiler
        terms=terms,
        address=short,
        short_address=short.removeprefix("https://").rstrip("/"),
        qr_code=qr_code(copy_address(page, settings)),
        edition_date=settings.edition.date.isoformat(),
        edition_date_words=day(settings.edition.date),
    )


def qr_code(address: str) -> str:
    """A QR code as a data URI of an SVG picture."""
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_data_uri(border=2, dark="#000", light="#fff", omitsize=True))


def _paper(fragment: str, address: str, page: Path) -> tuple[str, list[tuple[str, str]]]:
    """A page's HTML without what only a screen can do, its links written out in full.

    Returns:
        The HTML, and the terms of the glossary on the page, each with what it means.
    """
    tree = lxml_html.fragment_fromstring(fragment, create_parent="div")
    for name in _NOT_ON_PAPER:
        for element in tree.find_class(name):
            element.drop_tree()
    terms = [(str(link.text), link.get("data-tip", "")) for link in tree.find_class("term")]
    for link in tree.find_class("term"):
        link.drop_tag()
    for image in tree.iter("img"):
        file = page.parent / image.get("src", "")
        if not image.get("src", "").startswith("data:") and file.is_file():
            image.set("src", _embedded(file))
    tree.make_links_absolute(address.rstrip("/").rpartition("/")[0] + "/")
    for link in tree.iter("a"):
        target, mark, anchor = link.get("href", "").partition("#")
        if target.endswith(".md"):
            folder = target.removesuffix(".md").removesuffix("/index")
            link.set("href", f"{folder}/{mark}{anchor}")
    for link in tree.iter("a"):
        before, _, anchor = link.get("href", "").partition("#")
        if before in {address, address.rstrip("/").rpartition("/")[0] + "/"} and anchor:
            link.set("href", f"#{anchor}")
    return "".join(lxml_html.tostring(child, encoding="unicode") for child in tree), terms


def _embedded(path: Path) -> str:
    """An image as a data URI, so that the printed bytes do not depend on where it lies."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(path.read_bytes()).decode()}"


def _with_pictures(body: str, pictures: list[str]) -> str:
    """A page's HTML with its pictures put back."""
    left = iter(pictures)
    return re.sub(_ASIDE, lambda _: _printable(next(left)), body)


def _printable(svg: str) -> str:
    """A picture whose title is all that it says of itself, in the handout's font.

    WeasyPrint takes a picture's alternative text from its title alone, and does not hand the page's
    styles on to it.
    """
    title, description = (match["text"] for match in _NAMES.finditer(svg))
    said = f"{title}{'' if title.endswith(('?', '!', '.')) else '.'} {description}"
    named = _NAMES.sub("", svg).replace(">", f"><title>{said}</title>", 1)
    return named.replace("<svg ", '<svg font-family="Source Sans 3" ', 1)


@lru_cache(maxsize=256)
def _pdf(html: str, templates: Path, _templates_digest: str) -> tuple[bytes, tuple[str, ...]]:
    """The PDF, and what WeasyPrint had to say about it; kept, so that `serve` makes only news."""
    identifier = sha256(html.encode()).digest()[:16]
    with _log_lines() as lines:
        document = HTML(
            string=html,
            base_url=templates.as_uri() + "/",
            url_fetcher=URLFetcher(allowed_protocols=("file", "data")),
        )
        pdf = document.write_pdf(
            pdf_variant="pdf/ua-1", pdf_identifier=identifier, custom_metadata=True
        )
    return pdf, tuple(dict.fromkeys(lines))


def _digest(folder: Path) -> str:
    """What the templates, styles and fonts are, so that a change of theirs is seen."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


@contextmanager
def _log_lines() -> Iterator[list[str]]:
    """Gather all that WeasyPrint logs at the level of a warning or above."""
    lines: list[str] = []

    class Gather(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(" ".join(record.getMessage().split()))

    logger = logging.getLogger("weasyprint")
    handler = Gather(level=logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
