"""A fault that a record finds in itself, with the way to it."""

from __future__ import annotations


class FaultAt(ValueError):  # noqa: N818 - it becomes a finding, not an error to catch
    """What is wrong inside a record, and where below it.

    Attributes:
        at: the keys, and places in lists, that lead from the record to what is to blame.
    """

    def __init__(self, message: str, *at: str | int) -> None:
        super().__init__(message)
        self.at = at
