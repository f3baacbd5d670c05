"""All trials side by side: one row for each arm of each trial, at its current data cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainguide.model.entry import Arm, Therapy, Trial
from plainguide.model.evidence import Bound
from plainguide.model.guide import Guide, Settings
from plainguide.model.part import DataCut


@dataclass(frozen=True, slots=True)
class Row:
    """One arm of a trial, with its results at the current data cut.

    Attributes:
        name: the trial's name in the ledger.
        arm_name: the arm's name in the ledger; none for results of no single arm.
        therapies: what the arm was given: the ledger's name of each therapy, or the arm's own title
            where the ledger has no entry.
        results: by end point, in the order of the settings.
    """

    name: str
    trial: Trial
    arm_name: str | None
    cut_name: str
    therapies: tuple[str, ...]
    results: Mapping[str, Bound]

    @property
    def arm(self) -> Arm | None:
        """The arm; none for results of no single arm."""
        return self.trial.arms[self.arm_name] if self.arm_name else None

    @property
    def cut(self) -> DataCut:
        """The trial's current data cut."""
        return self.trial.cuts[self.cut_name]

    @property
    def sources(self) -> list[str]:
        """The sources of its results, or of its data cut where it has none."""
        return list(dict.fromkeys(b.source for b in self.results.values())) or [self.cut.source]


def rows(guide: Guide) -> list[Row]:
    """Every row, in the order of the ledger; arms without any result included."""
    return [row for name, trial in guide.ledger.trials() for row in _of_trial(name, trial, guide)]


def reported(of_rows: Sequence[Row], settings: Settings) -> list[str]:
    """The end points of which at least one row has a result, in the order of the settings."""
    return [name for name in settings.endpoints if any(name in row.results for row in of_rows)]


def _of_trial(name: str, trial: Trial, guide: Guide) -> Iterator[Row]:
    """A row for each arm; where there are several, one more for results of all together."""
    cut_name, cut = trial.current
    figures = list(_figures(f"{name}.{cut_name}", cut, guide))
    alone = len(trial.arms) == 1
    for arm_name, arm in trial.arms.items():
        own = [b for b in figures if b.figure.arm == arm_name or (alone and not b.figure.arm)]
        given = (_therapy(arm, guide),)
        yield Row(name, trial, arm_name, cut_name, given, _by_endpoint(own, guide))
    of_all = _by_endpoint([b for b in figures if b.figure.arm is None], guide)
    if of_all and not alone:
        all_given = tuple(dict.fromkeys(_therapy(arm, guide) for arm in trial.arms.values()))
        yield Row(name, trial, None, cut_name, all_given, of_all)


def _figures(ref: str, cut: DataCut, guide: Guide) -> Iterator[Bound]:
    """The figures of a data cut that are of an end point and that dispute no preferred one."""
    for name, figure in cut.figures.items():
        bound = guide.ledger.bind(f"{ref}.{name}")
        if bound and figure.endpoint and figure.disputes is None:
            yield bound


def _by_endpoint(bounds: list[Bound], guide: Guide) -> Mapping[str, Bound]:
    """Results by end point; one of the arm alone stands before one of the whole trial."""
    by_arm = sorted(bounds, key=lambda bound: bound.figure.arm is not None)
    found = {bound.figure.endpoint: bound for bound in by_arm}
    return {name: found[name] for name in guide.settings.endpoints if name in found}


def _therapy(arm: Arm, guide: Guide) -> str:
    """What an arm was given, as filters call it."""
    entry = guide.ledger.entries.get(arm.therapy) if arm.therapy else None
    return entry.name if isinstance(entry, Therapy) else arm.title
