"""Which PDFs are known to be current, from what earlier runs made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plainguide.model.form import Form
from plainguide.model.guide import Guide
from plainguide.steps.cache import Cache, digest, digest_of
from plainguide.steps.files import read_all
from plainguide.steps.handouts.handout import Handout, Stamp
from plainguide.steps.handouts.job import KIND, Done, Job
from plainguide.steps.layout import Layout

_INPUTS = "handout-inputs"
_TEXTS = (".md", ".yml", ".json")


class Known:
    """What earlier runs made of the same handouts, told without composing them again.

    Args:
        layout: where the guide lies.
        guide: that guide.
        stamp: the clinic that gives the handouts away, if any.
        cache: of earlier runs.
    """

    def __init__(self, layout: Layout, guide: Guide, stamp: Stamp | None, cache: Cache) -> None:
        self._cache = cache
        self.looks = digest_of(read_all(layout.theme / "handout", layout.theme))
        images = {
            path: data
            for path, data in read_all(layout.content, layout.root).items()
            if not path.endswith(_TEXTS)
        }
        settings = guide.settings.model_dump_json()
        self._around = digest(self.looks, digest_of(images), settings, repr(stamp))
        self._used: dict[str, str] = {}

    def pdf(self, handout: Handout, form: Form) -> bytes | None:
        """The PDF of a handout as it is now, where an earlier run made it."""
        key = self._key(handout, form)
        made = self._cache.get(_INPUTS, key)
        if made is None:
            return None
        self._used[key] = made.decode()
        return self._cache.get(KIND, made.decode())

    def learn(self, job: Job, done: Done) -> None:
        """Remember what a job made, where it made it without a fault."""
        if done.findings:
            return
        for form, made in done.keys.items():
            key = self._key(job.handout, form)
            self._used[key] = made
            self._cache.put(_INPUTS, key, made.encode())

    def forget_others(self) -> None:
        """Delete what was made of anything but the handouts that were asked for."""
        self._cache.keep_only(_INPUTS, self._used.keys())
        self._cache.keep_only(KIND, set(self._used.values()))

    def _key(self, handout: Handout, form: Form) -> str:
        return digest(self._around, handout.text, form.name)


def current(known: Known, everything: Iterable[Handout], files: Mapping[str, bytes]) -> set[str]:
    """The names of those files that are handouts as they would be made now."""
    return {
        name
        for handout in everything
        for form in handout.forms
        if (name := form.file_of(handout.name)) in files and known.pdf(handout, form) == files[name]
    }
