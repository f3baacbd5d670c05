"""The clinic that gives handouts away, as it is printed on them."""

from __future__ import annotations

from plainguide.model.base import Record, Text


class Clinic(Record):
    """What stands in a clinic's own file.

    Attributes:
        name: of the clinic or the team.
        telephone: the number that patients should call.
        hours: when someone answers there, if not always.
        logo: the path of an image beside the file; none where there is none.
    """

    name: Text
    telephone: Text
    hours: Text | None = None
    logo: Text | None = None
