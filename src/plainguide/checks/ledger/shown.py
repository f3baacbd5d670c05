"""The figures that the sections of a page show, and of whom they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plainguide.model.evidence import Bound, Ledger
from plainguide.model.figure import Count, Share
from plainguide.model.reading import Section, Use


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure that a page shows.

    Attributes:
        section: the id of the section in which it is shown.
        asks: whether it may have to be shown to patients too.
    """

    use: Use
    bound: Bound
    section: str
    asks: bool

    @property
    def entry(self) -> str:
        """The ledger's entry that it is of."""
        return self.bound.ref.partition(".")[0]

    @property
    def text(self) -> str:
        """What the reader sees, in one line."""
        return " ".join(self.use.text.split())

    @property
    def total(self) -> int | None:
        """Of how many it is a share, where that is said."""
        figure = self.bound.figure
        whole = self.use.ref == self.bound.ref or self.use.ref.endswith(".of")
        return figure.of if isinstance(figure, Share) and whole else None

    @property
    def counted(self) -> int:
        """How many it counts; a number that is no total where it counts none."""
        figure = self.bound.figure
        if isinstance(figure, Share) and figure.of and self.use.ref.endswith(".of"):
            return figure.of
        return int(figure.value) if isinstance(figure, Count) else -1

    @property
    def people(self) -> tuple[str, str | None]:
        """Of whom it is: a trial and its arm."""
        return self.entry, self.bound.figure.arm


@dataclass(frozen=True, slots=True)
class Seen:
    """What patients are shown: figures, people and end points of people."""

    refs: frozenset[str]
    people: frozenset[object]
    endpoints: frozenset[object]

    @classmethod
    def of(cls, shown: Iterable[Shown]) -> Seen:
        """Gather what some figures show."""
        listed = list(shown)
        return cls(
            frozenset(s.bound.ref for s in listed),
            frozenset(s.people for s in listed),
            frozenset((s.people, s.bound.figure.endpoint) for s in listed),
        )

    def lacks(self, shown: Shown) -> bool:
        """Whether these people are shown, and this end point of them is not."""
        endpoint = (shown.people, shown.bound.figure.endpoint)
        return shown.people in self.people and endpoint not in self.endpoints


def figures_in(sections: Iterable[Section], ledger: Ledger) -> list[Shown]:
    """Every figure that sections show, in order."""
    found = []
    for section in sections:
        for block in section.blocks:
            for use in block.uses:
                bound = ledger.bind(use.ref)
                if bound:
                    stands = not bound.superseded and not bound.figure.disputes and bound.checked
                    open_to_all = section.only is None and block.kind != "picture"
                    found.append(Shown(use, bound, section.id, bool(stands and open_to_all)))
    return found


def once(shown: Iterable[Shown]) -> Iterator[tuple[str, Shown]]:
    """The first place in which each figure is shown."""
    first: dict[str, Shown] = {}
    for each in shown:
        first.setdefault(each.bound.ref, each)
    yield from first.items()
