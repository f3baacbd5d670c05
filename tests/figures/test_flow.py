from __future__ import annotations

from dataclasses import replace

import pytest

from plainguide.figures.flow import Answer, Stop, flow
from plainguide.figures.order import lanes, top_down
from support.pictures import NAMED, SVG, height, lowest, parsed, texts

STOPS = {
    "leaf": Stop("Look at the leaf", (Answer("Green", "green"), Answer("Dark", "smell"))),
    "smell": Stop("Smell it", (Answer("Fruit", "unknown"), Answer("Malt", "black"))),
    "green": Stop("It is green tea", ends="positive"),
    "black": Stop("It is black tea", ends="negative"),
    "unknown": Stop("Nobody knows", ends="open"),
}


def test_steps_stand_below_all_that_lead_to_them_with_their_answers() -> None:
    assert texts(parsed(flow(NAMED, STOPS, "leaf"))) == [
        "Look at the leaf",
        "Green",
        "Dark",
        "It is green tea",
        "Smell it",
        "Fruit",
        "Malt",
        "It is black tea",
        "Nobody knows",
    ]


def test_a_line_leads_from_each_answer_to_its_step() -> None:
    root = parsed(flow(NAMED, STOPS, "leaf"))
    lines = root.findall(f"{SVG}g[@class='picture__way']")
    starts = [str(line[0].get("d")).count("M") for line in lines]
    assert sum(starts) == 4
    assert all(len(line) == 2 for line in lines)  # a line and an arrow's head


def test_ends_differ_in_frame_and_in_sign() -> None:
    root = parsed(flow(NAMED, STOPS, "leaf"))
    frames = {
        str(e.get("class")): (e.get("rx"), e.get("stroke-width"), e.get("stroke-dasharray"))
        for e in root.iter(f"{SVG}rect")
    }
    assert len(set(frames.values())) == len(frames) == 4
    signs = [e.get("d") for e in root.iter(f"{SVG}path") if e.get("class") == "picture__stroke"]
    assert len(set(signs)) == 3


def test_words_are_kept_and_wrapped() -> None:
    long = "Look at the leaf, & then again, for as long as it takes"
    stops = STOPS | {"leaf": replace(STOPS["leaf"], words=long)}
    root = parsed(flow(NAMED, stops, "leaf"))
    assert long in " ".join(texts(root))
    assert lowest(root) < height(root)
    assert max(map(len, texts(root))) < 40


def test_the_only_way_on_needs_no_words() -> None:
    stops = {"a": Stop("A", (Answer("", "b"),)), "b": Stop("B", ends="open")}
    assert texts(parsed(flow(NAMED, stops, "a"))) == ["A", "B"]


def test_the_same_pathway_gives_the_same_picture() -> None:
    assert flow(NAMED, STOPS, "leaf") == flow(NAMED, STOPS, "leaf")


@pytest.mark.parametrize(
    ("ways", "order"),
    [
        ({"a": ["b", "c"], "b": [], "c": []}, ["a", "b", "c"]),
        ({"a": ["c", "b"], "b": ["c"], "c": []}, ["a", "b", "c"]),
        ({"a": ["b", "c"], "b": ["d"], "c": [], "d": []}, ["a", "c", "b", "d"]),
        ({"a": ["b"], "b": [], "lost": ["b"]}, ["a", "b"]),
    ],
)
def test_the_order_is_by_the_longest_way(ways: dict[str, list[str]], order: list[str]) -> None:
    assert top_down(ways, "a") == order


def test_lines_that_would_meet_have_lanes_of_their_own() -> None:
    assert lanes({"far": (0, 9), "near": (1, 2), "next": (3, 4)}) == {
        "near": 0,
        "next": 0,
        "far": 1,
    }
