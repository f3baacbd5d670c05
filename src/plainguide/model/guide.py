"""The guide as a whole: how it is set up, and all that it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from plainguide.model.acceptance import Acceptance
from plainguide.model.addresses import Addresses
from plainguide.model.base import LedgerName, Record, Slug, Text, Version
from plainguide.model.book import BookWords
from plainguide.model.codes import Code, CodesPage, refuse_faulty
from plainguide.model.copy_page import CopyPage
from plainguide.model.evidence import Ledger
from plainguide.model.explorer import ColumnWords, ExplorerPage
from plainguide.model.fault import FaultAt
from plainguide.model.glossary import Glossary
from plainguide.model.history import Snapshot
from plainguide.model.honesty import LostPage, PageFacts, Report, UrgentWay
from plainguide.model.image import ImageFile
from plainguide.model.offline import OfflineWords
from plainguide.model.pack import PackPage
from plainguide.model.paper import Pack, PaperWords
from plainguide.model.pictures import PictureWords
from plainguide.model.place import Place
from plainguide.model.quality import Assessment, Instrument
from plainguide.model.review import Reviews
from plainguide.model.sheets import Sheets
from plainguide.model.source import Https
from plainguide.model.topic import ReadingName, Topic, TwoWordings

Formula = Literal["flesch-kincaid", "smog", "gunning-fog", "coleman-liau", "ari"]


class Edition(Record):
    """Which edition of the guide this is. The dates of every output come from here."""

    version: Version
    date: date


class FrontPage(Record):
    """The one question of the front page, and its two answers.

    Attributes:
        urgent: the way to what cannot wait; none where a guide has nothing of the kind.
    """

    question: Text
    lead: Text
    answers: TwoWordings
    hints: TwoWordings
    urgent: UrgentWay | None = None


class ReadingWords(Record):
    """A reading's name, and what its pages say about themselves.

    Attributes:
        name: its short name, for the navigation and the ribbon of each page.
        overview: a sentence at the head of its list of topics.
        switch: the link from one of its pages to the same page of the other reading.
        switch_section: the same, at the foot of each section.
        not_reviewed: title and text of the notice of a page that no clinician has signed.
        changed_since_review: the same, of a page that was changed after the sign-off.
        review_due: title and text of the notice of a page whose review date is near or past, with
            `{date}` for that day; none where a guide does without.
        sources: heading of the list of sources.
        handout: the download button's words.
        minutes: how long a page takes to read: where that is one minute, and where it is `{n}`.
    """

    name: Text
    overview: Text
    switch: Text
    switch_section: Text
    not_reviewed: tuple[Text, Text]
    changed_since_review: tuple[Text, Text]
    review_due: tuple[Text, Text] | None = None
    sources: Text
    handout: Text
    minutes: tuple[Text, Text]


class Readings(Record):
    """The words of both readings."""

    patient: ReadingWords
    professional: ReadingWords

    def of(self, reading: ReadingName) -> ReadingWords:
        """The words of one reading."""
        return self.patient if reading == "patient" else self.professional


class EvidencePage(Record):
    """The words of the page that shows the ledger.

    Attributes:
        unconfirmed: heading of the list of what nobody has read at its source.
        all_confirmed: what stands there instead where there is nothing.
        disputed: heading of the figures that sources give differently.
        accepted: heading of the figures that a check finds fault with, and that stand all the same.
        downloads: heading of the ledger in formats for other programs.
    """

    title: Text
    lead: Text
    unconfirmed: Text
    all_confirmed: Text
    disputed: Text
    accepted: Text
    figures: Text
    sources: Text
    downloads: Text


class ChangesPage(Record):
    """The words of the page that says what changed.

    Attributes:
        pages: above the pages whose words changed.
        shown: above the changes of figures that pages show.
        others: above the rest of the ledger.
        nothing: where an edition changed nothing.
        first: of the first edition.
        feeds: before the links to the feeds of the same.
    """

    title: Text
    lead: Text
    pages: Text
    shown: Text
    others: Text
    nothing: Text
    first: Text
    feeds: Text = "Follow this in a feed reader"


class SentenceLimits(Record):
    """How many words the sentences of a patient page may have."""

    median: int = Field(ge=1)
    longest: int = Field(ge=1)


class GlossaryPage(Record):
    """The words of the glossary.

    Attributes:
        say: before how a term is said.
        also: before what the other reading calls a term.
        on_paper: heading of the terms at the end of a handout.
    """

    title: TwoWordings
    lead: TwoWordings
    say: Text
    also: TwoWordings
    on_paper: Text


class Group(Record):
    """A group of topics: a folder `NN-id` in `topics/`, and a heading in the navigation.

    Attributes:
        topics: the ids of its topics in the order of reading; those left out come after, by id.
    """

    id: Slug
    title: TwoWordings
    topics: tuple[Slug, ...] = ()


class Settings(Record):
    """`guide.yml`, typed.

    Attributes:
        url: where the site will be published; QR codes and canonical addresses use it.
        language: a BCP 47 tag.
        licence: the address of the licence that all may use its words under; none where it says
            nothing.
        report: where readers report mistakes; none where a guide does without.
        endpoints: what results of trials are set side by side by: short titles, in order.
        traits: what may be said of who took part in a trial: short titles, in order.
        reading_level: the highest school grade allowed for the patient reading, by formula.
        sentences: how long the sentences of the patient reading may be.
        names: names of medicines and tests that have no easier word; the report tells the reading
            level without them too.
        copy_page: the words of the pages that codes on paper open; without them the codes open the
            topics themselves.
        paper: the words of handouts.
        packs: topics that are printed together.
        sheets: paper beside the topics.
        codes_page: the words of the pages by code; needed where there are codes.
        codes: codes of other systems, each with the topics that answer it.
    """

    title: Text
    description: Text
    url: Https
    language: Text
    licence: Https | None = None
    edition: Edition
    front_page: FrontPage
    lost_page: LostPage
    page_facts: PageFacts
    report: Report | None = None
    evidence_page: EvidencePage
    changes_page: ChangesPage
    glossary_page: GlossaryPage
    explorer_page: ExplorerPage
    pack_page: PackPage
    copy_page: CopyPage | None = None
    endpoints: Mapping[LedgerName, Text] = Field(min_length=1)
    traits: Mapping[LedgerName, Text] = Field(default_factory=dict)
    pictures: PictureWords
    offline: OfflineWords = OfflineWords()
    book: BookWords = BookWords()
    paper: PaperWords = PaperWords()
    packs: tuple[Pack, ...] = ()
    readings: Readings
    reading_level: Mapping[Formula, Decimal] = Field(min_length=1)
    sentences: SentenceLimits | None = None
    names: tuple[Text, ...] = ()
    groups: tuple[Group, ...] = Field(min_length=1)
    sheets: Sheets = Sheets()
    codes_page: CodesPage | None = None
    codes: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _codes_are_of_systems(self) -> Settings:
        refuse_faulty(self.codes, self.codes_page)
        return self

    @model_validator(mode="after")
    def _columns_differ(self) -> Settings:
        for name in self.traits:
            if name in ColumnWords.model_fields:
                raise FaultAt(f"`{name}` is a column already; choose another name", "traits", name)
        for name in self.endpoints:
            if name in {*ColumnWords.model_fields, *self.traits}:
                message = f"`{name}` is a column already; choose another name"
                raise FaultAt(message, "endpoints", name)
        return self

    @model_validator(mode="after")
    def _columns_are_known(self) -> Settings:
        filters = {"therapy", "phase", "comparison", *self.traits}
        for name in self.explorer_page.filters:
            if name not in filters:
                message = f"there is no filter `{name}`; use one of {', '.join(sorted(filters))}"
                raise FaultAt(message, "explorer_page", "filters", name)
        for name in self.explorer_page.folded:
            if name not in {*filters, "cutoff", *self.endpoints}:
                message = f"there is no column `{name}` that can be put away; take it out"
                raise FaultAt(message, "explorer_page", "folded")
        return self


@dataclass(frozen=True, slots=True)
class Guide:
    """All that was read from `content/`.

    Attributes:
        syllables: the guide's own syllable counts, for words the dictionary lacks; none where
            their file is at fault, so that nothing can be said of any word.
        unreadable: ids of topics whose files are there but could not be read.
        history: what earlier editions said, oldest first.
        glossary: terms by name.
        instruments: what patient pages are assessed by; none where they are not.
        assessments: the answers, by topic.
        acceptances: exceptions to rules, as they stand beside what they excuse.
        images: every image file, by path.
        addresses: the short addresses; none where the guide does without, or their file is at
            fault.
        places: where each of the settings stands, such as `edition.version`, and each term of the
            glossary, such as `glossary.some-term`.
    """

    settings: Settings
    ledger: Ledger
    topics: tuple[Topic, ...]
    reviews: Reviews = field(default_factory=Reviews)
    syllables: Mapping[str, int] | None = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    history: tuple[Snapshot, ...] = ()
    glossary: Glossary = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    acceptances: tuple[Acceptance, ...] = ()
    images: Mapping[str, ImageFile] = field(default_factory=dict)
    addresses: Addresses | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
