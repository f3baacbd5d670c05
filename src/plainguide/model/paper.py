"""What a guide says on its handouts, and which topics it puts together."""

from __future__ import annotations

from plainguide.model.base import Record, Slug, Text


class Pack(Record):
    """Topics that are printed as one handout, for one moment on a patient's way.

    Attributes:
        id: its file is `pack-ID.pdf`.
        title: in patients' words.
        lead: a sentence below it: when to read this.
        topics: their ids, in order.
    """

    id: Slug
    title: Text
    lead: Text
    topics: tuple[Slug, ...]


class PaperWords(Record):
    """The words on handouts, and of the page that lists them.

    Attributes:
        title: of that page.
        lead: below it.
        packs: heading of the packs.
        topics: heading of the topics.
        book: the title of the book of all topics.
        book_lead: below that.
        contents: heading of the list of what is in a pack or in the book.
        scan: beside the QR code, before the address.
        general: the last sentence: what this is not.
        stamp: in the space that is left for a clinic.
        telephone: before a clinic's number, or the line to write it on.
        other: what opens the list of other sizes of a page's handout.
        a4: a handout on that paper.
        letter: likewise.
        large: what is put behind either, in large print.
        see: before the title of a page that a link on paper leads to, on the same paper.
    """

    title: Text = "Take it home"
    lead: Text = "Every page on paper. Print it, keep it, or give it to someone."
    packs: Text = "Packs: several pages in one"
    topics: Text = "One page at a time"
    book: Text = "All pages as one book"
    book_lead: Text = "All pages for patients, with a list of contents."
    contents: Text = "In this pack"
    scan: Text = "Read this on a phone: point its camera at the code, or open"
    general: Text = "General information. It does not replace advice from the people who treat you."
    stamp: Text = "Your clinic"
    telephone: Text = "Telephone"
    other: Text = "Other sizes"
    a4: Text = "A4 paper"
    letter: Text = "US Letter paper"
    large: Text = "large print"
    see: Text = "see"
