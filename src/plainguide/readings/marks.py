"""The marks of one block: its links, images, raw HTML and the ids that a link can name.

They are looked for in what the author wrote, over line breaks, so that each has its exact place.
Code, comments and expressions hold no marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainguide.model.place import Place
from plainguide.model.reading import Anchor, Image, Link, Tag
from plainguide.model.topic import Line

_UNMARKED = re.compile(r"(`+)(?:(?!\1)[^\n])+\1|<!--.*?-->|\{\{.*?\}\}", re.DOTALL)
_ANY = re.compile(r"[\[<{]|www\.|://")
"""What every mark holds; most blocks hold none of it."""
_TARGET = r"\(\s*(?P<target>[^)\s]*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_LIST = r"(?P<list>\{:?[^{}]*\})?"
_IMAGE = re.compile(rf"!\[(?P<alt>[^\[\]]*)\](?:{_TARGET}|\[[^\]]*\]){_LIST}")
_LINK = re.compile(rf"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]{_TARGET}")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]:\s*<?(?P<target>[^\s>]+)", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://|(?<![\w/.@])www\.)[^\s<>()\[\]\"”]*[^\s<>()\[\]\"”.,;:!?'’*_]")
_VALUE = r"\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))"
_ATTRIBUTE = re.compile(rf"(?P<name>[^\s=>\"'/]+)(?:{_VALUE})?")
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:\s+[^\s=>\"'/]+"
    r"(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?)*)\s*/?>"
)
_ID = re.compile(r"\{:?(?:[^{}]*\s)?#(?P<id>[^\s}]+)[^{}]*\}")
_LANGUAGE = re.compile(r"(?:^|[\s{:])lang\s*=\s*[\"']?[A-Za-z]")
_IN_LIST = re.compile(
    r"(?:(?P<emphasis>[*_]{1,3})(?P<words>[^*_]+)(?P=emphasis))(?P<list>\{[^{}]*\})"
)
_WHOLE = re.compile(r"(?:^|[ \t\n])(?P<list>\{:?[^{}\n]*\})[ \t]*$")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a block holds beside words and expressions.

    Attributes:
        foreign: where it is in another language and says so, as offsets into its lines, which are
            parted by line feeds.
    """

    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    tags: tuple[Tag, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    foreign: tuple[tuple[int, int], ...] = ()


def marks(path: str, lines: Sequence[Line]) -> Marks:
    """Find the marks of one block.

    Args:
        path: the topic's file.
        lines: of the block, as they were written.
    """
    written = "\n".join(line.text for line in lines)
    text = _UNMARKED.sub(lambda match: _blank(match[0]), written)
    if not _ANY.search(text):
        return Marks()
    at = _Places(path, lines)
    tags = [(match, _tag(match, at)) for match in _TAG.finditer(text)]
    images = [(match, _image(match, at)) for match in _IMAGE.finditer(text)]
    drawn = [_of_element(match.start(), tag) for match, tag in tags if tag.is_image]
    links = sorted(_links(text, images, tags, at), key=lambda link: link.place)
    named = [(match.start("id"), match["id"]) for match in _ID.finditer(text)]
    named += [(match.start(), name) for match, tag in tags if (name := tag.anchor)]
    return Marks(
        links=tuple(links),
        images=tuple(image for _, image in sorted([*((m.start(), i) for m, i in images), *drawn])),
        tags=tuple(tag for _, tag in tags),
        anchors=tuple(Anchor(at[offset], name) for offset, name in sorted(named)),
        foreign=tuple(sorted(_foreign(text, tags))),
    )


def without_foreign(text: str, foreign: Sequence[tuple[int, int]]) -> str:
    """A text whose foreign words are blanked out; its figures stay."""
    for start, end in foreign:
        text = text[:start] + _LETTER.sub(" ", text[start:end]) + text[end:]
    return text


class _Places:
    """Where each character of the joined lines stands."""

    def __init__(self, path: str, lines: Sequence[Line]) -> None:
        self._path = path
        self._numbers = [line.number for line in lines]
        self._starts = [0]
        for line in lines[:-1]:
            self._starts.append(self._starts[-1] + len(line.text) + 1)

    def __getitem__(self, offset: int) -> Place:
        index = bisect_right(self._starts, offset) - 1
        return Place(self._path, self._numbers[index], offset - self._starts[index] + 1)


def _tag(match: re.Match[str], at: _Places) -> Tag:
    attributes = tuple(
        (a["name"].lower(), a["double"] or a["single"] or a["bare"] or "")
        for a in _ATTRIBUTE.finditer(match["rest"])
    )
    return Tag(at[match.start()], match["name"].lower(), attributes, ends=bool(match["end"]))


def _image(match: re.Match[str], at: _Places) -> Image:
    given = {name for name in ("width", "height") if f"{name}=" in (match["list"] or "")}
    target = (match["target"] or "").strip("<>")
    return Image(at[match.start()], target, match["alt"], sized=given == {"width", "height"})


def _of_element(start: int, tag: Tag) -> tuple[int, Image]:
    """The image of an `<img>`."""
    given = dict(tag.attributes)
    sized = given.keys() >= {"width", "height"}
    return start, Image(tag.place, given.get("src", ""), given.get("alt"), sized=sized)


def _links(
    text: str,
    images: Sequence[tuple[re.Match[str], Image]],
    tags: Sequence[tuple[re.Match[str], Tag]],
    at: _Places,
) -> Iterator[Link]:
    """Links in brackets, links of elements, and addresses that stand in the text."""
    for match, image in images:
        alt = f"  {image.alt}".ljust(len(match[0]))
        text = text[: match.start()] + alt + text[match.end() :]
    taken = text
    for match in _LINK.finditer(text):
        if match["target"]:
            target = match["target"].strip("<>")
            place = at[match.start("target")]
            yield Link(place, target, _said(match["text"]), at[match.start()])
            taken = taken[: match.start()] + _blank(match[0]) + taken[match.end() :]
    for match in _DEFINITION.finditer(taken):
        yield Link(at[match.start("target")], match["target"], None, at[match.start()])
        taken = taken[: match.start()] + _blank(match[0]) + taken[match.end() :]
    for match, tag in tags:
        target = dict(tag.attributes).get("href")
        if tag.name == "a" and not tag.ends and target:
            rest = text[match.end() :]
            inside = re.split(r"</a\s*>", rest, maxsplit=1, flags=re.IGNORECASE)[0]
            yield Link(tag.place, target, _said(inside), tag.place)
            taken = taken[: match.end()] + _blank(inside) + taken[match.end() + len(inside) :]
        taken = taken[: match.start()] + _blank(match[0]) + taken[match.end() :]
    for match in _ADDRESS.finditer(taken):
        target = match[0] if ":" in match[0][:6] else f"https://{match[0]}"
        yield Link(at[match.start()], target, match[0], at[match.start()])


def _said(text: str) -> str:
    """The words of a link, without marks."""
    return " ".join(re.sub(r"[*_`]|<[^>]*>", "", text).split())


def _foreign(text: str, tags: Sequence[tuple[re.Match[str], Tag]]) -> Iterator[tuple[int, int]]:
    """Where text says that it is in another language."""
    for index, (match, tag) in enumerate(tags):
        if "lang" in dict(tag.attributes) and not tag.ends:
            depth = 1
            end = len(text)
            for other, named in tags[index + 1 :]:
                depth += 0 if named.name != tag.name else -1 if named.ends else 1
                if depth == 0:
                    end = other.start()
                    break
            yield match.end(), end
    for match in _IN_LIST.finditer(text):
        if _LANGUAGE.search(match["list"]):
            yield match.span("words")
    for match in _LINK.finditer(text):
        after = re.match(r"\{[^{}]*\}", text[match.end() :])
        if after and _LANGUAGE.search(after[0]):
            yield match.span("text")
    whole = _WHOLE.search(text)
    if whole and _LANGUAGE.search(whole["list"]):
        yield 0, whole.start("list")


def _blank(text: str) -> str:
    """Spaces of the same length; line feeds stay."""
    return re.sub(r"[^\n]", " ", text)
