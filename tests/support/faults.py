"""The corpus of faulty texts, and of good ones near to them.

A file `tests/faults/known/RULE.md`, or `aside/RULE.md`, holds texts for one rule, each under a line
`=== bad: what is wrong` or `=== good: what is right`. A text is the body of a topic of the guide in
`tests/faults/guide/`, put between a head and a foot that have no fault; or a whole topic, where it
starts with `---`. `<!-- fault: some-rule -->` at the end of a line (in YAML `# fault: some-rule`)
says that this rule has to find something on this line. Fenced blocks at the end of a text add to
the guide: `ledger` is a file of the ledger, `content/PATH` is that file, and `replace PATH` has
what stands in that file, `--->`, and what shall stand there. `<!-- as of 2027-01-01 -->` sets the
day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from plainguide.steps.check import check_files
from plainguide.steps.files import read_all
from support.building import AS_OF, ROOT
from support.overlays import overlaid

FAULTS = ROOT / "tests" / "faults"
GUIDE = FAULTS / "guide"
TOPIC = "content/topics/01-care/case.md"
_TITLE = re.compile(r"^=== (?P<kind>bad|good): (?P<title>.+)$", re.MULTILINE)
_FAULT = re.compile(r"\s*(?:<!--|#) fault: (?P<rule>[\w-]+)(?: -->|(?=\s*$|\s+# fault))")

Mark = tuple[str, int, str]
"""A path, a line and a rule."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text of the corpus."""

    rule: str
    kind: str
    title: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.title}"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules made of a text.

    Attributes:
        expected: what had to be found.
        found: what was found, with its words.
    """

    expected: frozenset[Mark]
    found: Mapping[Mark, str]


@dataclass(slots=True)
class Score:
    """How one rule did.

    Attributes:
        right: faults that it found.
        missed: faults that it did not find.
        wrong: findings where no fault is marked.
    """

    right: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float | None:
        """The share of its findings that are faults; none where it found nothing."""
        found = self.right + self.wrong
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """The share of faults that it found; none where there were none."""
        faults = self.right + self.missed
        return self.right / faults if faults else None


def scores(seen: Iterable[Seen]) -> dict[str, Score]:
    """How each rule did on some texts."""
    result: defaultdict[str, Score] = defaultdict(Score)
    for text in seen:
        for _, _, rule in text.expected:
            result[rule]
        for mark in text.found:
            score = result[mark[2]]
            score.right += mark in text.expected
            score.wrong += mark not in text.expected
        for mark in text.expected - text.found.keys():
            result[mark[2]].missed += 1
    return dict(sorted(result.items()))


def cases(part: str) -> Iterator[Case]:
    """Every text in one part of the corpus, `known` or `aside`."""
    for path in sorted((FAULTS / part).glob("*.md")):
        text = path.read_text()
        titles = list(_TITLE.finditer(text))
        ends = [title.start() for title in titles[1:]] + [len(text)]
        for title, end in zip(titles, ends, strict=True):
            body = text[title.end() + 1 : end].rstrip() + "\n"
            yield Case(path.stem, title["kind"], title["title"], body)


@cache
def look_at(case: Case) -> Seen:
    """Run every rule over one text; kept, because several tests ask."""
    expected: set[Mark] = set()
    text, changed, day = overlaid(case.text, _files())
    whole = text if text.startswith("---\n") else _wrapped(text)
    files = {**_files(), **changed}
    files[TOPIC] = _unmarked(TOPIC, whole, expected)
    for path in changed:
        files[path] = _unmarked(path, changed[path].decode(), expected)
    findings = check_files(files, day or AS_OF).findings
    found = {(f.place.path, f.place.line, f.rule): f.message for f in findings}
    return Seen(frozenset(expected), found)


def _unmarked(path: str, text: str, expected: set[Mark]) -> bytes:
    """A file without its marks; `expected` takes them."""
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        expected |= {(path, number, match["rule"]) for match in _FAULT.finditer(line)}
        lines.append(_FAULT.sub("", line))
    return "\n".join(lines).encode()


def _wrapped(body: str) -> str:
    """A body between a head and a foot without fault."""
    head, foot = (FAULTS / "wrap.md").read_text().split("<!-- the text -->\n")
    return f"{head}{body}\n{foot.lstrip()}"


@cache
def _files() -> dict[str, bytes]:
    """The corpus's guide, with what this project's guide asks of its texts."""
    real = read_all(ROOT / "content" / "rules", ROOT)
    words = ("content/syllables.yml",)
    shared = {path: (ROOT / path).read_bytes() for path in words}
    return {**shared, **real, **read_all(GUIDE / "content", GUIDE)}
