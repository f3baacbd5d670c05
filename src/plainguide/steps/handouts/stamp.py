"""A clinic's file, and the logo beside it."""

from __future__ import annotations

from pathlib import Path

from plainguide.model.place import Finding, Place
from plainguide.read.clinic import read_clinic
from plainguide.steps.check import FindingsError
from plainguide.steps.handouts.faults import broken_image
from plainguide.steps.handouts.handout import Stamp
from plainguide.steps.handouts.pictures import embedded

_SHOWN = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def read_stamp(path: Path) -> Stamp:
    """What a clinic has printed on handouts.

    Args:
        path: of its file; the path of its logo goes from there.

    Raises:
        FindingsError: where anything in it is wrong, or the logo can't be shown.
    """
    found: list[Finding] = []
    name = path.as_posix()
    try:
        read = read_clinic(path.read_bytes(), name, found)
    except OSError as error:
        found, read = [Finding(Place(name), "file", f"{error.strerror}; write it")], None
    if read is None:
        raise FindingsError(tuple(found))
    clinic, place = read
    if clinic.logo is None:
        return Stamp(clinic)
    logo = path.parent / clinic.logo
    why = broken_image(logo) if logo.suffix.lower() in _SHOWN else "is no image that paper can show"
    if why:
        raise FindingsError((Finding(place, "file", f"the logo {clinic.logo} {why}; mend it"),))
    return Stamp(clinic, embedded(logo))
