"""Split a topic's lines into its two readings.

Text between `/// patient` and `///` is for patients, text between `/// professional` and `///` is
for professionals, and text outside is for both. The syntax is that of pymdown-extensions' blocks;
its other blocks (with four slashes, where nested) pass through untouched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from plainguide.model.place import Finding, Place
from plainguide.model.topic import READINGS, Line, ReadingName, Topic

_BLOCK = re.compile(r"^(?P<slashes>/{3,})(?:[ \t]+(?P<name>\S.*?))?[ \t]*$")
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})")


def split(topic: Topic, found: list[Finding]) -> Mapping[ReadingName, tuple[Line, ...]]:
    """Tell which lines of a topic belong to which reading.

    Args:
        topic: the topic.
        found: takes a finding for each block that is never opened or closed, or is a misspelt
            reading.

    Returns:
        Each reading's lines; a line keeps its number in the file. A line that marks a block
        becomes an empty line, so that the text around it stays apart.
    """
    blocks = _Blocks(topic.path, found)
    result: dict[ReadingName, list[Line]] = {name: [] for name in READINGS}
    fence = ""
    inside: ReadingName | None = None
    for line in topic.body:
        mark = None if fence else _BLOCK.match(line.text)
        fence = _fence_after(line.text, fence)
        belongs_to, kept = inside, line
        if mark:
            belongs_to, text = blocks.pass_(line, mark)
            inside, kept = blocks.reading, Line(line.number, text)
        for each in READINGS:
            if belongs_to in {None, each}:
                result[each].append(kept)
    blocks.end()
    return {name: tuple(lines) for name, lines in result.items()}


class _Blocks:
    """The blocks that are open at a line, innermost last."""

    def __init__(self, path: str, found: list[Finding]) -> None:
        self._path = path
        self._found = found
        self._open: list[tuple[str, str, int]] = []

    @property
    def reading(self) -> ReadingName | None:
        """The reading that is open; none where text is for both."""
        return next((_as_reading(name) for _, name, _ in self._open if name in READINGS), None)

    def pass_(self, line: Line, mark: re.Match[str]) -> tuple[ReadingName | None, str]:
        """Pass a line that opens or closes a block: whose it is, and what is left of it."""
        before = self.reading
        if mark["name"]:
            name = self._start(mark["slashes"], mark["name"].split()[0], line.number)
        else:
            name = self._close(mark["slashes"], line.number)
        return (before, line.text) if name not in READINGS else (self.reading or before, "")

    def end(self) -> None:
        """Report what is still open at the end of the file."""
        for slashes, name, number in self._open:
            self._report(number, f"`{name}` is never closed; end it with a line `{slashes}`")

    def _start(self, slashes: str, name: str, number: int) -> str:
        """The name of the block that starts, as it was meant."""
        if near := _meant(name):
            message = f"no reading is called `{name}`; did you mean `{near}`?"
            self._report(number, message)
            name = near
        # A reading inside a reading is one that was never closed: go on as if it had been.
        while name in READINGS and self.reading is not None:
            unclosed, of, at = self._open.pop()
            message = f"`{of}` is not closed before line {number}; end it with `{unclosed}`"
            self._report(at, message)
        self._open.append((slashes, name, number))
        return name

    def _close(self, slashes: str, number: int) -> str:
        """The name of the block that this closes; empty where it closes nothing."""
        if not self._open or self._open[-1][0] != slashes:
            self._report(number, f"`{slashes}` closes nothing that is open; delete it")
            return ""
        return self._open.pop()[1]

    def _report(self, number: int, message: str) -> None:
        self._found.append(Finding(Place(self._path, number), "block", message))


def _as_reading(name: str) -> ReadingName:
    """The reading of this name."""
    return next(reading for reading in READINGS if reading == name)


def _meant(name: str) -> str | None:
    """The reading that a misspelt name was meant to be."""
    if name in READINGS:
        return None
    near = get_close_matches(name.lower(), READINGS, n=1)
    return near[0] if near else None


def _fence_after(text: str, fence: str) -> str:
    """The code fence that is open after this line; empty where none is."""
    mark = _FENCE.match(text)
    if not mark:
        return fence
    if not fence:
        return mark["fence"]
    return "" if mark["fence"].startswith(fence) else fence
