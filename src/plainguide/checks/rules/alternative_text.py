"""An image without words for those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.model.base import Record, Text
from plainguide.model.reading import Image, Reading

_FILE = re.compile(
    r".+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|pdf)|\w*(?:_\w+)+|[a-z\d]+(?:-[a-z\d]+)*-\d+"
    r"|(?:img|dsc|scan|screenshot)[\s_-]?\d+",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*`]")


class AlternativeText(Record):
    """What says nothing of an image.

    Attributes:
        empty: words that say nothing by themselves, such as `image`.
        needless: words that no such text begins with, such as `picture of`.
        shortest: how many words it has at least.
        longest: how many letters it has at most; more belongs into the text.
    """

    empty: tuple[Text, ...] = ()
    needless: tuple[Text, ...] = ()
    shortest: int = 1
    longest: int | None = None


@follows(AlternativeText)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find images whose alternative text is missing or says nothing.

    Counted are images in Markdown and `<img>`. Their text says nothing where it is empty, a word
    of `empty` in the guide's file, the name of a file, the caption or the sentence beside it once
    more, or where it begins with words of `needless`.

    Why:    people who listen to a page, or whose phone does not load the picture, get these words
            and nothing else.
    Bad:    ![](pump.png), ![image](pump.png), ![Picture of a pump](pump.png)
    Good:   ![A small pump, worn on a belt, with a thin tube to the arm](pump.png)
    Source: WCAG 2.2, success criterion 1.1.1, with techniques G94, F30 and F65.
    """
    policy = compiled.policy(AlternativeText)
    for section in reading.sections:
        words = ["", *(_plain(" ".join(block.plain)) for block in section.blocks), ""]
        for number, block in enumerate(section.blocks):
            for image in block.images:
                for message in _faults(image, policy, words[number : number + 3]):
                    yield image.place, message
                    break


def _faults(image: Image, policy: AlternativeText, beside: Sequence[str]) -> Iterator[str]:
    """What is wrong with an image's text, the worst first.

    Args:
        image: the image.
        policy: what the guide asks for.
        beside: the words before, around and after it.
    """
    text = _plain(image.alt or "")
    if not re.search(r"\w", text):
        yield "this image has no words for those who cannot see it; say what it shows"
    said = f'"{text}"'
    unnumbered = re.sub(r"\s*(?:no\.?\s*)?\d+$", "", text)
    if {text.casefold(), unnumbered.casefold()} & {word.casefold() for word in policy.empty}:
        yield f"{said} says nothing of the image; say what it shows"
    if _FILE.fullmatch(text) or text == image.target.rpartition("/")[2].partition(".")[0]:
        yield f"{said} is the name of a file; say what the image shows"
    for start in policy.needless:
        if re.match(rf"(?:an?\s+|the\s+|this\s+)?{re.escape(start)}\b", text, re.IGNORECASE):
            yield f'{said} begins with "{start}", which is known; begin with what the image shows'
    if text.casefold().rstrip(".") in {words.casefold().rstrip(".") for words in beside}:
        yield f"{said} only repeats the words beside the image; say what the image shows"
    if len(text.split()) < policy.shortest:
        yield f"{said} is too short to say what the image shows; say it in a few words"
    if policy.longest and len(text) > policy.longest:
        more = f"has {len(text)} letters, above {policy.longest}"
        yield f'"{text[:40]} …" {more}; shorten it, and tell the rest in the text'


def _plain(text: str) -> str:
    """Words without marks and attributes."""
    return " ".join(_MARKS.sub("", re.sub(r"\{[^}]*\}|<[^>]*>", "", text)).split())
