"""A topic whose review date has passed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plainguide.checks.registry import Compiled, Hit, each_topic
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName


@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find topics that were due for review before the day of the check.

    Why:    medicine moves, and a page that nobody has looked at since is not safe to hand out.
    Bad:    review: {by: 2026-05-01}   (checked as of 24 November 2026)
    Good:   review: {by: 2027-05-01}
    Source: NHS digital service manual and the PIF TICK: content has a review date and keeps it.
    """
    topic = readings["patient"].topic
    due = topic.front.review.by
    if due < compiled.as_of:
        yield (
            topic.places["review.by"],
            (
                f"this topic was due for review by {due} and it is {compiled.as_of}; review it, "
                "then set the next date"
            ),
        )
