"""Make the PDFs of all handouts.

They are made from the compiled pages, so there is nothing to keep in step by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from plainguide.model.form import Form
from plainguide.model.place import Finding
from plainguide.readings.pages import Page
from plainguide.steps.check import Checked, FindingsError
from plainguide.steps.files import write_changed
from plainguide.steps.handouts.fill import handout_html
from plainguide.steps.handouts.handout import Handout, Source
from plainguide.steps.handouts.press import Faults, Press
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.layout import Layout


def make_handouts(layout: Layout, checked: Checked, made: Iterable[Page]) -> list[Path]:
    """Make every handout of a guide, in each of its forms.

    Args:
        layout: where the guide lies.
        checked: the guide, without findings.
        made: its compiled pages.

    Returns:
        The PDFs, in order.

    Raises:
        FindingsError: where a handout could not be made as it should be; nothing is written.
    """
    if checked.guide is None:
        raise FindingsError(checked.findings)
    folder = layout.theme / "handout"
    found: list[Finding] = []
    files: dict[str, bytes] = {}
    for handout in handouts(Source(checked.guide, tuple(made))):
        html = handout_html(handout, checked.guide.settings, layout)
        for form in handout.forms:
            pdf, faults = _pdf(html, styles_of(handout, form), folder, _digest(folder))
            found += [Finding(handout.place, "handout", fault) for fault in faults]
            files[form.file_of(handout.name)] = pdf
    if found:
        raise FindingsError(tuple(sorted(set(found))))
    write_changed(layout.handouts, files)
    return [layout.handouts / name for name in files]


def styles_of(handout: Handout, form: Form) -> tuple[str, ...]:
    """The styles of a handout in a form."""
    large = ("large.css",) if form.large else ()
    return (*handout.styles, f"{form.paper}.css", *large)


@lru_cache(maxsize=512)
def _pdf(html: str, styles: tuple[str, ...], folder: Path, digest: str) -> tuple[bytes, Faults]:
    """The PDF, and what is wrong with it; kept, so that `serve` makes only news."""
    return _press(folder, digest).print(html, styles)


@lru_cache(maxsize=2)
def _press(folder: Path, _digest: str) -> Press:
    """A press of these templates, as they are now."""
    return Press(folder)


def _digest(folder: Path) -> str:
    """What the templates, styles and fonts are, so that a change of theirs is seen."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
