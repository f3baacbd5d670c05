"""The door for people: parse the arguments, call a step, show the result."""

from __future__ import annotations

import sys
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.status import Status

from plainguide import __version__
from plainguide.checks.formats.accepted import accepted_text
from plainguide.checks.formats.github import github
from plainguide.checks.formats.json import json
from plainguide.checks.formats.sarif import sarif
from plainguide.checks.formats.text import text
from plainguide.checks.handbook import rule_list, rule_page
from plainguide.checks.registry import Rule, rules
from plainguide.cli_handouts import handouts
from plainguide.cli_options import FINDINGS, as_of, no_cache, root, stop
from plainguide.steps import history
from plainguide.steps.check import FindingsError, judge
from plainguide.steps.check import check as check_content
from plainguide.steps.files import write_whole
from plainguide.steps.handbook import write_handbook
from plainguide.steps.layout import Layout
from plainguide.steps.report import report
from plainguide.steps.report_html import report_html
from plainguide.steps.revisions import RevisionError
from plainguide.steps.serve import serve as serve_site
from plainguide.steps.site import SiteError

_FORMATS = {
    "text": text,
    "json": json,
    "sarif": lambda findings: sarif(findings, __version__),
    "github": github,
}


_format = click.option(
    "--format", "form", type=click.Choice(sorted(_FORMATS)), default="text", show_default=True
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="plainguide %(version)s")
def main() -> None:
    """Write medical facts once; publish them in plain language and in full."""


@main.command()
@root
@as_of
@_format
@no_cache
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.option(
    "--rule",
    "only",
    multiple=True,
    metavar="RULE",
    help="Show what this rule finds, and nothing else. May be given several times.",
)
@click.option("--accepted", is_flag=True, help="List the exceptions that authors accept.")
@click.option(
    "--report",
    "reported",
    is_flag=False,
    flag_value="-",
    metavar="[FILE]",
    help="Show a row a topic: reading levels, findings, review. Into FILE as an HTML page.",
)
@click.option("--list-rules", is_flag=True, help="List all rules, and check nothing.")
@click.option("--explain", metavar="RULE", help="Say all about one rule, and check nothing.")
def check(
    *,
    layout: Layout,
    as_of: date,
    form: str,
    cached: bool,
    strict: bool,
    only: tuple[str, ...],
    accepted: bool,
    reported: str | None,
    list_rules: bool,
    explain: str | None,
) -> None:
    """Check the content, and list every finding."""
    if list_rules or explain:
        click.echo(rule_list(rules()) if list_rules else rule_page(_rule(str(explain))), nl=False)
        return
    wanted = {_rule(code).code for code in only}
    whole = check_content(layout, as_of, cached=cached) if reported else None
    checked = whole.verdict if whole else judge(layout, as_of, cached=cached)
    findings = [f for f in checked.findings if not wanted or f.rule in wanted]
    if whole and whole.guide and reported and reported != "-":
        write_whole(Path(reported), report_html(whole, as_of).encode())
        click.echo(f"Reported in {reported}.", err=True)
    elif whole and form == "text":
        click.echo(report(whole))
    if accepted and form == "text" and checked.accepted:
        click.echo(accepted_text(checked.accepted))
    show = partial(text, accepted=len(checked.accepted)) if form == "text" else _FORMATS[form]
    if output := show(findings):
        click.echo(output)
    if any(strict or finding.level == "error" for finding in findings):
        sys.exit(FINDINGS)


def _rule(code: str) -> Rule:
    """The rule of this name; wrong usage where there is none."""
    if code in rules():
        return rules()[code]
    near = get_close_matches(code, rules(), n=1)
    hint = f"Did you mean {near[0]}?" if near else "See --list-rules."
    raise click.UsageError(f"No rule is called {code}. {hint}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def handbook(folder: Path) -> None:
    """Write a page for each rule into FOLDER, and their list."""
    click.echo(f"{write_handbook(folder)} pages in {folder}.")


@main.command()
@root
@as_of
@no_cache
def build(*, layout: Layout, as_of: date, cached: bool) -> None:
    """Check the content, then make pages, handouts and the site."""
    from plainguide.steps.build import build as build_all  # noqa: PLC0415 - it brings much

    console = Console(highlight=False, soft_wrap=True)
    spinner: Status | None = None
    try:
        for progress in build_all(layout, as_of, cached=cached):
            if progress.result is None and console.is_terminal:
                spinner = console.status(f"{progress.step} …")
                spinner.start()
            elif progress.result is not None:
                if spinner:
                    spinner.stop()
                console.print(f"[green]✓[/] {progress.step:<9} {progress.result}")
    except FindingsError as error:
        stop(spinner, text(error.findings))
    except SiteError as error:
        stop(spinner, str(error))
    console.print(f"Open {layout.site.relative_to(layout.root)}/index.html in a browser.")


@main.command()
@root
@as_of
@_format
@no_cache
def audit(*, layout: Layout, as_of: date, form: str, cached: bool) -> None:
    """Read back all that was built, and compare each number with the ledger."""
    from plainguide.steps import audit as step  # noqa: PLC0415 - it brings much

    try:
        seen = step.audit(layout, as_of, cached=cached)
    except FindingsError as error:
        stop(None, text(error.findings))
    if form == "text":
        click.echo(step.told(seen))
    if output := _FORMATS[form](seen.findings):
        click.echo(output)
    if seen.findings:
        sys.exit(FINDINGS)


@main.command()
@root
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
def serve(layout: Layout, address: str) -> None:
    """Show the site, and renew it whenever content, evidence or theme change."""
    try:
        serve_site(layout, address)
    except SiteError as error:
        stop(None, str(error))


@main.command()
@root
def addresses(layout: Layout) -> None:
    """Give every topic and section that has none a short address, for ever."""
    from plainguide.steps import addresses as step  # noqa: PLC0415 - named like the command

    try:
        click.echo(step.told(step.add_addresses(layout)))
    except FindingsError as error:
        stop(None, text(error.findings))


@main.group()
def evidence() -> None:
    """Compare what editions say, and record them."""


@evidence.command()
@root
@click.argument("old")
@click.argument("new", default=".")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def diff(layout: Layout, old: str, new: str, form: str) -> None:
    """List what changed from OLD to NEW, and which pages and handouts that touches.

    OLD and NEW are git revisions, or folders with content/ in them; NEW is this folder where left
    out.
    """
    show = {"text": history.told, "json": history.as_json}[form]
    try:
        click.echo(show(history.snapshot_at(layout, old), history.snapshot_at(layout, new)))
    except FindingsError as error:
        stop(None, text(error.findings))
    except RevisionError as error:
        raise click.UsageError(str(error)) from None


@evidence.command()
@root
@click.argument("of", default=".")
def record(layout: Layout, of: str) -> None:
    """Record what this edition says, before you raise the edition.

    OF is a git revision or a folder; this folder where left out.
    """
    try:
        path = history.record(layout, of)
    except FindingsError as error:
        stop(None, text(error.findings))
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"Recorded in {path.relative_to(layout.root)}. Now raise `edition` in guide.yml.")


main.add_command(handouts)
