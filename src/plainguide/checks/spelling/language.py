"""The texts of a reading that are in the guide's own language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.text.prose import Prose, prose, prose_of
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading, Tag, Written

_MARKED = re.compile(r"<(?P<name>\w+)\b[^>]*\blang=[^>]*>.*?</(?P=name)\s*>|<[^>]*>", re.DOTALL)
_VOID = frozenset(("br", "hr", "img", "input", "source", "wbr"))
_NO_WORDS = frozenset(("code", "picture"))


def own_texts(reading: Reading) -> Iterator[Prose]:
    """Title, summary, headings and blocks, without what says that it is in another language."""
    front = reading.topic.front
    for key, wording in (("title", front.title), ("summary", front.summary)):
        yield _line(reading.topic.places[f"{key}.{reading.name}"], wording.for_(reading.name))
    open_elements: list[tuple[str, bool]] = []
    for section in reading.sections:
        if section.title:
            # The title stands after the marks of its heading, `## `.
            at = section.place
            yield _line(Place(at.path, at.line, at.column + 3), section.title)
        for block in section.blocks:
            foreign = any(says for _, says in open_elements)
            _follow(block, open_elements)
            if not foreign and block.kind not in _NO_WORDS:
                yield prose(block)


def _line(place: Place, text: str) -> Prose:
    """A text that no block holds, without HTML and what HTML marks as another language's."""
    return prose_of((Written(place, _MARKED.sub(lambda match: " " * len(match[0]), text)),))


def _follow(block: Block, open_elements: list[tuple[str, bool]]) -> None:
    """Note the elements that a block opens and closes, and whether they name a language."""
    for tag in block.tags:
        if not tag.ends and tag.name not in _VOID:
            open_elements.append((tag.name, _names_language(tag)))
        elif tag.ends and any(name == tag.name for name, _ in open_elements):
            while open_elements.pop()[0] != tag.name:
                pass


def _names_language(tag: Tag) -> bool:
    return any(name == "lang" for name, _ in tag.attributes)
