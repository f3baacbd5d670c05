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
        found: takes a finding for each block that is never opened or closed, is nested in another
            reading, or is not known.

    Returns:
        Each reading's lines; a line keeps its number in the file. A line that marks a block
        becomes an empty line, so that the text around it stays apart.
    """
    result: dict[ReadingName, list[Line]] = {name: [] for name in READINGS}
    open_blocks: list[tuple[str, str, Place]] = []
    reading: ReadingName | None = None
    fence = ""
    for line in topic.body:
        place = Place(topic.path, line.number)
        mark = None if fence else _BLOCK.match(line.text)
        fence = _fence_after(line.text, fence)
        text = line.text
        if mark and mark["name"] is None:
            if not open_blocks or open_blocks[-1][0] != mark["slashes"]:
                message = f"`{mark['slashes']}` closes nothing that is open; delete it"
                found.append(Finding(place, "block", message))
                continue
            _, name, _ = open_blocks.pop()
            if name in READINGS:
                reading, text = None, ""
        elif mark:
            name = mark["name"].split()[0]
            if name in READINGS and reading is not None:
                message = f"`{name}` is inside `{reading}`; close that with `///` first"
                found.append(Finding(place, "block", message))
            if near := _meant(name):
                message = f"no reading is called `{name}`; did you mean `{near}`?"
                found.append(Finding(place, "block", message))
            open_blocks.append((mark["slashes"], name, place))
            if name in READINGS:
                reading, text = _as_reading(name), ""
        for each in READINGS:
            if reading in {None, each}:
                result[each].append(Line(line.number, text))
    for slashes, name, place in open_blocks:
        message = f"`{name}` is never closed; end it with a line `{slashes}`"
        found.append(Finding(place, "block", message))
    return {name: tuple(lines) for name, lines in result.items()}


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
