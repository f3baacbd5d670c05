from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainguide.model.place import Finding
from plainguide.model.topic import READINGS, Line
from plainguide.read.topics import read_topic
from plainguide.readings.split import split
from support.compiling import HEAD, TOPIC


def _split(body: str) -> tuple[dict[str, str], list[str]]:
    found: list[Finding] = []
    topic = read_topic(TOPIC, (HEAD + body).encode(), found)
    assert topic is not None
    readings = split(topic, found)
    shown = {str(name): "|".join(line.text for line in readings[name]) for name in READINGS}
    return shown, [finding.message for finding in found]


def test_text_in_a_block_is_for_one_reading_and_the_rest_is_for_both() -> None:
    shown, found = _split("a\n/// patient\nb\n///\nc\n/// professional\nd\n///\ne")
    assert shown == {"patient": "a||b||c|e", "professional": "a|c||d||e"}
    assert found == []


def test_lines_keep_their_numbers() -> None:
    found: list[Finding] = []
    topic = read_topic(TOPIC, (HEAD + "a\n/// patient\nb\n///\n").encode(), found)
    assert topic is not None
    assert split(topic, found)["patient"][:3] == (Line(9, "a"), Line(10, ""), Line(11, "b"))


def test_other_blocks_pass_through() -> None:
    body = "/// patient\n//// details | More\nb\n////\n///"
    shown, found = _split(body)
    assert shown == {"patient": "|//// details | More|b|////|", "professional": ""}
    assert found == []


def test_code_is_left_alone() -> None:
    body = "```\n/// patient\n```\n~~~~\n///\n~~~\n~~~~\n"
    shown, found = _split(body)
    assert shown["patient"] == shown["professional"] == body.replace("\n", "|")
    assert found == []


def test_an_unclosed_reading_ends_where_the_next_begins() -> None:
    shown, found = _split("/// patient\na\n/// professional\nb\n///\n")
    assert shown == {"patient": "|a|", "professional": "|b||"}
    assert found == ["`patient` is not closed before line 11; end it with `///`"]


def test_the_last_reading_must_be_closed_too() -> None:
    assert _split("/// patient\na")[1] == ["`patient` is never closed; end it with a line `///`"]


def test_slashes_must_match() -> None:
    assert _split("/// patient\na\n////\n///")[1] == [
        "`////` closes nothing that is open; delete it"
    ]


LINES = st.lists(
    st.sampled_from(
        ["/// patient", "/// professional", "///", "////", "//// note", "```", "a", "", "## B {#b}"]
    ),
    max_size=12,
)


@given(LINES)
def test_no_line_of_text_is_lost(lines: list[str]) -> None:
    found: list[Finding] = []
    topic = read_topic(TOPIC, (HEAD + "\n".join(lines)).encode(), found)
    assert topic is not None
    readings = split(topic, found)
    shown = {line.number for name in READINGS for line in readings[name]}
    marks = {line.number for line in topic.body if line.text.startswith("///")}
    assert {line.number for line in topic.body} - marks <= shown
    for name in READINGS:
        numbers = [line.number for line in readings[name]]
        assert numbers == sorted(set(numbers))
