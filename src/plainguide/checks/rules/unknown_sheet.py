"""A card, a page or a sheet to print that is to be made from what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from fnmatch import fnmatchcase

from plainguide.checks.registry import Compiled, Hit, each_guide
from plainguide.model.entry import Therapy
from plainguide.model.guide import Guide
from plainguide.model.place import Place


@each_guide
def find(guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """Find topics, sections, therapies and figures in `sheets` that the guide does not have.

    Why:    a card or a sheet that is not printed is missed where it was to hang or to lie.
    Bad:    sheets: {questions: {topic: calm-teas}}
    Good:   sheets: {questions: {topic: calm-tea}}
    Source: a rule of this project's own: paper is made of what the guide says, or not at all.
    """
    sheets = guide.settings.sheets
    if cards := sheets.call_cards:
        for index, topic in enumerate(cards.topics):
            key = f"sheets.call_cards.topics.{index}"
            yield from _topic(topic, key, guide, compiled)
            yield from _section(topic, cards.section, key, guide, compiled)
    if sheets.questions:
        yield from _topic(sheets.questions.topic, "sheets.questions.topic", guide, compiled)
    if sheets.evidence:
        for therapy, topic in sheets.evidence.therapies.items():
            key = f"sheets.evidence.therapies.{therapy}"
            yield from _topic(topic, key, guide, compiled)
            yield from _therapy(therapy, key, guide)
        for index, endpoint in enumerate(sheets.evidence.pivotal):
            if endpoint not in guide.settings.endpoints:
                hint = _hint(endpoint, guide.settings.endpoints)
                place = _place(guide, f"sheets.evidence.pivotal.{index}")
                yield place, f"there is no end point `{endpoint}`; {hint}"
        for key in ("regimen", "harms", "severe"):
            for index, pattern in enumerate(getattr(sheets.evidence, key)):
                yield from _figure(pattern, f"sheets.evidence.{key}.{index}", guide)


def _topic(topic: str, key: str, guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    if topic not in compiled.readings and topic not in guide.unreadable:
        hint = _hint(topic, compiled.readings)
        yield _place(guide, key), f"there is no topic `{topic}`; {hint}"


def _section(topic: str, section: str, key: str, guide: Guide, compiled: Compiled) -> Iterator[Hit]:
    """A section that patients' reading of a topic lacks; nothing where the topic has faults."""
    reading = compiled.readings.get(topic, {}).get("patient")
    if reading is None or reading.findings:
        return
    sections = [part.id for part in reading.sections if part.id and part.blocks]
    if section not in sections:
        message = f"`{topic}` has no section `{section}` for patients, so there is no card of it"
        yield _place(guide, key), f"{message}; write it, or take the topic out"


def _therapy(therapy: str, key: str, guide: Guide) -> Iterator[Hit]:
    entries = guide.ledger.entries
    if not isinstance(entries.get(therapy), Therapy) and guide.ledger.whole:
        known = (name for name, entry in entries.items() if isinstance(entry, Therapy))
        yield _place(guide, key), f"the ledger has no therapy `{therapy}`; {_hint(therapy, known)}"


def _figure(pattern: str, key: str, guide: Guide) -> Iterator[Hit]:
    """A name that no figure and no end point has."""
    refs = [bound.ref for bound in guide.ledger.figures()]
    names = (ref.rpartition(".")[2] for ref in refs)
    known = dict.fromkeys([*guide.settings.endpoints, *names, *refs])
    if guide.ledger.whole and not any(fnmatchcase(name, pattern) for name in known):
        hint = _hint(pattern.replace("*", ""), known)
        yield _place(guide, key), f"no end point and no figure is called `{pattern}`; {hint}"


def _hint(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"did you mean `{near[0]}`?" if near else "name another, or take it out"


def _place(guide: Guide, key: str) -> Place:
    return guide.places.get(key, Place("content/guide.yml"))
