"""Exceptions to rules, as authors write them: `accept some-rule: reason`, in a comment.

In Markdown the comment is `<!-- accept some-rule: reason -->`, in YAML `# accept some-rule: why`.
At the end of a line it covers that line; on a line of its own it covers what follows, down to the
next empty line. In the front matter of a topic it covers one key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainguide.model.acceptance import Acceptance
from plainguide.model.place import Place

_MARKDOWN = re.compile(r"[ \t]*<!--[ \t]*accept(?!\w)[ \t]*(?P<rule>[\w-]*):?(?P<reason>.*?)-->")
_YAML = re.compile(r"(?:^|[ \t]+)#[ \t]*accept[ \t]+(?P<rule>[\w-]+):(?P<reason>.*)$")
_FRONT_MATTER = "---"


def acceptances(path: str, text: str) -> Iterator[Acceptance]:
    """Every exception in one file, in order.

    Args:
        path: the file; a name that ends in `.md` is Markdown, with YAML at its head.
        text: all of it.
    """
    lines = text.split("\n")
    end = 0
    if path.endswith(".md"):
        end = next((n for n, line in enumerate(lines) if n and line.rstrip() == _FRONT_MATTER), 0)
    for index, line in enumerate(lines):
        in_yaml = index < end or not path.endswith(".md")
        for match in (_YAML if in_yaml else _MARKDOWN).finditer(line):
            alone = not line.replace(match[0], "").strip()
            last = _end_of_block(lines, index, in_yaml=in_yaml) if alone else index
            column = match.start() + len(match[0]) - len(match[0].lstrip()) + 1
            yield Acceptance(
                place=Place(path, index + 1, column),
                rule=match["rule"],
                reason=match["reason"].strip(),
                last=last + 1,
            )


def without_acceptances(line: str) -> str | None:
    """A line of Markdown without its exceptions; none where nothing else was on it."""
    if "<!--" not in line:
        return line
    rest = _MARKDOWN.sub("", line)
    return None if rest != line and not rest.strip() else rest


def _end_of_block(lines: Sequence[str], index: int, *, in_yaml: bool) -> int:
    """The index of the last line of what follows a comment of its own."""
    if in_yaml:
        return min(index + 1, len(lines) - 1)
    index += 1
    # Comments may stand one below the other, and a block may follow at a distance.
    while index < len(lines) and (
        not lines[index].strip() or without_acceptances(lines[index]) is None
    ):
        index += 1
    while index + 1 < len(lines) and lines[index + 1].strip():
        index += 1
    return min(index, len(lines) - 1)
