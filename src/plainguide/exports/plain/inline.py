"""What stands within a line of HTML, as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_SPACE = re.compile(r"[ \t\r\n\f]+")
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_UNSEEN = frozenset(("script", "style", "template"))
_ENDS = (".", "?", "!", ":", "…")


class Inline:
    """Says what stands within a line."""

    def __init__(self, picture: str) -> None:
        """Prepare.

        Args:
            picture: what is said before that which a picture shows, such as `Picture:`.
        """
        self._picture = picture

    def said(self, *elements: HtmlElement) -> str:
        """The words of elements, one after the other, what follows each left out."""
        return squeezed("".join(piece for each in elements for piece in self.pieces(each)))

    def pieces(self, element: HtmlElement) -> Iterator[str]:
        """An element's words as they come, with all spaces."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            return
        inner = "".join(self._inner(element))
        if tag == "br":
            yield " "
        elif tag == "img":
            yield self._shown(element.get("alt", ""))
        elif tag == "svg":
            yield self._shown(alternative(element))
        elif tag == "sup" and "cite" in element.get("class", "").split():
            yield f" [{inner.strip()}]"
        elif tag in {"sup", "sub"}:
            yield _moved(inner, _RAISED if tag == "sup" else _LOWERED)
        elif tag == "a":
            yield inner + _leading_out(element.get("href", ""), squeezed(inner))
        else:
            yield inner

    def _inner(self, element: HtmlElement) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self.pieces(child)
            yield child.tail or ""

    def _shown(self, words: str) -> str:
        return f" {self._picture} {words} " if words.strip() else ""


def squeezed(text: str) -> str:
    """Text with single spaces, and none at its ends."""
    return _SPACE.sub(" ", text).strip(" ")


def alternative(svg: HtmlElement) -> str:
    """What a drawing says of itself: its title and its description, as sentences."""
    named = (svg.find(name) for name in ("title", "desc"))
    said = [squeezed(each.text_content()) for each in named if each is not None]
    return " ".join(text if text.endswith(_ENDS) else f"{text}." for text in said if text)


def _moved(text: str, letters: dict[int, int]) -> str:
    """Raised or lowered text; in brackets where there are no such letters."""
    if all(ord(letter) in letters for letter in text):
        return text.translate(letters)
    return f"({text})" if text.strip() else text


def _leading_out(address: str, words: str) -> str:
    """An address of elsewhere in brackets; none where the words tell it already."""
    if not re.match(r"https?:|mailto:|tel:", address):
        return ""
    bare = re.sub(r"^(?:https?://|mailto:|tel:)", "", address).rstrip("/")
    return "" if words and bare.endswith(words.rstrip("/")) else f" ({address})"
