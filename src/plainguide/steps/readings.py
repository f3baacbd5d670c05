"""The readings of all topics: from the cache, or compiled, by several processes for many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from plainguide.model.guide import Guide
from plainguide.model.place import Finding
from plainguide.model.reading import Reading, Section
from plainguide.model.topic import READINGS, ReadingName, Topic
from plainguide.readings.compile import Compiler
from plainguide.steps.cache import Cache, digest, digest_of
from plainguide.steps.sharing import in_processes, processes, shares

_KIND = "readings"
_TOPICS = "content/topics/"

Compiled = Mapping[ReadingName, Reading]


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading without its topic: all that compiling has made. A test compares it with one."""

    name: ReadingName
    sections: tuple[Section, ...]
    anchors: frozenset[str]
    fingerprint: str
    findings: tuple[Finding, ...]


_KEPT = TypeAdapter(tuple[Kept, ...])


def compile_all(guide: Guide, files: Mapping[str, bytes], cache: Cache) -> dict[str, Compiled]:
    """Both readings of every topic, by id, in the guide's order.

    Args:
        guide: what was read.
        files: what it was read from.
        cache: of earlier runs. What it has of a topic holds as long as the topic's own file and
            all files but those of other topics are as they were.
    """
    keys = _keys(guide, files) if cache else {}
    kept = {topic.path: _from(cache.get(_KIND, key), topic) for key, topic in keys.items()}
    new = [topic for topic in guide.topics if kept.get(topic.path) is None]
    made = dict(zip((topic.path for topic in new), _compile(guide, new), strict=True))
    for key, topic in keys.items():
        if topic.path in made:
            cache.put(_KIND, key, _as_json(made[topic.path]))
    cache.keep_only(_KIND, keys)
    readings = {path: of_topic for path, of_topic in (kept | made).items() if of_topic}
    return {topic.front.id: readings[topic.path] for topic in guide.topics}


def _compile(guide: Guide, topics: Sequence[Topic]) -> list[Compiled]:
    """Compile topics, in this order."""
    compiler = Compiler(guide.ledger, guide.settings.pictures)
    number = processes(len(topics))
    if number == 1:
        return [compiler.compile(topic) for topic in topics]

    def work(share: Sequence[int]) -> list[bytes]:
        return [_as_json(compiler.compile(topics[index])) for index in share]

    done = in_processes(work, shares(range(len(topics)), number), number)
    texts = [text for share in done for text in share]
    return [
        _with(topic, _KEPT.validate_json(text)) for topic, text in zip(topics, texts, strict=True)
    ]


def _keys(guide: Guide, files: Mapping[str, bytes]) -> dict[str, Topic]:
    """Each topic by what its readings are kept under."""
    others = {path: data for path, data in files.items() if not _is_topic(path)}
    shared = digest_of(others)
    return {digest(shared, topic.path, files[topic.path]): topic for topic in guide.topics}


def _is_topic(path: str) -> bool:
    return path.startswith(_TOPICS) and path.endswith(".md")


def _as_json(readings: Compiled) -> bytes:
    return _KEPT.dump_json(
        tuple(
            Kept(name, reading.sections, reading.anchors, reading.fingerprint, reading.findings)
            for name, reading in readings.items()
        )
    )


def _from(text: bytes | None, topic: Topic) -> Compiled | None:
    """Readings that were kept; none where they were not, or are not what they should be."""
    if text is None:
        return None
    try:
        kept = _KEPT.validate_json(text)
    except ValidationError:
        return None
    return _with(topic, kept) if tuple(each.name for each in kept) == READINGS else None


def _with(topic: Topic, kept: Sequence[Kept]) -> Compiled:
    return {
        each.name: Reading(
            topic=topic,
            name=each.name,
            sections=each.sections,
            anchors=each.anchors,
            fingerprint=each.fingerprint,
            findings=each.findings,
        )
        for each in kept
    }
