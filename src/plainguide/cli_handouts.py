"""The command that prints handouts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from plainguide.checks.formats.text import text
from plainguide.cli_options import as_of, no_cache, root, stop
from plainguide.steps.check import FindingsError
from plainguide.steps.layout import Layout


@click.command()
@root
@as_of
@no_cache
@click.argument("topics", metavar="[TOPIC]...", nargs=-1)
@click.option(
    "--pack", "packs", multiple=True, metavar="NAME", help="A pack of guide.yml. May be repeated."
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="On this paper only.")
@click.option("--large", is_flag=True, help="In large print only.")
@click.option(
    "--clinic",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file with the name, telephone and logo of the clinic that gives them away.",
)
def handouts(
    *,
    layout: Layout,
    as_of: date,
    cached: bool,
    topics: tuple[str, ...],
    packs: tuple[str, ...],
    paper: str | None,
    large: bool,
    clinic: Path | None,
) -> None:
    """Print handouts: each TOPIC, or all of them, with the packs and the book.

    They lie in build/handouts/ then, and beside them only such as are current too.
    """
    from plainguide.steps.handouts import order as step  # noqa: PLC0415 - it brings much

    order = step.Order(topics, packs, paper, large, clinic, cached)
    console = Console(highlight=False, soft_wrap=True)
    bar = Progress(
        TextColumn("handouts"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    try:
        with bar:
            task = bar.add_task("handouts", total=None)
            paths = step.fill_order(
                layout, as_of, order, lambda done, of: bar.update(task, completed=done, total=of)
            )
    except FindingsError as error:
        stop(None, text(error.findings))
    except step.UnknownHandoutError as error:
        raise click.UsageError(str(error)) from None
    where = layout.handouts.relative_to(layout.root)
    console.print(f"[green]✓[/] handouts  {len(paths)} PDFs in {where}/")
