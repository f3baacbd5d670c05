"""What a page is about, and whom it is for, as schema.org names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plainguide.model.entry import AnyEntry, Trial
from plainguide.model.guide import Settings
from plainguide.model.topic import ReadingName
from plainguide.readings.addresses import address_of
from plainguide.readings.entry_page import address

_TYPES = {
    "therapy": "MedicalTherapy",
    "trial": "MedicalTrial",
    "test": "MedicalTest",
    "guideline": "MedicalGuideline",
}
"""The kinds of entry that schema.org has a type for."""

_AUDIENCES: Mapping[ReadingName, Mapping[str, str]] = {
    "patient": {"@type": "Patient"},
    "professional": {"@type": "MedicalAudience", "audienceType": "Clinician"},
}


@dataclass(frozen=True, slots=True)
class Code:
    """Something by its code in a system of codes.

    Attributes:
        system: the system's address.
        value: the code.
        name: what it stands for, in words.
    """

    system: str
    value: str
    name: str


def codes_by_topic(settings: Settings) -> dict[str, tuple[Code, ...]]:
    """The codes that the settings map to each topic, in their order."""
    found: dict[str, tuple[Code, ...]] = {}
    if words := settings.codes_page:
        for code in settings.codes:
            known = Code(words.systems[code.system].uri, code.code, code.name)
            for topic in code.topics:
                found[topic] = (*found.get(topic, ()), known)
    return found


def audience(name: ReadingName) -> dict[str, str]:
    """Whom a reading is for."""
    return dict(_AUDIENCES[name])


def subject(name: str, entry: AnyEntry, url: str) -> dict[str, str] | None:
    """An entry of the ledger as a subject; none where schema.org has no type for its kind.

    Args:
        name: the entry's, in the ledger.
        entry: the entry.
        url: the site's address.
    """
    if entry.kind not in _TYPES:
        return None
    page = address_of(f"evidence/{address(name)}", url)
    said = {"@type": _TYPES[entry.kind], "name": entry.name, "url": page}
    if isinstance(entry, Trial) and entry.registry:
        said["identifier"] = entry.registry
    return said


def coded(codes: Iterable[Code]) -> list[dict[str, object]]:
    """What has a code in some system, such as a condition, in the order given."""
    return [
        {
            "@type": "MedicalEntity",
            "name": code.name,
            "code": {
                "@type": "MedicalCode",
                "codingSystem": code.system,
                "codeValue": code.value,
            },
        }
        for code in codes
    ]
