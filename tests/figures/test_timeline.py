from __future__ import annotations

from dataclasses import replace

import pytest

from plainguide.figures.said import Said
from plainguide.figures.timeline import Event, timeline
from support.pictures import NAMED, SVG, height, lowest, numbers, parsed, texts

EVENT = Event(
    year=2023,
    date=Said("19 January 2023", "calm_tea.home.approved_on", "2023-01-19"),
    what="Home: Calm tea",
    outcome="Approved",
    shape="full",
)


def test_every_year_from_the_first_to_the_last_is_there() -> None:
    root = parsed(timeline(NAMED, (EVENT, replace(EVENT, year=2026))))
    said = texts(root)
    assert [t for t in said if t.isdigit()] == ["2023", "2024", "2025", "2026"]
    assert said[:4] == ["2023", "19 January 2023", "Home: Calm tea", "Approved"]


def test_a_date_carries_its_figure() -> None:
    root = parsed(timeline(NAMED, (EVENT,)))
    assert numbers(root) == [("19 January 2023", "calm_tea.home.approved_on", "2023-01-19")]


def test_decisions_differ_in_shape_and_in_words() -> None:
    shapes = ("full", "early", "bound", "other")
    root = parsed(timeline(NAMED, tuple(replace(EVENT, shape=s, outcome=s) for s in shapes)))
    marks = [e for e in root.iter(f"{SVG}path") if e.get("transform")]
    assert len({mark.get("d") for mark in marks}) == 4
    assert [t for t in texts(root) if t in shapes] == list(shapes)


@pytest.mark.parametrize("length", [1, 8])
def test_long_names_are_wrapped(length: int) -> None:
    root = parsed(timeline(NAMED, (replace(EVENT, what="Far away: Calm tea " * length),) * 3))
    assert lowest(root) <= height(root)
    assert max(map(len, texts(root))) < 36


def test_the_same_events_give_the_same_picture() -> None:
    assert timeline(NAMED, (EVENT, EVENT)) == timeline(NAMED, (EVENT, EVENT))
