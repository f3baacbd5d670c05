"""What the picture says that stands beside a link to a page, where people share it."""

from __future__ import annotations

from dataclasses import dataclass

from plainguide.model.guide import Settings
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.pages import Page


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card.

    Attributes:
        readings: whose page it is; both where it is no reading's.
        names: what these are called, in the same order.
        title: the page's.
        site: the guide's title; empty where the page's title says it.
        state: what is to be said of the page's review.
        reviewed: whether a sign-off holds.
    """

    readings: tuple[ReadingName, ...]
    names: tuple[str, ...]
    title: str
    site: str
    state: str
    reviewed: bool

    @property
    def alternative(self) -> str:
        """The same for those who do not see the card."""
        said = [", ".join(self.names), self.title, self.site, self.state]
        return ". ".join(part.rstrip(".") for part in said if part) + "."


def card_path(page: str) -> str:
    """Where the card of a page stands among the pages, by the path of the page."""
    return f"cards/{page.removesuffix('.md')}.png"


def card_of(page: Page, settings: Settings) -> Card:
    """The words of a page's card."""
    own = [name for name in READINGS if page.meta.get("reading") == name]
    readings = tuple(own) or READINGS
    names = tuple(settings.readings.of(name).name for name in readings)
    title = str(page.meta["title"])
    if title in names:
        title = settings.title
    return Card(
        readings=readings,
        names=names,
        title=title,
        site="" if title == settings.title else settings.title,
        state=_state(page, settings),
        reviewed=page.meta.get("review_state") == "reviewed",
    )


def _state(page: Page, settings: Settings) -> str:
    """The title of the page's own notice; or when it was reviewed, where it needs none."""
    to_patients = page.meta.get("reading") == "patient" or page.path == "index.md"
    words = settings.readings.of("patient" if to_patients else "professional")
    state = page.meta.get("review_state", "not reviewed")
    if state == "reviewed":
        return f"Reviewed on {page.meta['reviewed_on']}"
    return words.not_reviewed[0] if state == "not reviewed" else words.changed_since_review[0]
