"""The words of simple Markdown, without rendering it.

Most of a guide's text is paragraphs, short lists and tables, in which little but figures,
citations, links and bold words stand. For these a few patterns say the same as rendering does, in a
tenth of its time. A text with anything else in it is not simple.
"""

from __future__ import annotations

import re

_FIGURE = re.compile(r'<data value="[^"<>`]*" data-figure="[\w.]+">([^<>]*)</data>')
_CITATION = re.compile(r'<sup class="cite"><a href="#source-[a-z0-9-]+">[a-z0-9-]+</a></sup>')
_BOLD = re.compile(r"\*\*(?=\w)([^*\n]*[\w.,:;!?)”])\*\*(?!\*)")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\w)([^*\n]*\w)\*(?![\w*])")
_LINK = re.compile(r"(?<!!)\[(\w[^\[\]*]*)\]\([\w./#:-]+\)")
_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_MARKUP = re.compile(r"[*_`\[\]<>&\\{}|~\t\u0080-\u009f\u200b-\u200f\u2028-\u202e\ufeff]")
_START = re.compile(r"[^\W\d_]|(?!\d+[.)](?:\s|$))\d|[“\"(]")
"""How a line begins that is no list, heading, box, rule or the like."""
_ITEM = re.compile(r"(?:[-*]|(?P<number>\d+)\.) ")
_RULER = re.compile(r"\|(?:[ ]*:?-+:?[ ]*\|)+")
_SPACE = re.compile(r"\s+")
_ROWS_BEFORE_BODY = 2


def simple_units(text: str) -> tuple[str, ...] | None:
    """The words of one block, as `plain_units` gives them; none where it is not simple."""
    if "  \n" in text or not text:
        return None
    if text.startswith("|"):
        return _table(text.split("\n"))
    if _ITEM.match(text):
        return _list(text.split("\n"))
    unit = _paragraph(text)
    return None if unit is None else (unit,)


def _paragraph(text: str) -> str | None:
    """Lines of text, none of which begins anything else."""
    said = _said(text)
    if said is None or not all(_START.match(line) for line in said.split("\n")):
        return None
    return _SPACE.sub(" ", said).strip()


def _list(lines: list[str]) -> tuple[str, ...] | None:
    """A list without lists or paragraphs in its items."""
    items: list[list[str]] = []
    numbered = lines[0][0].isdigit()
    for line in lines:
        mark = _ITEM.match(line)
        if mark is None:
            items[-1].append(line.lstrip(" ") if line.startswith("  ") else line)
        elif bool(mark["number"]) == numbered:
            items.append([line[mark.end() :]])
        else:
            return None
    units: list[str] = []
    for item in items:
        unit = _paragraph("\n".join(item))
        if unit is None:
            return None
        units.append(unit)
    return tuple(units)


def _table(lines: list[str]) -> tuple[str, ...] | None:
    """A table whose rows are all of one length."""
    if len(lines) <= _ROWS_BEFORE_BODY or not _RULER.fullmatch(lines[1]):
        return None
    width = lines[1].count("|") - 1
    units: list[str] = []
    for line in (lines[0], *lines[_ROWS_BEFORE_BODY:]):
        cells = line.split("|")
        if cells[0] or cells[-1] or len(cells) != width + 2:
            return None
        for cell in cells[1:-1]:
            said = _said(cell.strip(" "))
            if said is None:
                return None
            units.append(_SPACE.sub(" ", said).strip())
    return tuple(unit for unit in units if unit)


def _said(text: str) -> str | None:
    """Text without marks; none where there are others than those that are known here."""
    said = _FIGURE.sub(r"\1", _CITATION.sub("", text))
    for mark in (_LINK, _BOLD, _EMPHASIS):
        said = mark.sub(r"\1", said)
    if "&" not in said:
        return None if _MARKUP.search(said) else said
    if _MARKUP.search(_ENTITY.sub("", said)):
        return None
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], said)
