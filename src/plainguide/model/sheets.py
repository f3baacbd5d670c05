"""Paper beside the topics: cards on when to call, a page for questions, and sheets of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from plainguide.model.base import LedgerName, Record, Slug, Text

Pattern = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.*]*[a-z0-9][a-z0-9_.*]*$")]
"""The name or the address of figures, with `*` for any letters."""


class CallCards(Record):
    """One-page cards on when to call, one for each of these topics.

    Attributes:
        topics: their ids.
        section: the section that a card takes its text from, in each of them.
        heading: of their list, where all handouts are listed.
        title: at the head of each card, before the topic's own title.
        link: the words of the link to a card, on its topic's page.
        keep: where to keep it.
        numbers: above the lines to write telephone numbers on.
        day: before the line for the number by day; likewise the others.
        night: at night and at weekends.
        emergency: the emergency number.
        medicine: the name of the medicine.
        person: the doctor or nurse.
    """

    topics: tuple[Slug, ...] = Field(min_length=1)
    section: Slug
    heading: Text
    title: Text
    link: Text
    keep: Text
    numbers: Text
    day: Text
    night: Text
    emergency: Text
    medicine: Text
    person: Text


class QuestionPage(Record):
    """A page to write questions and answers on, with those of a topic to choose from.

    Attributes:
        topic: the one that holds the questions: list items that begin or end with one.
        heading: what it is listed under, where all handouts are.
        title: of the page.
        link: the words of the link to it, on the topic's page.
        lead: below the title.
        name: before the line for the patient's name; likewise the others.
        date: of the appointment.
        person: whom it is with.
        number: which number to call.
        mine: above the lines for questions.
        question: before each of them.
        told: above the lines for what the answer was.
        next: above the lines for what happens next.
        choose: above the topic's questions.
        choose_lead: below that.
    """

    topic: Slug
    heading: Text
    title: Text
    link: Text
    lead: Text
    name: Text
    date: Text
    person: Text
    number: Text
    mine: Text
    question: Text
    told: Text
    next: Text
    choose: Text
    choose_lead: Text


class SheetHeads(Record):
    """Headings of a sheet's parts and of its columns, in the words of the field.

    Attributes:
        as_of: before the day on which a decision was read.
        other_regions: before the regions where it is not approved.
        fact: of the column with what is told, and `said` of the one with what is known of it.
    """

    regimen: Text
    status: Text
    region: Text
    decision: Text
    use: Text
    as_of: Text
    other_regions: Text
    guidelines: Text
    guideline: Text
    position: Text
    results: Text
    endpoint: Text
    n: Text
    estimate: Text
    interval: Text
    harms: Text
    reaction: Text
    any_grade: Text
    severe: Text
    limits: Text
    trial: Text
    design: Text
    comparison: Text
    population: Text
    facts: Text
    fact: Text
    said: Text
    registry: Text
    cuts: Text
    further: Text


class EvidenceSheets(Record):
    """Two-page sheets of evidence for professionals: one a therapy, and one a trial with results.

    Attributes:
        therapies: those with a sheet, each with the topic that its code opens.
        regimen: figures of labels that tell how a therapy is given; told as those of `harms` are.
        pivotal: the end points that a therapy's sheet shows, of every trial and data cut.
        harms: figures that tell of harms: by their end point, their name, or their address, with
            `*` for any letters.
        severe: those of them that count severe ones only; so do names that end in `_g3` and above.
        heading: of their list, where all handouts are listed.
        therapy: above a therapy's name.
        trial: above a trial's.
        link: the words of the link to a therapy's sheet.
        links: what opens the list of all trials' sheets.
        caution: that results of different trials must not be compared.
        current: the mark of a data cut that no other replaces.
        no_cutoff: what stands where a data cut-off was not read.
        unconfirmed: the mark of what nobody has read at its source.
    """

    therapies: Mapping[LedgerName, Slug] = Field(default_factory=dict)
    regimen: tuple[Pattern, ...] = ()
    pivotal: tuple[LedgerName, ...] = Field(min_length=1)
    harms: tuple[Pattern, ...] = ()
    severe: tuple[Pattern, ...] = ()
    heading: Text
    therapy: Text
    trial: Text
    link: Text
    links: Text
    caution: Text
    current: Text
    no_cutoff: Text
    unconfirmed: Text
    heads: SheetHeads


class Sheets(Record):
    """What is printed beside the topics; each kind only where a guide sets it up."""

    call_cards: CallCards | None = None
    questions: QuestionPage | None = None
    evidence: EvidenceSheets | None = None
