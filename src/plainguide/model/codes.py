"""Codes of other systems, by which records can find a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from plainguide.model.base import Record, Slug, Text
from plainguide.model.fault import FaultAt
from plainguide.model.source import Https

CodeText = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$")]
"""A code as its system writes it. One of digits stands in quotes, or YAML makes it a number."""


class CodeSystem(Record):
    """A system of codes.

    Attributes:
        name: what readers know it by.
        uri: what programs know it by.
    """

    name: Text
    uri: Text


class CodesPage(Record):
    """The words of the pages by code.

    Attributes:
        systems: the systems, in the order of the list, by the name that addresses have.
        lead: at the head of the list of all codes.
        pages: at the head of a code's page, above the links.
        source: the link to where a code was read.
        read: the day on which it was, with `{date}` for that day.
        unread: of a code that nobody has read at its source.
        all: the link back to the list.
    """

    title: Text
    lead: Text
    systems: Mapping[Slug, CodeSystem] = Field(min_length=1)
    pages: Text
    source: Text
    read: Text
    unread: Text
    all: Text


class Code(Record):
    """A code, and the topics that answer it.

    Attributes:
        name: what it stands for, as its system says it.
        topics: ids, in the order of their links.
        source: where the code was read.
        checked: the day on which it was; `none` says that nobody has.
    """

    system: Slug
    code: CodeText
    name: Text
    topics: tuple[Slug, ...] = Field(min_length=1)
    source: Https
    checked: date | Literal["none"]

    @property
    def path(self) -> str:
        """The folder of its page, from the site's root."""
        return f"code/{self.system}/{self.code}/"


def refuse_faulty(codes: Iterable[Code], page: CodesPage | None) -> None:
    """Refuse codes of a system that has no name here, and codes that are there twice.

    Raises:
        FaultAt: with the first of them.
    """
    seen: set[str] = set()
    for number, code in enumerate(codes):
        if page is None or code.system not in page.systems:
            message = f"`codes_page.systems` has no `{code.system}`; name it there"
            raise FaultAt(message, "codes", number, "system")
        # Two addresses that differ in case only are one on some disks.
        if (path := code.path.lower()) in seen:
            message = f"`{code.code}` is here twice; keep one, with all its topics"
            raise FaultAt(message, "codes", number, "code")
        seen.add(path)
