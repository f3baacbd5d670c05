"""What the book of a reading, and its pages as plain text, say around the pages' own words."""

from __future__ import annotations

from plainguide.model.base import Record, Text


class BookWords(Record):
    """The words of the book and of plain texts.

    Attributes:
        epub: the link to the book as EPUB.
        html: the link to the book as one HTML file.
        text: the link from a page to the same as plain text.
        cover: what the cover is called in lists of a book's parts.
        title_page: the same, of the page after it.
        contents: heading of the list of all pages.
        general: what a reader of any page must know, should it be found without the others.
        newest: before the address at which the newest version of a page is.
        picture: before what a picture shows, where the picture can't be.
        accessibility: a sentence or two, for shops and libraries: how the book can be read.
    """

    epub: Text = "All pages as an e-book (EPUB)"
    html: Text = "All pages as one file, to read or print (HTML)"
    text: Text = "This page as plain text"
    cover: Text = "Cover"
    title_page: Text = "About this book"
    contents: Text = "Contents"
    general: Text = "General information. It does not replace advice from the people who treat you."
    newest: Text = "The newest version of this page:"
    picture: Text = "Picture:"
    accessibility: Text = (
        "All of the text can be read aloud, enlarged and set in another font or colour. Each "
        "picture is described in words. Headings, lists and tables are marked as such, and "
        "contents and chapters are linked. Checked by programs only, not yet by readers."
    )
