"""Terms of the glossary: their page, and the first use of each on other pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainguide.model.glossary import Glossary, Term
from plainguide.model.guide import GlossaryPage, Guide
from plainguide.model.reading import Block
from plainguide.model.topic import READINGS, ReadingName
from plainguide.readings.notice import unreviewed

_URGENT = "!!! danger"
_PROSE = frozenset(("paragraph", "list", "box"))
_HELD = (
    r"(`+)(?:(?!\1).)+\1",  # code
    r"!?\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?",  # links
    r"<(data|sup|a)\b.*?</\2>",  # figures, citations
    r"<[^>]*>",
    r"^!!!.*$",  # the title of a box
    r"^\{:?.*\}\s*$",
)


class Linker:
    """Links the first use of each term on one page to the glossary."""

    def __init__(self, glossary: Glossary, reading: ReadingName) -> None:
        """Prepare for one page of a reading."""
        self._glossary = glossary
        self._reading = reading
        self._forms = {
            form: name
            for name, term in glossary.items()
            if not (term.everyday and reading == "patient")
            for form in _spelt(term, reading)
        }
        longest = sorted(map(re.escape, self._forms), key=lambda form: (-len(form), form))
        words = (
            rf"(?<![\w-])(?P<form>{'|'.join(longest)})(?![\w-])" if longest else r"(?!)(?P<form>)"
        )
        self._pattern = re.compile("|".join((*_HELD, words)), re.MULTILINE)
        self._seen: set[str] = set()

    def link(self, block: Block) -> str:
        """The block's Markdown, with the terms that are new to the page as links.

        What is urgent has no links in it: nothing shall lead away from it.
        """
        if block.kind not in _PROSE or block.markdown.startswith(_URGENT):
            return block.markdown
        return self._pattern.sub(self._linked, block.markdown)

    def _linked(self, match: re.Match[str]) -> str:
        form = match["form"]
        name = self._forms.get(form or "")
        if name is None or name in self._seen:
            return match[0]
        self._seen.add(name)
        tip = self._glossary[name].means(self._reading).replace('"', "”")
        return f'[{form}](glossary.md#{name}){{: .term data-tip="{tip}" }}'


def _spelt(term: Term, reading: ReadingName) -> Iterator[str]:
    """A term's forms as they stand inside a sentence and at its start."""
    for form in term.written(reading):
        yield form
        yield form[0].upper() + form[1:]


def glossary_body(name: ReadingName, guide: Guide) -> str:
    """The list of all terms of one reading, as Markdown."""
    words = guide.settings.glossary_page
    lead = f"{words.lead.for_(name)}\n{{: .summary }}"
    parts = [f"# {words.title.for_(name)}", lead, unreviewed(name, guide)]
    terms = sorted(guide.glossary.items(), key=lambda item: item[1].term.for_(name).casefold())
    for slug, term in terms:
        short = f" ({term.abbreviation})" if _adds(term, name) else ""
        parts.append(f"## {_capital(term.term.for_(name))}{short} {{#{slug}}}")
        parts.append(_explained(term, name, words))
    return "\n\n".join(parts)


def _explained(term: Term, name: ReadingName, words: GlossaryPage) -> str:
    """What a term means, how it is said, and what the other reading calls it.

    `say` spells the professionals' term, so it stands beside that one.
    """
    other = READINGS[1 - READINGS.index(name)]
    mine, theirs = term.term.for_(name), term.term.for_(other)
    say = f"{words.say} *{term.say}*." if term.say else ""
    if mine == theirs:
        return " ".join(part for part in (say, term.means(name)) if part)
    also = f"{words.also.for_(name)} {theirs}."
    order = [term.means(name), also, say] if name == "patient" else [say, term.means(name), also]
    return " ".join(part for part in order if part)


def _adds(term: Term, name: ReadingName) -> bool:
    """Whether the abbreviation says more than the term itself."""
    return term.abbreviation is not None and term.abbreviation not in term.term.for_(name)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
