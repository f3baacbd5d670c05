"""Bind all plain pages into one book, as EPUB and as one HTML file.

Templates and styles are in `theme/book/`.
"""

from __future__ import annotations

import mimetypes
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from lxml import etree
from markupsafe import Markup

from plainguide.exports.book.chapter import (
    Binding,
    ChapterError,
    chapter_html,
    chapter_id,
    images_in,
)
from plainguide.exports.book.container import epub_file
from plainguide.exports.book.whole import Part, names_of, pages_of
from plainguide.exports.headers import hash_of
from plainguide.exports.plain.page import lasting_address
from plainguide.model.guide import Guide
from plainguide.model.image import published_at
from plainguide.model.place import Finding, Place
from plainguide.model.topic import ReadingName
from plainguide.read.guide import GLOSSARY
from plainguide.readings.addresses import address_of, book_of
from plainguide.readings.pages import Page
from plainguide.readings.phrase import day
from plainguide.steps.check import FindingsError
from plainguide.steps.cover import cover
from plainguide.steps.layout import Layout

READING: ReadingName = "patient"
"""Whose book it is."""
STYLE = "book.css"
_RULE = "book"
_FOLDER = "EPUB"


def chapter_path(page: Page) -> str:
    """Where the chapter of a page is in the EPUB."""
    return f"{_FOLDER}/pages/{chapter_id(page)}.xhtml"


class Binder:
    """Makes books of the same pages."""

    def __init__(
        self, guide: Guide, parts: Sequence[Part], html: Mapping[str, str], layout: Layout
    ) -> None:
        """Prepare.

        Args:
            guide: the guide.
            parts: what stands in the books.
            html: the body of each page, by its path.
            layout: where the guide lies.
        """
        self._guide, self._parts, self._html, self._layout = guide, parts, html, layout
        self._inside = names_of(parts)
        shown = {path for page in pages_of(parts) for path in images_in(page, html[page.path])}
        files = {published_at(path): layout.root / path for path in guide.images}
        self._images = {path: files[path] for path in sorted(shown & files.keys())}
        self._env = Environment(
            loader=FileSystemLoader(layout.theme / "book"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def epub(self) -> bytes:
        """The book as EPUB 3."""
        settings = self._guide.settings
        binding = Binding(
            place=lambda chapter, anchor: f"{chapter}.xhtml{'#' if anchor else ''}{anchor}",
            picture=lambda path: f"../{path}",
            prefix=lambda _: "",
            deeper=0,
            xml=True,
        )
        whole = self._whole(binding, "pages/")
        label = settings.page_facts.edition.for_(READING)
        edition = f"{label} {settings.edition.version}, {whole['edition_words']}"
        words = (settings.title, settings.readings.of(READING).name, edition)
        state = whole["notice"][0] if whole["notice"] else ""
        name = book_of(settings.title, "epub")
        whole |= {
            "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, self._root(name))}",
            "cover_words": ". ".join((*words, state) if state else words),
            "images": [
                {"path": path, "kind": mimetypes.guess_type(path)[0] or "image/png"}
                for path in self._images
            ],
        }
        files = {
            "style.css": style_of(self._layout, "style.css").encode(),
            "cover.png": cover(*words, state, self._layout.theme),
            **{path: file.read_bytes() for path, file in self._images.items()},
        }
        for template in ("package.opf", "nav.xhtml", "cover.xhtml", "title.xhtml"):
            files[template] = self._xml(template, f"theme/book/{template}", whole)
        for page, chapter in zip(pages_of(self._parts), whole["chapters"], strict=True):
            path = f"pages/{chapter['id']}.xhtml"
            files[path] = self._xml("chapter.xhtml", self._source_of(page), whole, chapter=chapter)
        inside = {f"{_FOLDER}/{path}": data for path, data in files.items()}
        return epub_file(inside, settings.edition.date)

    def html(self) -> bytes:
        """The book as one HTML file, which needs no other."""
        binding = Binding(
            place=lambda chapter, anchor: f"#{chapter}--{anchor}" if anchor else f"#{chapter}",
            picture=self._embedded,
            prefix=lambda chapter: f"{chapter}--",
            deeper=1,
            xml=False,
        )
        style = style_of(self._layout)
        more = {"style": Markup(style), "style_hash": Markup(hash_of(style))}  # noqa: S704 - the theme's own
        return self._render("book.html", self._whole(binding, ""), **more).encode()

    def _whole(self, binding: Binding, folder: str) -> dict[str, Any]:
        """All that templates speak of.

        Args:
            binding: how the book holds its chapters.
            folder: where chapters are, seen from the book's first page.
        """
        settings = self._guide.settings
        parts = [
            {"title": part.title, "chapters": [self._chapter(p, binding) for p in part.pages]}
            for part in self._parts
        ]
        urgent, way = settings.front_page.urgent, ""
        if urgent and urgent.topic in self._inside.values():
            way = binding.place(urgent.topic, urgent.section or "")
        states = {page.meta.get("review_state", "reviewed") for page in pages_of(self._parts)}
        words = settings.readings.of(READING)
        return {
            "guide": settings,
            "reading": READING,
            "title": f"{settings.title}: {words.name}",
            "address": address_of(f"{READING}/index.md", settings.url),
            "edition_words": day(settings.edition.date),
            "notice": None if states == {"reviewed"} else words.not_reviewed,
            "urgent": way if way.startswith("#") or not way else folder + way,
            "parts": parts,
            "chapters": [chapter for part in parts for chapter in part["chapters"]],
        }

    def _chapter(self, page: Page, binding: Binding) -> dict[str, Any]:
        """One page as templates speak of it."""
        settings = self._guide.settings
        try:
            html = chapter_html(page, self._html[page.path], self._inside, settings.url, binding)
        except ChapterError as error:
            raise _fault(self._source_of(page), str(error)) from None
        return {
            "id": chapter_id(page),
            "title": page.meta["title"],
            "glossary": bool(page.meta.get("glossary")),
            "html": Markup(html),  # noqa: S704 - made by our own compiler
            "facts_title": page.meta.get("facts_title", ""),
            "facts": page.meta.get("facts", ()),
            "address": lasting_address(page, settings),
        }

    def _xml(self, template: str, source: str, whole: Mapping[str, Any], **more: Any) -> bytes:  # noqa: ANN401 - whatever templates speak of
        """A filled template that is well-formed XML; a fault of its source where it is not."""
        data = self._render(template, whole, **more).encode()
        try:
            etree.fromstring(data)
        except etree.XMLSyntaxError as error:
            raise _fault(source, f"this makes no well-formed XHTML ({error.msg})") from None
        return data

    def _render(self, template: str, whole: Mapping[str, Any], **more: Any) -> str:  # noqa: ANN401 - same
        try:
            return self._env.get_template(template).render({**whole, **more})
        except TemplateNotFound as error:
            raise _fault(f"theme/book/{error.name}", "the books need this, and lack it") from None
        except TemplateError as error:
            raise _fault(f"theme/book/{template}", f"{error}") from None

    def _source_of(self, page: Page) -> str:
        """The file that a page was written in."""
        paths = {topic.front.id: topic.path for topic in self._guide.topics}
        return paths.get(str(page.meta.get("topic")), f"content/{GLOSSARY}")

    def _embedded(self, path: str) -> str:
        """An image as a data URI."""
        file = self._images.get(path)
        if file is None:
            return self._root(path)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return f"data:{kind};base64,{b64encode(file.read_bytes()).decode()}"

    def _root(self, name: str) -> str:
        """What makes this edition of the book another than every other."""
        edition = self._guide.settings.edition
        return f"{address_of('index.md', self._guide.settings.url)}{name}#{edition.version}"


def style_of(layout: Layout, name: str = STYLE) -> str:
    """A style of the books, as the theme has it; the one that stands in the HTML book, or another.

    Raises:
        FindingsError: where it is not there.
    """
    try:
        return (layout.theme / "book" / name).read_text(encoding="utf-8")
    except OSError as error:
        message = f"the books need this, and it can't be read: {error.strerror}"
        raise _fault(f"theme/book/{name}", message) from None


def _fault(path: str, message: str) -> FindingsError:
    return FindingsError((Finding(Place(path), _RULE, message),))
