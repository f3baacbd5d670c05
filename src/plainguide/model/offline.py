"""What a guide says about keeping it on a device, and about taking it away as a file."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from plainguide.model.base import Record, Text


def _holding(*names: str) -> AfterValidator:
    """Words that must hold each of these names in braces, since something is put in their place."""

    def check(text: str) -> str:
        for name in names:
            if f"{{{name}}}" not in text:
                raise ValueError(f"`{{{name}}}` is missing; write it where it belongs")
        return text

    return AfterValidator(check)


Edition = Annotated[Text, _holding("edition", "date")]
"""Words that tell an edition and its date."""

Size = Annotated[Text, _holding("size")]
"""Words that tell how much room something takes."""


class OfflineWords(Record):
    """The words around reading without a connection.

    Attributes:
        keep: the button that stores a reading on the device.
        hint: beside it; `{size}` is how much room it takes.
        keeping: while it is being stored.
        kept: once it is there.
        newer: where the site has another version than the one that is kept.
        get_newer: the button that stores that one in its place.
        remove: the button that takes it off the device.
        removed: once it is gone.
        failed: where it could not be stored.
        missing: title and text of what is shown for a page that is not kept, without a connection.
        there: before the links to what is kept, on that page.
        file: the link to the whole guide as one file.
        read_me: the paragraphs of the text that lies in that file.
    """

    keep: Text = "Keep this guide on my phone"
    hint: Size = "You can then read it without internet. It takes {size}."
    keeping: Text = "Storing it. Please stay on this page."
    kept: Edition = "Kept on this phone: edition {edition} of {date}"
    newer: Edition = "A newer version is out: edition {edition} of {date}."
    get_newer: Text = "Get it now"
    remove: Text = "Remove it from this phone"
    removed: Text = "It is no longer on this phone."
    failed: Text = "It could not be stored. Check the connection, then try again."
    missing: tuple[Text, Text] = (
        "No connection, and this page is not kept",
        "Try again when you are online.",
    )
    there: Text = "What is kept on this phone:"
    file: Size = "The whole guide as one file, for a computer or a USB stick (ZIP, {size})"
    read_me: tuple[Text, ...] = (
        "First unpack the file: choose “Extract all” in its menu, or double-click it on a Mac.",
        "Then open the file index.html in the new folder. It opens in your web browser.",
        "You need no internet for it. The search works too.",
    )
