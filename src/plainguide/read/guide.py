"""The whole of `content/`, from the bytes of its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter

from plainguide.model.acceptance import Acceptance
from plainguide.model.base import Slug
from plainguide.model.glossary import Term
from plainguide.model.guide import Guide, Settings
from plainguide.model.place import Finding, Place
from plainguide.model.review import Reviews
from plainguide.model.topic import Topic
from plainguide.read.acceptances import acceptances
from plainguide.read.addresses import ADDRESSES, read_addresses
from plainguide.read.history import read_history
from plainguide.read.images import read_images
from plainguide.read.ledger import read_ledger
from plainguide.read.quality import read_quality
from plainguide.read.records import places_below, validate
from plainguide.read.text import decode
from plainguide.read.topics import read_topic, unique
from plainguide.read.yaml import parse

_SETTINGS = TypeAdapter(Settings)
_REVIEWS = TypeAdapter(Reviews)
_SYLLABLES: TypeAdapter[dict[str, int]] = TypeAdapter(
    dict[str, Annotated[int, Field(ge=1, le=20, strict=True)]]
)

_GLOSSARY: TypeAdapter[dict[Slug, Term]] = TypeAdapter(dict[Slug, Term])

GLOSSARY = "glossary.yml"
SETTINGS = "guide.yml"
REVIEWS = "reviews.yml"
SYLLABLES = "syllables.yml"

Typed = TypeVar("Typed")


def read_guide(files: Mapping[str, bytes], found: list[Finding], root: str = "content") -> Guide:
    """Read a guide.

    Args:
        files: the bytes of every file below `root`, by path with forward slashes.
        found: takes a finding a fault.
        root: the folder of the content, as it stands in the paths.

    Returns:
        All of the guide that could be read.

    Raises:
        UnreadableSettingsError: where `guide.yml` is missing or at fault; without it there is no
            guide to speak of. Its findings are in `found`.
    """
    places: dict[str, Place] = {}
    settings = _read_one(files, f"{root}/{SETTINGS}", _SETTINGS, found, places)
    if settings is None:
        raise UnreadableSettingsError
    ledger = read_ledger(below(files, f"{root}/evidence/", ".yml"), found)
    topics, unreadable = _read_topics(below(files, f"{root}/topics/", ".md"), settings, found)
    quality = below(files, f"{root}/quality/", ".yml")
    instruments, assessments = read_quality(quality, found, places)
    addresses = files.get(f"{root}/{ADDRESSES}")
    return Guide(
        settings=settings,
        ledger=ledger,
        topics=topics,
        reviews=_read_optional(files, f"{root}/{REVIEWS}", _REVIEWS, found, Reviews()) or Reviews(),
        syllables=_read_optional(files, f"{root}/{SYLLABLES}", _SYLLABLES, found, {}),
        unreadable=unreadable,
        history=read_history(below(files, f"{root}/history/", ".json"), found),
        glossary=read_glossary(files, f"{root}/{GLOSSARY}", found, places),
        instruments=instruments,
        assessments=assessments,
        acceptances=_acceptances(files, root),
        images=read_images(below(files, f"{root}/", "")),
        addresses=None
        if addresses is None
        else read_addresses(addresses, f"{root}/{ADDRESSES}", found, places),
        places=places,
    )


def _acceptances(files: Mapping[str, bytes], root: str) -> tuple[Acceptance, ...]:
    """Every exception to a rule, in topics and in what stands beside them."""
    written = [*below(files, f"{root}/", ".md"), *below(files, f"{root}/", ".yml")]
    return tuple(
        acceptance
        for path, data in written
        if b"accept" in data
        for acceptance in acceptances(path, data.decode(errors="replace"))
    )


def _read_topics(
    files: Sequence[tuple[str, bytes]], settings: Settings, found: list[Finding]
) -> tuple[tuple[Topic, ...], frozenset[str]]:
    """Topics in the order of reading, and the ids of those that could not be read."""
    topics = [topic for path, data in files if (topic := read_topic(path, data, found))]
    found.extend(_ungrouped(topics, settings))
    unread = {path for path, _ in files} - {topic.path for topic in topics}
    ids = frozenset(PurePosixPath(path).stem for path in unread)
    return _in_order(unique(topics, found), settings), ids


def _ungrouped(topics: Sequence[Topic], settings: Settings) -> Iterator[Finding]:
    """Topics of a folder that no group is called after."""
    groups = {group.id for group in settings.groups}
    for topic in topics:
        if topic.group not in groups:
            message = f"no group in {SETTINGS} is called `{topic.group}`; rename the folder"
            yield Finding(Place(topic.path), "schema", message)


def _in_order(topics: Sequence[Topic], settings: Settings) -> tuple[Topic, ...]:
    """Topics in the order of reading: by group, then as their group lists them."""
    places = {
        topic: (number, index)
        for number, group in enumerate(settings.groups)
        for index, topic in enumerate(group.topics)
    }
    groups = {group.id: number for number, group in enumerate(settings.groups)}

    def place(topic: Topic) -> tuple[int, int]:
        last = (groups.get(topic.group, len(groups)), len(places))
        return places.get(topic.front.id, last)

    return tuple(sorted(topics, key=place))


def read_glossary(
    files: Mapping[str, bytes], path: str, found: list[Finding], places: dict[str, Place]
) -> dict[str, Term]:
    """The terms of the glossary; a guide may do without.

    Args:
        files: bytes by path.
        path: the glossary's.
        found: takes a finding a fault.
        places: takes where each term stands, such as `glossary.some-term`.
    """
    if path not in files:
        return {}
    of_terms: dict[str, Place] = {}
    terms = _read_one(files, path, _GLOSSARY, found, of_terms)
    places.update({f"glossary.{name}": place for name, place in of_terms.items()})
    return terms or {}


class UnreadableSettingsError(Exception):
    """The guide's settings could not be read; the findings say why."""


def _read_one(
    files: Mapping[str, bytes],
    path: str,
    adapter: TypeAdapter[Typed],
    found: list[Finding],
    places: dict[str, Place] | None = None,
) -> Typed | None:
    """Read one YAML file as one record; `places` takes where each value stands."""
    if path not in files:
        found.append(Finding(Place(path), "file", "the file is missing; write it"))
        return None
    text = decode(files[path], path, found)
    parsed: Any = parse(text, path, found) if text is not None else None
    if parsed and places is not None:
        places.update(places_below(parsed))
    return validate(adapter, parsed, found) if parsed else None


def _read_optional(
    files: Mapping[str, bytes],
    path: str,
    adapter: TypeAdapter[Typed],
    found: list[Finding],
    default: Typed,
) -> Typed | None:
    """A file that a guide may do without: the default where it is not there, none if at fault."""
    return _read_one(files, path, adapter, found) if path in files else default


def below(files: Mapping[str, bytes], folder: str, ending: str) -> list[tuple[str, bytes]]:
    """The files below a folder with an ending, by path."""
    return [(p, d) for p, d in sorted(files.items()) if p.startswith(folder) and p.endswith(ending)]
