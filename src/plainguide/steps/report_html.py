"""The report as one HTML page that needs nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plainguide.checks.level.formulas import FORMULAS
from plainguide.model.topic import READINGS
from plainguide.steps.check import Checked
from plainguide.steps.rows import rows

_TEMPLATE = "report.html"


def report_html(checked: Checked, as_of: date) -> str:
    """A page with a row a topic, every finding, and every exception with its reason.

    Args:
        checked: a guide whose settings could be read.
        as_of: the day by which it was judged.
    """
    guide = checked.guide
    assert guide is not None  # noqa: S101 - the caller has looked
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    return env.get_template(_TEMPLATE).render(
        guide=guide,
        settings=guide.settings,
        as_of=as_of.isoformat(),
        rows=list(rows(checked, guide)),
        formulas=tuple(FORMULAS),
        readings=READINGS,
        findings=checked.findings,
        accepted=checked.accepted,
    )
