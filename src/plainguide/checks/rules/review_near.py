"""A topic whose review date is near."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from pydantic import Field

from plainguide.checks.registry import Compiled, Hit, each_topic, follows, warns
from plainguide.model.base import Record
from plainguide.model.reading import Reading
from plainguide.model.topic import ReadingName


class Notice(Record):
    """How many days before its review a topic is told of."""

    days: int = Field(ge=1)


@follows(Notice)
@warns
@each_topic
def find(readings: Mapping[ReadingName, Reading], compiled: Compiled) -> Iterator[Hit]:
    """Find topics whose review falls due within the days that the guide gives notice.

    The day of review itself counts; a day that has passed is `review-overdue`.

    Why:    a review needs someone with time for it, and that has to be arranged before it is due.
    Bad:    review: {by: 2026-12-01}   (checked as of 24 November 2026, with 30 days of notice)
    Good:   review: {by: 2027-05-01}
    Source: NHS digital service manual, content that is reviewed on a date set beforehand; the
            number of days is the guide's own choice.
    """
    topic = readings["patient"].topic
    due = topic.front.review.by
    days = (due - compiled.as_of).days
    if timedelta(0) <= due - compiled.as_of <= timedelta(compiled.policy(Notice).days):
        when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
        yield (
            topic.places["review.by"],
            f"this topic is due for review {when}, on {due}; arrange it now",
        )
