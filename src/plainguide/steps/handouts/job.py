"""One handout, made in some of its forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from plainguide.model.form import Form
from plainguide.model.place import Finding
from plainguide.steps.cache import Cache, digest
from plainguide.steps.handouts.compose import Composer
from plainguide.steps.handouts.faults import RULE, faults
from plainguide.steps.handouts.handout import Handout
from plainguide.steps.layout import Layout

if TYPE_CHECKING:
    from plainguide.steps.handouts.press import Press

KIND = "handouts"
"""What the cache calls PDFs."""
_MOST = 256
_printed: dict[str, bytes] = {}
"""What this process printed without a fault, wherever the guide lies that it was for."""


@dataclass(frozen=True, slots=True)
class Job:
    """A handout to be made, in these forms."""

    handout: Handout
    forms: tuple[Form, ...]

    @property
    def size(self) -> int:
        """How much work it is, about: larger ones are begun first, so that all end together."""
        return len(self.forms) * sum(len(page.body) for page in self.handout.pages)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job.

    Attributes:
        keys: what each PDF is kept under, by its form.
        pdfs: likewise.
        findings: why they must not be used, if any.
    """

    keys: Mapping[Form, str]
    pdfs: Mapping[Form, bytes]
    findings: tuple[Finding, ...]


class Workshop:
    """Does jobs with the same templates, and prints nothing that an earlier run has printed.

    Args:
        composer: makes the HTML.
        press: prints it.
        layout: where the guide lies.
        cache: of PDFs, and of what had no fault.
        looks: a digest of templates, designs, fonts and engine.
    """

    def __init__(
        self, composer: Composer, press: Press, layout: Layout, cache: Cache, looks: str
    ) -> None:
        self._composer = composer
        self._press = press
        self._layout = layout
        self._cache = cache
        self._looks = looks
        # Jobs are done side by side; what makes HTML of Markdown serves one at a time.
        self._composing = Lock()

    def do(self, job: Job) -> Done:
        """Make one handout in its forms."""
        handout = job.handout
        with self._composing:
            html = self._composer.html(handout)
        if found := faults(handout, html, self._layout):
            return Done({}, {}, tuple(sorted(found)))
        keys, pdfs = {}, {}
        complaints: set[str] = set()
        for form in job.forms:
            keys[form] = key = digest(self._looks, html, handout.design, form.name)
            pdf = self._cache.get(KIND, key)
            if pdf is None and (pdf := _printed.get(key)):
                self._cache.put(KIND, key, pdf)
            if pdf is None:
                pdf, said = self._press.print(html, handout.design, form, handout.most_pages)
                complaints.update(said)
                if not said:
                    self._keep(key, pdf)
            pdfs[form] = pdf
        findings = (Finding(handout.place, RULE, fault) for fault in complaints)
        return Done(keys, pdfs, tuple(sorted(findings)))

    def _keep(self, key: str, pdf: bytes) -> None:
        if len(_printed) >= _MOST:
            _printed.clear()
        _printed[key] = pdf
        self._cache.put(KIND, key, pdf)
