"""What the commands' options have in common."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import click
from rich.status import Status

from plainguide.steps.layout import Layout, NotAGuideError

FINDINGS = 1
"""The exit code where there are findings."""


class _Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read a date, or say that it is none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value} is no date; write it as 2026-11-24", param, ctx)


def _layout(_ctx: click.Context, _param: click.Parameter, value: Path) -> Layout:
    try:
        return Layout.at(value)
    except NotAGuideError as error:
        raise click.BadParameter(str(error)) from None


root = click.option(
    "--root",
    "layout",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    callback=_layout,
    help="The guide's folder, with content/ in it.  [default: this folder]",
)
as_of = click.option(
    "--as-of",
    type=_Day(),
    default=lambda: datetime.now(tz=UTC).date(),
    help="The day to judge review dates by.  [default: today]",
)
no_cache = click.option(
    "--no-cache",
    "cached",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Find out everything anew, and keep nothing in build/.cache/.",
)


def stop(spinner: Status | None, message: str) -> NoReturn:
    """Say what is wrong, and leave with the exit code for findings."""
    if spinner:
        spinner.stop()
    click.echo(message, err=True)
    sys.exit(FINDINGS)
