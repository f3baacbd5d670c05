"""The entries of the ledger; each kind differs in what its parts say, not in how one finds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from plainguide.model.base import LedgerName, Record, Slug, Text
from plainguide.model.fault import FaultAt
from plainguide.model.figure import Checked
from plainguide.model.flow import Flow
from plainguide.model.part import (
    Approval,
    DataCut,
    Definition,
    Group,
    GuidelineEdition,
    Label,
    PartRecord,
)
from plainguide.model.topic import TwoWordings


class Arm(Record):
    """A group of a trial's participants who were treated alike.

    Attributes:
        therapy: the ledger entry of what they were given, where there is one.
    """

    title: Text
    regimen: Text
    therapy: LedgerName | None = None


class Trial(Record):
    """A clinical trial and its data cuts, of which exactly one is current.

    Attributes:
        registry: its registration number; none where that could not be read.
        comparison: what its arms are compared with, so that nobody reads more into it.
        traits: who took part, by the names that the settings give to traits.
    """

    kind: Literal["trial"]
    name: Text
    registry: Text | None = None
    phase: Text
    design: Text
    comparison: Literal["none", "doses", "part of the regimen", "another treatment"]
    population: Text
    traits: dict[LedgerName, Text] = Field(default_factory=dict)
    arms: dict[LedgerName, Arm] = Field(min_length=1)
    cuts: dict[LedgerName, DataCut] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_is_current(self) -> Trial:
        for name in self.cuts:
            self._latest(name)
        current = [name for name, cut in self.cuts.items() if cut.superseded_by is None]
        if len(current) > 1:
            message = f"`{current[0]}` and `{current[1]}` are both current"
            raise FaultAt(f"{message}; say `superseded_by` in one of them", "cuts", current[1])
        return self

    def _latest(self, name: str) -> str:
        """The last data cut on the way from `name`; refuses a way that leads nowhere or back."""
        way = [name]
        while (after := self.cuts[way[-1]].superseded_by) is not None:
            at = ("cuts", way[-1], "superseded_by")
            if after in way:
                circle = " → ".join([*way[way.index(after) :], after])
                raise FaultAt(f"data cuts supersede each other in a circle: {circle}", *at)
            if after not in self.cuts:
                raise FaultAt(f"there is no data cut `{after}`", *at)
            way.append(after)
        return way[-1]

    @model_validator(mode="after")
    def _arms_are_known(self) -> Trial:
        for cut_name, cut in self.cuts.items():
            for name, figure in cut.figures.items():
                if figure.arm is not None and figure.arm not in self.arms:
                    message = f"there is no arm `{figure.arm}`; use one of {', '.join(self.arms)}"
                    raise FaultAt(message, "cuts", cut_name, "figures", name, "arm")
        return self

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """The data cuts, by name."""
        return self.cuts

    @property
    def current(self) -> tuple[str, DataCut]:
        """The name of the current data cut, and the cut."""
        return next((name, c) for name, c in self.cuts.items() if c.superseded_by is None)


class Therapy(Record):
    """A therapy: where it is approved, and what its label says."""

    kind: Literal["therapy"]
    name: Text
    medicines: tuple[Text, ...] = ()
    approvals: dict[LedgerName, Approval] = Field(default_factory=dict)
    labels: dict[LedgerName, Label] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _names_differ(self) -> Therapy:
        if both := sorted(set(self.approvals) & set(self.labels)):
            message = f"`{both[0]}` names an approval and a label; rename one"
            raise FaultAt(message, "labels", both[0])
        return self

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """Approvals and labels, by name."""
        return {**self.approvals, **self.labels}


class Survey(Record):
    """How common something is, or how things stand, group by group."""

    kind: Literal["survey"]
    name: Text
    design: Text
    groups: dict[LedgerName, Group] = Field(min_length=1)

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """The groups, by name."""
        return self.groups


class Guideline(Record):
    """What a professional body recommends, edition by edition."""

    kind: Literal["guideline"]
    name: Text
    body: Text
    editions: dict[LedgerName, GuidelineEdition] = Field(min_length=1)

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """The editions, by name."""
        return self.editions


class Test(Record):
    """A laboratory test: what it measures, and who takes which result to mean what."""

    __test__ = False  # no test of pytest's

    kind: Literal["test"]
    name: Text
    measures: Text
    definitions: dict[LedgerName, Definition] = Field(min_length=1)

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """The definitions, by name."""
        return self.definitions


class Pathway(Record):
    """A way from question to answer, step by step, to be drawn as a picture.

    Attributes:
        flow: its steps.
    """

    kind: Literal["flow"]
    title: TwoWordings
    source: Slug
    checked: Checked | Literal["none"]
    start: LedgerName
    steps: Flow = Field(min_length=2)

    @property
    def name(self) -> str:
        """Its title for professionals."""
        return self.title.professional

    @property
    def parts(self) -> Mapping[str, PartRecord]:
        """A pathway has steps, and no parts with figures."""
        return {}


AnyEntry = Trial | Therapy | Survey | Guideline | Test | Pathway
Entry = Annotated[AnyEntry, Field(discriminator="kind")]
