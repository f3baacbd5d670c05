"""How current the evidence of a page is: when what it rests on was last read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plainguide.model.evidence import Ledger
from plainguide.model.figure import Checked
from plainguide.model.reading import Reading


@dataclass(frozen=True, slots=True)
class ReadDays:
    """The newest days on which anything of the ledger was read, found once for all pages.

    Attributes:
        by_source: for what rests on a source, by the source's id.
        by_entry: for what stands in an entry, by the entry's name.
    """

    by_source: Mapping[str, date]
    by_entry: Mapping[str, date]

    def of_reading(self, reading: Reading, ledger: Ledger) -> date | None:
        """The newest day on which anything that a reading shows was read at its source.

        That is each figure on the page, and whatever in the ledger rests on a source that the page
        cites. It is not the day of the newest study: something newer may exist that nobody has
        read yet.

        Returns:
            The day; none where nothing on the page was read by anyone.
        """
        uses = {use.ref for block in reading.blocks for use in block.uses}
        bounds = (ledger.bind(ref) for ref in uses)
        figures = (bound.checked.on for bound in bounds if bound and bound.checked)
        cited = {c.source for block in reading.blocks for c in block.citations}
        return newest([*figures, *(self.by_source[s] for s in cited if s in self.by_source)])

    def of_entries(self, names: Iterable[str]) -> date | None:
        """The newest day on which anything of these entries was read; none where nothing was."""
        return newest(self.by_entry[name] for name in names if name in self.by_entry)


def newest(days: Iterable[date | None]) -> date | None:
    """The last of some days; none where there are none."""
    return max((day for day in days if day), default=None)


def read_days(ledger: Ledger) -> ReadDays:
    """Find when each source and each entry was last read."""
    by_source: dict[str, date] = {}
    by_entry: dict[str, date] = {}
    for ref, source, checked in _all(ledger):
        if checked is not None:
            entry = ref.partition(".")[0]
            by_source[source] = max(by_source.get(source, checked.on), checked.on)
            by_entry[entry] = max(by_entry.get(entry, checked.on), checked.on)
    return ReadDays(by_source, by_entry)


def _all(ledger: Ledger) -> Iterator[tuple[str, str, Checked | None]]:
    """All that rests on a source: its address, the source, and where it was read."""
    for held in (
        ledger.figures(),
        ledger.statements(),
        ledger.sourced_parts(),
        ledger.pathways(),
    ):
        for one in held:
            yield one.ref, one.source, one.checked
