"""Topic files: front matter between `---` lines, then Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pydantic import TypeAdapter

from plainguide.model.place import Finding, Place
from plainguide.model.topic import FrontMatter, Line, Topic
from plainguide.read.acceptances import without_acceptances
from plainguide.read.records import places_below, validate
from plainguide.read.text import decode
from plainguide.read.yaml import parse

_FRONT_MATTER = TypeAdapter(FrontMatter)
FENCE = "---"


def read_topic(path: str, data: bytes, found: list[Finding]) -> Topic | None:
    """Read one topic.

    Args:
        path: `content/topics/NN-group/id.md`.
        data: the file's bytes.
        found: takes a finding a fault.

    Returns:
        The topic; none where its file, its YAML or its front matter is at fault.
    """
    text = decode(data, path, found)
    if text is None:
        return None
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    end = _end_of_front_matter(path, lines, found)
    if end is None:
        return None
    yaml_text = "\n".join(line.text for line in lines[1:end])
    parsed = parse(yaml_text, path, found, first_line=2)
    front = validate(_FRONT_MATTER, parsed, found) if parsed else None
    if front is None or parsed is None:
        return None
    group = PurePosixPath(path).parent.name.partition("-")[2]
    return Topic(path, group, front, tuple(_body(lines[end + 1 :])), places_below(parsed))


def _body(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a topic's text, without exceptions to rules, which no reader is to see."""
    for line in lines:
        text = without_acceptances(line.text)
        if text is not None:
            yield Line(line.number, text)


def _end_of_front_matter(path: str, lines: Sequence[Line], found: list[Finding]) -> int | None:
    """The index of the line that closes the front matter."""
    if lines[0].text.rstrip() != FENCE:
        message = "a topic starts with front matter; begin the file with a line `---`"
        found.append(Finding(Place(path), "front-matter", message))
        return None
    for index, line in enumerate(lines[1:], 1):
        if line.text.rstrip() == FENCE:
            return index
    message = "the front matter is never closed; end it with a line `---`"
    found.append(Finding(Place(path), "front-matter", message))
    return None


def unique(topics: Sequence[Topic], found: list[Finding]) -> tuple[Topic, ...]:
    """Keep the first topic of each id; report the others, and files not called like their id."""
    kept: dict[str, Topic] = {}
    for topic in topics:
        first = kept.setdefault(topic.front.id, topic)
        file = PurePosixPath(topic.path)
        if first is not topic:
            message = f"the id `{topic.front.id}` is taken by {first.path}; choose another"
            found.append(Finding(topic.places["id"], "duplicate-id", message))
        elif file.stem != topic.front.id:
            name = f"{topic.front.id}.md"
            message = f"the file is called `{file.name}`; call it `{name}`, or change the id"
            found.append(Finding(topic.places["id"], "schema", message))
    return tuple(kept.values())
