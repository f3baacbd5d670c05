"""The settings of the page that sets all trials side by side."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from plainguide.model.base import LedgerName, Record, Text


class ColumnWords(Record):
    """Titles of the columns that every guide has, whatever its traits and end points are."""

    trial: Text
    therapy: Text
    phase: Text
    comparison: Text
    cutoff: Text


class ControlWords(Record):
    """What stands at the controls above the table, which only the page's script shows.

    Attributes:
        any: the choice of a filter that leaves nothing out.
        shown: how many rows are shown, with `{shown}` and `{all}` in it.
        nothing: what stands there instead where no row is left.
    """

    search: Text
    any: Text
    columns: Text
    reset: Text
    shown: Text
    nothing: Text


class ExplorerPage(Record):
    """The words of the page, and how its table is set up.

    Attributes:
        caution: title and text of the warning above the table.
        caption: what the table shows, and what an empty cell means.
        filters: the columns that can be filtered by, each with its filter's label.
        folded: columns that are put away until they are asked for, where scripts run.
        whole_trial: what a row with figures of no single arm is called.
        no_results: what is said of an arm without figures.
        unconfirmed: the mark of a figure that nobody has read at its source.
        superseded: the mark of a data cut that another replaces, with `{by}` in it.
        trials: heading of the list of trials.
        downloads: the words of the links to the table as CSV and as JSON.
    """

    title: Text
    lead: Text
    caution: tuple[Text, Text]
    caption: Text
    columns: ColumnWords
    filters: Mapping[LedgerName, Text] = Field(default_factory=dict)
    folded: tuple[LedgerName, ...] = ()
    controls: ControlWords
    whole_trial: Text
    no_results: Text
    unconfirmed: Text
    superseded: Text
    trials: Text
    downloads: tuple[Text, Text]
