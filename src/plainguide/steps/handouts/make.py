"""Make the PDFs of handouts.

They are made from the compiled pages, so there is nothing to keep in step by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plainguide.model.form import Form
from plainguide.model.place import Finding, Place
from plainguide.readings.pages import Page
from plainguide.steps.cache import Cache
from plainguide.steps.check import Checked, FindingsError
from plainguide.steps.files import read_all, write_changed
from plainguide.steps.handouts.compose import Composer
from plainguide.steps.handouts.handout import Handout, Source, Stamp
from plainguide.steps.handouts.job import Done, Job, Workshop
from plainguide.steps.handouts.known import Known, current
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.layout import Layout
from plainguide.steps.sharing import each_in_threads

if TYPE_CHECKING:
    from plainguide.steps.handouts.press import Press

Told = Callable[[int, int], None]
"""Told how many PDFs are made, of how many."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made.

    Attributes:
        stamp: the clinic that gives the handouts away, if any.
        names: of handouts; none for all.
        forms: to print them in, so far as they have them; none for all.
        cached: whether what earlier runs made may be used.
    """

    stamp: Stamp | None = None
    names: frozenset[str] | None = None
    forms: frozenset[Form] | None = None
    cached: bool = True

    @property
    def whole(self) -> bool:
        """Whether it is the whole set."""
        return self.names is None and self.forms is None

    def jobs(self, everything: Iterable[Handout]) -> Iterator[Job]:
        """What there is to do, of all handouts."""
        for handout in everything:
            if self.names is None or handout.name in self.names:
                forms = (f for f in handout.forms if self.forms is None or f in self.forms)
                yield Job(handout, tuple(forms))


def make_handouts(
    layout: Layout,
    checked: Checked,
    made: Iterable[Page],
    wanted: Wanted = Wanted(),
    tell: Told = lambda _done, _of: None,
) -> list[Path]:
    """Make handouts, as far as no earlier run has made them from the same.

    Args:
        layout: where the guide lies.
        checked: the guide, without findings.
        made: its compiled pages.
        wanted: which handouts; the whole set where left out.
        tell: is told how far it is.

    Returns:
        The PDFs that were wanted, in order. Beside them in `build/handouts/` stay only such as are
        current too.

    Raises:
        FindingsError: where a handout could not be made as it should be; nothing is written.
    """
    guide = checked.guide
    if guide is None:
        raise FindingsError(checked.findings)
    everything = handouts(Source(guide, tuple(made)))
    cache = Cache.of(layout, used=wanted.cached)
    known = Known(layout, guide, wanted.stamp, cache)
    files: dict[str, bytes] = {}
    missing: list[Job] = []
    for job in wanted.jobs(everything):
        found = {form: known.pdf(job.handout, form) for form in job.forms}
        files |= {form.file_of(job.handout.name): pdf or b"" for form, pdf in found.items()}
        if left := tuple(form for form, pdf in found.items() if pdf is None):
            missing.append(Job(job.handout, left))
    if missing:
        composer = Composer(guide, layout, wanted.stamp)
        workshop = Workshop(composer, _press(layout), layout, cache, known.looks)
        files |= _printed(missing, workshop, known, tell)
    old = read_all(layout.handouts, layout.handouts) if layout.handouts.is_dir() else {}
    kept = set() if wanted.whole else current(known, everything, old)
    write_changed(layout.handouts, {**{name: old[name] for name in kept}, **files})
    if wanted.whole:
        known.forget_others()
    return [layout.handouts / name for name in files]


def _press(layout: Layout) -> Press:
    """What prints, which takes long to load.

    Raises:
        FindingsError: where its libraries can't be loaded on this machine.
    """
    try:
        from plainguide.steps.handouts.press import Press  # noqa: PLC0415
    except ImportError as error:
        message = f"{' '.join(str(error).split())}; install the packages anew, as `make site` does"
        raise FindingsError((Finding(Place("theme/handout"), "library", message),)) from None
    return Press(layout.theme / "handout")


def _printed(jobs: list[Job], workshop: Workshop, known: Known, tell: Told) -> dict[str, bytes]:
    """The PDFs of what no earlier run has made.

    Raises:
        FindingsError: where any of them has a fault.
    """
    jobs = sorted(jobs, key=lambda job: -job.size)
    files: dict[str, bytes] = {}
    found: set[Finding] = set()
    of_pages: set[str] = set()
    of_several: list[Finding] = []
    for job, done in zip(jobs, each_in_threads(workshop.do, jobs), strict=True):
        known.learn(job, done)
        if len(job.handout.pages) > 1:
            of_several += done.findings
        else:
            found.update(done.findings)
            of_pages.update(finding.message for finding in done.findings)
        files |= _named(job, done)
        tell(len(files), sum(len(job.forms) for job in jobs))
    # What is wrong with a page is wrong wherever it is printed, and told once.
    found.update(finding for finding in of_several if finding.message not in of_pages)
    if found:
        raise FindingsError(tuple(sorted(found)))
    return files


def _named(job: Job, done: Done) -> dict[str, bytes]:
    return {form.file_of(job.handout.name): pdf for form, pdf in done.pdfs.items()}
