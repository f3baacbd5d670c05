"""Paragraphs and list items of a patient page that go on for too long."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from plainguide.checks.registry import Compiled, Hit, each_reading, follows
from plainguide.checks.text.sentences import sentences, sentences_of, words
from plainguide.model.base import Record
from plainguide.model.place import Place
from plainguide.model.reading import Block, Reading


class Limits(Record):
    """How much one paragraph or item may hold."""

    sentences: int = Field(ge=1)
    words: int = Field(ge=1)


class LongParagraph(Record):
    """How long the paragraphs (those in boxes too) and the list items may be."""

    paragraph: Limits
    item: Limits


@follows(LongParagraph)
@each_reading
def find(reading: Reading, compiled: Compiled) -> Iterator[Hit]:
    """Find patient paragraphs and list items above the guide's limit of sentences or of words.

    Counted is what a reader sees, with figures said in words. A paragraph of a list item counts
    for itself; a table, a picture and a heading are not counted.

    Why:    who is ill or afraid takes in one idea at a time, and a wall of text is not begun.
    Bad:    a paragraph of nine sentences
    Good:   three paragraphs, or a list, with one idea in each
    Source: AHRQ PEMAT, item 8 (the material breaks information into short sections). The limits are
            the guide's own.
    """
    if reading.name != "patient":
        return
    policy = compiled.policy(LongParagraph)
    for block in reading.blocks:
        if block.kind in {"paragraph", "box", "list"}:
            limits = policy.item if block.kind == "list" else policy.paragraph
            yield from _too_long(block, limits)


def _too_long(block: Block, limits: Limits) -> Iterator[Hit]:
    name = "list item" if block.kind == "list" else "paragraph"
    for index, unit in enumerate(block.plain):
        number, length = len(sentences([unit])), len(words(unit))
        if number > limits.sentences:
            too_much = f"{number} sentences, above {limits.sentences}"
        elif length > limits.words:
            too_much = f"{length} words, above {limits.words}"
        else:
            continue
        start = " ".join(unit.split()[:6])
        message = f'the {name} "{start} …" has {too_much}; part it, with one idea in each'
        yield _place(block, index), message


def _place(block: Block, index: int) -> Place:
    """Where a unit of a block begins."""
    before = sum(len(sentences([unit])) for unit in block.plain[:index])
    places = [sentence.place for sentence in sentences_of(block)]
    return places[before] if before < len(places) else block.place
