"""The texts of a reading that are in the guide's own language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.checks.text.prose import Prose, prose, prose_of
from plainguide.checks.text.texts import front_of, has_prose, title_of
from plainguide.model.reading import Block, Reading, Tag, Written

_MARKED = re.compile(r"<(?P<name>\w+)\b[^>]*\blang=[^>]*>.*?</(?P=name)\s*>|<[^>]*>", re.DOTALL)
_VOID = frozenset(("br", "hr", "img", "input", "source", "wbr"))


def own_texts(reading: Reading) -> Iterator[Prose]:
    """Title, summary, headings and blocks, without what says that it is in another language."""
    yield from map(_line, front_of(reading))
    open_elements: list[tuple[str, bool]] = []
    for section in reading.sections:
        yield from map(_line, title_of(section))
        for block in section.blocks:
            foreign = any(says for _, says in open_elements)
            _follow(block, open_elements)
            if not foreign and has_prose(block):
                yield prose(block)


def _line(line: Written) -> Prose:
    """A text that no block holds, without HTML and what HTML marks as another language's."""
    text = _MARKED.sub(lambda match: " " * len(match[0]), line.text)
    return prose_of((Written(line.place, text),))


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
