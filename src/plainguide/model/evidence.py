"""The ledger: every figure of the guide, once, with its source.

A figure's address is `entry.part.figure`: a trial's data cut, a therapy's approval or label, a
survey's group. The three kinds of entry differ in what their parts say, not in how one finds a
figure in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from plainguide.model.base import LedgerName, Record, Slug, Text
from plainguide.model.figure import Checked, Figure
from plainguide.model.place import Place
from plainguide.model.source import Source

Figures = dict[LedgerName, Figure]


class PartRecord(Record):
    """A group of figures that share a source and a date.

    Attributes:
        title: what the group is, for tables.
        source: where its figures were published, unless a figure says otherwise.
        checked: where they were read, unless a figure says otherwise.
        note: anything a reader of the group must know, such as a doubt about its date.
    """

    title: Text
    note: Text | None = None
    source: Slug
    checked: Checked | Literal["none"]
    figures: Figures = Field(default_factory=dict)

    @property
    def dated(self) -> date | None:
        """The day that the figures speak of."""
        raise NotImplementedError


class DataCut(PartRecord):
    """One analysis of a trial. `cutoff` is none where it was published without one."""

    cutoff: date | None
    status: Literal["current", "superseded"]

    @property
    def dated(self) -> date | None:
        """The data cut-off."""
        return self.cutoff


class Approval(PartRecord):
    """What one regulator decided on one use of a therapy."""

    regulator: Text
    decision: Literal["approved", "accelerated", "conditional", "not approved", "off-label"]
    population: Text
    test: Text | None = None
    as_of: date

    @property
    def dated(self) -> date | None:
        """The day on which the state was read."""
        return self.as_of


class Label(PartRecord):
    """What a product's own label says, at one revision. `revised` is none where not readable."""

    product: Text
    revised: Text | None
    as_of: date

    @property
    def dated(self) -> date | None:
        """The day on which the label was read."""
        return self.as_of


class Group(PartRecord):
    """A group of people or of things. `as_of` is none where its survey was published without."""

    as_of: date | None

    @property
    def dated(self) -> date | None:
        """The day of which the figures speak."""
        return self.as_of


class Trial(Record):
    """A clinical trial and its data cuts, of which exactly one is current."""

    kind: Literal["trial"]
    name: Text
    registry: Text
    phase: Text
    design: Text
    population: Text
    regimen: Text
    cuts: dict[LedgerName, DataCut] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_is_current(self) -> Trial:
        current = [name for name, cut in self.cuts.items() if cut.status == "current"]
        if len(current) != 1:
            raise ValueError(f"one data cut must be `current`, found {len(current)}")
        return self

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """The data cuts, by name."""
        return self.cuts


class Therapy(Record):
    """A therapy: where it is approved, and what its label says."""

    kind: Literal["therapy"]
    name: Text
    approvals: dict[LedgerName, Approval] = Field(default_factory=dict)
    labels: dict[LedgerName, Label] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _names_differ(self) -> Therapy:
        if both := sorted(set(self.approvals) & set(self.labels)):
            raise ValueError(f"`{both[0]}` names an approval and a label; rename one")
        return self

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """Approvals and labels, by name."""
        return {**self.approvals, **self.labels}


class Survey(Record):
    """How common something is, group by group."""

    kind: Literal["survey"]
    name: Text
    design: Text
    groups: dict[LedgerName, Group] = Field(min_length=1)

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """The groups, by name."""
        return self.groups


Entry = Annotated[Trial | Therapy | Survey, Field(discriminator="kind")]


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
    entry: Trial | Therapy | Survey
    source: str
    checked: Checked | None
    place: Place


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every entry and every source, with the place in which each was written.

    Attributes:
        whole: false where some file or record could not be read. What is not found then may well be
            in it, so its absence is no fault of whoever names it.
    """

    entries: Mapping[str, Trial | Therapy | Survey] = field(default_factory=dict)
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

    def figures(self) -> Iterator[Bound]:
        """Every figure, in the order of the files."""
        for entry_name, entry in self.entries.items():
            for part_name, part in entry.parts.items():
                for name in part.figures:
                    bound = self.bind(f"{entry_name}.{part_name}.{name}")
                    if bound is not None:
                        yield bound
