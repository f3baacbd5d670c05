"""The parts of an entry: groups of figures and statements that share a source and a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Literal

from pydantic import Field, model_validator

from plainguide.model.base import LedgerName, Record, Slug, Text
from plainguide.model.fault import FaultAt
from plainguide.model.figure import Checked, Count, Figure, Share

Figures = dict[LedgerName, Figure]

About = Literal[
    "boxed warning",
    "warning",
    "contraindication",
    "monitoring",
    "interaction",
    "pregnancy",
    "dosing",
    "harm",
    "position",
    "criterion",
    "companion",
    "biology",
    "design",
]
"""What a statement is about; `companion` is a companion diagnostic."""


Decision = Literal["approved", "accelerated", "conditional", "not approved", "off-label", "unknown"]
"""What a regulator decided; `unknown` where no text could be read that says."""


class Statement(Record):
    """A fact in words, with its source: a warning, a criterion, a guideline's position.

    Attributes:
        says: the fact, in our own words.
        therapy: the ledger entry of the therapy that it speaks of, where it speaks of one.
        grade: the strength that its author gives it, such as `III, B`.
        source: the id of the source that publishes it; the part's own source where left out.
        checked: where its text was read; the part's own where left out.
    """

    about: About
    says: Text
    therapy: LedgerName | None = None
    grade: Text | None = None
    source: Slug | None = None
    checked: Checked | Literal["none"] | None = None
    note: Text | None = None


class PartRecord(Record):
    """A group of figures and statements that share a source and a date.

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
    statements: dict[LedgerName, Statement] = Field(default_factory=dict)

    @property
    def dated(self) -> date | None:
        """The day that the figures speak of."""
        raise NotImplementedError

    @property
    def superseded(self) -> bool:
        """Whether a newer part stands in for this one; only a data cut can be."""
        return False

    @model_validator(mode="after")
    def _names_differ(self) -> PartRecord:
        if both := sorted(set(self.figures) & set(self.statements)):
            message = f"`{both[0]}` names a figure and a statement; rename one"
            raise FaultAt(message, "statements", both[0])
        return self

    @model_validator(mode="after")
    def _relations_hold(self) -> PartRecord:
        for name, key, other in self._relations():
            if other == name:
                raise FaultAt(f"`{key}` names the figure itself", "figures", name, key)
            if other not in self.figures:
                near = get_close_matches(other, self.figures, n=1)
                hint = f"did you mean `{near[0]}`?" if near else "add it here"
                message = f"no figure of this part is called `{other}`; {hint}"
                raise FaultAt(message, "figures", name, key)
        return self

    def _relations(self) -> Iterator[tuple[str, str, str]]:
        """Each figure that names another: its name, the key that does so, the other's name."""
        for name, figure in self.figures.items():
            singles = {"disputes": figure.disputes}
            if isinstance(figure, Share | Count):
                singles["within"] = figure.within
                for other in figure.sum_of:
                    yield name, "sum_of", other
            yield from ((name, key, other) for key, other in singles.items() if other)


class DataCut(PartRecord):
    """One analysis of a trial. `cutoff` is none where it was published without one.

    Attributes:
        superseded_by: the name of the data cut that replaces it; none for the current one.
    """

    cutoff: date | None
    superseded_by: LedgerName | None = None

    @property
    def dated(self) -> date | None:
        """The data cut-off."""
        return self.cutoff

    @property
    def superseded(self) -> bool:
        """Whether a newer data cut stands in for this one."""
        return self.superseded_by is not None


class Approval(PartRecord):
    """What one regulator decided on one use of a therapy.

    Attributes:
        decision: `unknown` where no text could be read that says; the note tells what was tried.
    """

    regulator: Text
    decision: Decision
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

    as_of: date | None = None

    @property
    def dated(self) -> date | None:
        """The day of which the figures speak."""
        return self.as_of


class Definition(PartRecord):
    """What one body or trial takes a test's result to mean."""

    as_of: date | None = None

    @property
    def dated(self) -> date | None:
        """The day of which the definition speaks."""
        return self.as_of


class GuidelineEdition(PartRecord):
    """One edition of a guideline. `issued` is none where its day could not be read."""

    edition: Text
    issued: date | None
    as_of: date

    @property
    def dated(self) -> date | None:
        """The day on which it was read."""
        return self.as_of
