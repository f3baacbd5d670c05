"""One block of a topic: evaluates its expressions, and takes note of all that it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plainguide.model.place import Finding, Place
from plainguide.model.reading import Block, Citation, Use, Written
from plainguide.model.topic import Line
from plainguide.read.markdown import words_of
from plainguide.readings.blocks import RawBlock
from plainguide.readings.cites import cite_mark
from plainguide.readings.expressions import (
    SPAN,
    Asked,
    Cited,
    Evaluator,
    Shown,
    at_sentence_start,
    data_element,
    spans,
)
from plainguide.readings.marks import Marks, marks, without_foreign
from plainguide.readings.pictures.draw import Pictures
from plainguide.readings.pictures.parts import Drawn

_NOT_PROSE = re.compile(
    r"(?P<code>(`+)(?:(?!\2).)+\2)|<!--.*?-->|<[^>]+>|\]\([^)]*\)"
    r"|\{:?\s*(?:[#.]|[\w-]+=)[^}]*\}|(?:https?://|\bwww\.)[^\s)\]]+"
)
_OPEN_EXPRESSION = re.compile(r"\{\{(?!.*\}\})")
_ARGUMENT = re.compile(r"(?P<quote>[\"'])(?P<words>.*?)(?P=quote)")
_NAMES = 2
"""How many arguments of an expression are names at most; the others are words."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What one page is compiled with.

    Attributes:
        ids: counts the pictures of the page.
    """

    evaluator: Evaluator
    pictures: Pictures
    ids: Counter[str]


def compile_block(path: str, raw: RawBlock, tools: Tools, found: list[Finding]) -> Block:
    """Compile one block.

    Args:
        path: the topic's file.
        raw: the block as it was written.
        tools: of the reading, for one page.
        found: takes a finding for each expression that is at fault.
    """
    alone = len(raw.lines) == 1 and bool(SPAN.fullmatch(raw.lines[0].text.rstrip()))
    gathered = _Gathered(path, tools, found, alone=alone)
    compiled = [line.text if raw.kind == "code" else gathered.line(line) for line in raw.lines]
    markdown = "\n".join(compiled)
    plain = () if raw.kind == "code" or gathered.drawn else words_of(markdown)
    marked = Marks() if raw.kind == "code" else marks(path, raw.lines)
    return Block(
        place=Place(path, raw.lines[0].number),
        kind="picture" if gathered.drawn else raw.kind,
        markdown=markdown,
        plain=gathered.drawn.words if gathered.drawn else plain,
        written=_own(gathered.written, marked),
        uses=tuple(gathered.uses),
        citations=tuple(gathered.citations),
        links=marked.links,
        images=marked.images,
        tags=marked.tags,
        anchors=marked.anchors,
    )


def _own(written: Sequence[Written], marked: Marks) -> tuple[Written, ...]:
    """Lines without the words that are marked as another language's."""
    if not marked.foreign:
        return tuple(written)
    text = without_foreign("\n".join(line.text for line in written), marked.foreign)
    return tuple(Written(w.place, t) for w, t in zip(written, text.split("\n"), strict=True))


class _Gathered:
    """What the lines of one block hold. `drawn` is the picture that the block is, if it is one."""

    def __init__(self, path: str, tools: Tools, found: list[Finding], *, alone: bool) -> None:
        self.drawn: Drawn | None = None
        self.written: list[Written] = []
        self.uses: list[Use] = []
        self.citations: list[Citation] = []
        self._path = path
        self._tools = tools
        self._found = found
        self._alone = alone
        self._before = ""

    def line(self, line: Line) -> str:
        """Compile one line, and take note of what it holds."""
        text, own, pieces, end = line.text, [], [], 0
        for span in spans(text):
            pieces.append(text[end : span.start()])
            place = Place(self._path, line.number, span.start() + 1)
            said = self._expression(span["inside"], place, self._before + "".join(pieces))
            if said.startswith("<sup"):
                pieces[-1] = pieces[-1].rstrip()
            pieces.append(said)
            own += [text[end : span.start()], _words_in(span)]
            end = span.end()
        if "{{" in text and (unclosed := _OPEN_EXPRESSION.search(text, end)):
            place = Place(self._path, line.number, unclosed.start() + 1)
            message = "`{{` is never closed on its line; end the expression with `}}`"
            self._found.append(Finding(place, "unknown-name", message))
        pieces.append(text[end:])
        compiled = "".join(pieces)
        self._before += compiled + "\n"
        prose = _NOT_PROSE.sub(lambda match: " " * len(match[0]), "".join([*own, text[end:]]))
        self.written.append(Written(Place(self._path, line.number), prose))
        return compiled

    def _expression(self, inside: str, place: Place, before: str) -> str:
        """Compile one expression; of a faulty one only the finding is left."""
        result = self._tools.evaluator.evaluate(inside, place)
        if result is None:
            return ""
        if isinstance(result, Finding):
            self._found.append(result)
            return ""
        if isinstance(result, Cited):
            self.citations.append(Citation(place, result.source))
            return cite_mark(result.source)
        if isinstance(result, Asked):
            return self._picture(result, place)
        self._take_uses(place, result)
        return data_element(result, capital=at_sentence_start(before))

    def _picture(self, asked: Asked, place: Place) -> str:
        """Draw a picture, and take note of what it shows."""
        if not self._alone:
            message = "a picture stands on a line of its own, with an empty line before and after"
            self._found.append(Finding(place, "unknown-name", message))
            return ""
        result = self._tools.pictures.draw(asked, self._tools.ids)
        if isinstance(result, str):
            self._found.append(Finding(place, "unknown-name", result))
        if not isinstance(result, Drawn):
            return ""
        self.drawn = result
        self._take_uses(place, *result.shown)
        self.citations += [Citation(place, source) for source in result.sources]
        return result.html

    def _take_uses(self, place: Place, *shown: Shown) -> None:
        self.uses += [Use(place, s.ref, s.phrase.value, s.phrase.text) for s in shown]


def _words_in(expression: re.Match[str]) -> str:
    """An expression with all blanked out but words of the author's own, which are prose."""
    blank = [" "] * len(expression[0])
    for words in list(_ARGUMENT.finditer(expression[0]))[_NAMES:]:
        blank[words.start("words") : words.end("words")] = words["words"]
    return "".join(blank)
