"""The ledger: every figure of the guide, once, with its source.

A figure's address is `entry.part.figure`: a trial's data cut, a therapy's approval or label, a
survey's group, a test's definition, a guideline's edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from plainguide.model.entry import AnyEntry, Pathway, Trial
from plainguide.model.figure import Checked, Figure
from plainguide.model.part import PartRecord, Statement
from plainguide.model.place import Place
from plainguide.model.source import Source

Held = TypeVar("Held", Statement, PartRecord, Pathway)


@dataclass(frozen=True, slots=True)
class Sourced(Generic[Held]):
    """Something of the ledger, with all that it inherits from what it stands in.

    Attributes:
        ref: its address, such as `entry.part.figure`.
        source: the id of its source.
        checked: where its text was read; none where nobody has.
    """

    ref: str
    held: Held
    entry: AnyEntry
    source: str
    checked: Checked | None
    place: Place


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure with all that it inherits from the part and the entry it stands in.

    Attributes:
        ref: its address, `entry.part.figure`.
        source: the id of its source.
        checked: where its text was read; none where nobody has.
    """

    ref: str
    figure: Figure
    part: PartRecord
    entry: AnyEntry
    source: str
    checked: Checked | None
    place: Place

    @property
    def superseded(self) -> bool:
        """Whether a newer data cut stands in for the one it is of."""
        return self.part.superseded

    def sibling(self, name: str) -> str:
        """The address of another figure of the same part."""
        return f"{self.ref.rpartition('.')[0]}.{name}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every entry and every source, with the place in which each was written.

    Attributes:
        places: by the addresses that expressions use; those of sources begin with `source:`.
        whole: false where some file or record could not be read. What is not found then may well be
            in it, so its absence is no fault of whoever names it.
    """

    entries: Mapping[str, AnyEntry] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    whole: bool = True

    def bind(self, ref: str) -> Bound | None:
        """Find the figure at `entry.part.figure`, or behind a longer name that starts so.

        Returns:
            The figure; none where there is none, as behind the name of a trial's registry number.
        """
        entry_name, part_name, figure_name = [*ref.split("."), "", ""][:3]
        ref = f"{entry_name}.{part_name}.{figure_name}"
        entry = self.entries.get(entry_name)
        part = entry.parts.get(part_name) if entry else None
        figure = part.figures.get(figure_name) if part else None
        if entry is None or part is None or figure is None:
            return None
        checked = figure.checked or part.checked
        return Bound(
            ref=ref,
            figure=figure,
            part=part,
            entry=entry,
            source=figure.source or part.source,
            checked=None if checked == "none" else checked,
            place=self.places[ref],
        )

    def parts(self) -> Iterator[tuple[str, AnyEntry, PartRecord]]:
        """Every part with its address `entry.part`, in the order of the files."""
        for entry_name, entry in self.entries.items():
            for part_name, part in entry.parts.items():
                yield f"{entry_name}.{part_name}", entry, part

    def figures(self) -> Iterator[Bound]:
        """Every figure, in the order of the files."""
        for ref, _, part in self.parts():
            for name in part.figures:
                bound = self.bind(f"{ref}.{name}")
                if bound is not None:
                    yield bound

    def current_figures(self) -> Iterator[Bound]:
        """Every figure but those of superseded data cuts and those that dispute a preferred one."""
        for bound in self.figures():
            if not bound.superseded and bound.figure.disputes is None:
                yield bound

    def statements(self) -> Iterator[Sourced[Statement]]:
        """Every statement, in the order of the files."""
        for ref, entry, part in self.parts():
            yield from self.statements_of(ref, entry, part)

    def statements_of(
        self, ref: str, entry: AnyEntry, part: PartRecord
    ) -> Iterator[Sourced[Statement]]:
        """Every statement of the part at the address `ref`."""
        for name, said in part.statements.items():
            source, checked = said.source or part.source, said.checked or part.checked
            yield self._sourced(f"{ref}.{name}", said, entry, source, checked)

    def sourced_parts(self) -> Iterator[Sourced[PartRecord]]:
        """Every part with its source, in the order of the files."""
        for ref, entry, part in self.parts():
            yield self._sourced(ref, part, entry, part.source, part.checked)

    def pathways(self) -> Iterator[Sourced[Pathway]]:
        """Every pathway with its source, in the order of the files."""
        for name, entry in self.entries.items():
            if isinstance(entry, Pathway):
                yield self._sourced(name, entry, entry, entry.source, entry.checked)

    def trials(self) -> Iterator[tuple[str, Trial]]:
        """Every trial with its name."""
        for name, entry in self.entries.items():
            if isinstance(entry, Trial):
                yield name, entry

    def _sourced(
        self, ref: str, held: Held, entry: AnyEntry, source: str, checked: Checked | str
    ) -> Sourced[Held]:
        read = checked if isinstance(checked, Checked) else None
        return Sourced(ref, held, entry, source, read, self.places[ref])
