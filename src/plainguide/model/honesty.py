"""What every page says of itself: how well checked, how current, and where to report a mistake."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, model_validator

from plainguide.model.base import Record, Slug, Text
from plainguide.model.source import Https
from plainguide.model.topic import TwoWordings

_SLOT = re.compile(r"\{([^{}]*)\}")
_OF_PAGE = ("title", "reading", "page", "edition")
_OF_MESSAGE = (*_OF_PAGE, "subject", "body")


def _slots(text: str, known: tuple[str, ...]) -> str:
    """Refuse a text with a slot that nothing fills."""
    for slot in _SLOT.findall(text):
        if slot not in known:
            can_be = ", ".join(f"{{{name}}}" for name in known)
            raise ValueError(f"nothing fills `{{{slot}}}`; use {can_be}")
    return text


Email = Annotated[str, StringConstraints(pattern=r"^[^\s@<>?&,;]+@[^\s@<>?&,;]+\.[a-z]{2,}$")]
"""An e-mail address, and nothing beside it."""

AboutPage = Annotated[Text, AfterValidator(lambda text: _slots(text, _OF_PAGE))]
"""Words with slots for `{title}`, `{reading}`, `{page}` (its address) and `{edition}`."""

FormAddress = Annotated[Https, AfterValidator(lambda text: _slots(text, _OF_MESSAGE))]
"""An address with the same slots, and `{subject}` and `{body}` for the whole message."""


class Report(Record):
    """Where readers report a mistake: exactly one of `email` and `url`.

    Attributes:
        email: gets a message that is begun for the reader.
        url: a form, such as that for a new issue; its slots are filled in, encoded.
        words: the link's.
        subject: of the message.
        body: of the message.
    """

    email: Email | None = None
    url: FormAddress | None = None
    words: TwoWordings
    subject: AboutPage
    body: AboutPage

    @model_validator(mode="after")
    def _one_way(self) -> Report:
        if (self.email is None) == (self.url is None):
            raise ValueError("give either `email` or `url`, so that reports come to one place")
        return self


class PageFacts(Record):
    """The words of the list at the foot of every page.

    Attributes:
        heading: of the list.
        not_reviewed: what it says where no clinician has signed the page.
        changed_since_review: what it says where an earlier version was signed.
        reviewed: what it says where a sign-off holds, with `{by}` and `{date}`.
        evidence: before the newest day on which what the page rests on was read.
        updated: before the day of the page's own last change.
        next_review: before the day by which it is to be looked at again.
        edition: before the guide's edition.
    """

    heading: TwoWordings
    not_reviewed: TwoWordings
    changed_since_review: TwoWordings
    reviewed: TwoWordings
    evidence: TwoWordings
    updated: TwoWordings
    next_review: TwoWordings
    edition: TwoWordings


class UrgentWay(Record):
    """The way from the front page to what cannot wait.

    Attributes:
        topic: the topic that tells of it.
        section: the id of its section in the patients' reading; the whole page where left out.
        words: the link's, for patients.
    """

    topic: Slug
    section: Slug | None = None
    words: Text


class LostPage(Record):
    """The words of the pages for an address that leads nowhere.

    Attributes:
        lead: below the title.
        all_pages: the link to the reading's list of topics.
        search: where the search is; shown only where it works.
    """

    title: TwoWordings
    lead: TwoWordings
    all_pages: TwoWordings
    search: TwoWordings
