"""A large guide, grown from a small one: its topics again and again, each time in another order."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

_ID = re.compile(r"^id: .*$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<id>[a-z0-9-]+)\.md(?=[#)\s])")
_PARAGRAPH = re.compile(r"[\w*\[“\"(]")
"""How a paragraph begins; a list, a table, a heading, a comment and a block do not."""


def grow(source: Path, target: Path, topics: int) -> None:
    """Write a guide with so many topics.

    Its ledger, glossary, settings and rules are those of `source`. Topics come in turns: the first
    turn is as it was, each later one has ids of its own, links to its own turn, and its paragraphs
    in an order of its own. What was assessed is copied along.

    Args:
        source: a guide's folder `content/`.
        target: the new one; must not be there yet.
        topics: how many topics it shall have.
    """
    shutil.copytree(source, target)
    files = {path.stem: path for path in sorted(source.glob("topics/*/*.md"))}
    for number in range(topics):
        turn, index = divmod(number, len(files))
        name = list(files)[index]
        if turn:
            there = _of_this_turn(files, turn, topics)
            text = _renamed(files[name].read_text(), there, there[name])
            path = target / files[name].relative_to(source).with_name(f"{there[name]}.md")
            path.write_text("\n\n".join(_shuffled(text.split("\n\n"), random.Random(number))))  # noqa: S311 - no secret
            assessment = source / "quality" / f"{name}.yml"
            if assessment.exists():
                shutil.copyfile(assessment, target / "quality" / f"{there[name]}.yml")


def _of_this_turn(files: Mapping[str, Path], turn: int, topics: int) -> dict[str, str]:
    """The new id of each topic; in the last turn, those that are not copied keep their old one."""
    whole = topics - turn * len(files)
    return {name: f"{name}-{turn}" if i < whole else name for i, name in enumerate(files)}


def _renamed(text: str, there: Mapping[str, str], name: str) -> str:
    text = _ID.sub(f"id: {name}", text, count=1)
    return _LINK.sub(lambda link: f"]({there.get(link['id'], link['id'])}.md", text)


def _shuffled(chunks: list[str], by: random.Random) -> list[str]:
    """Text in another order: paragraphs that follow one another change places."""
    result = list(chunks)
    for run in _runs(chunks):
        result[run.start : run.stop] = by.sample(chunks[run.start : run.stop], len(run))
    return result


def _runs(chunks: list[str]) -> Iterator[range]:
    """Where paragraphs follow one another, none of them a lead-in to what comes next."""
    start = 0
    for index, chunk in enumerate([*chunks, ""]):
        lines = chunk.split("\n")
        plain = all(_PARAGRAPH.match(line) for line in lines) and not chunk.endswith(":")
        if not plain:
            if index - start > 1:
                yield range(start, index)
            start = index + 1
