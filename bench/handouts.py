"""How fast the guide's handouts are printed, how large they are, and what memory the book takes.

    python bench/handouts.py

The content is checked before, so that only printing is measured. Goals are those of a machine with
two cores that has nothing else to do.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from plainguide.steps.check import check
from plainguide.steps.handouts.compose import Composer
from plainguide.steps.handouts.handout import Source
from plainguide.steps.handouts.press import Press
from plainguide.steps.handouts.registry import handouts
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages
from speed import BIN, DAY, ROOT, Run, measure

SECONDS_COLD, SECONDS_WARM, SECONDS_ONE, MEGABYTES, KILOBYTES = 60, 3, 0.5, 500, 250


def measure_set(guide: Path) -> dict[str, Run]:
    """The book alone, then the whole set with nothing printed before, and again."""
    command: list[str | Path] = [BIN / "plainguide", "handouts", "--as-of", DAY.isoformat()]
    measure([BIN / "plainguide", "check", "--as-of", DAY.isoformat()], guide)
    book = measure([*command, "book", "--paper", "a4"], guide)
    for kind in (guide / "build" / ".cache").glob("handout*"):
        shutil.rmtree(kind)
    shutil.rmtree(guide / "build" / "handouts", ignore_errors=True)
    return {
        "book on A4": book,
        "whole set": measure(command, guide),
        "again": measure(command, guide),
    }


def measure_each(guide: Path) -> list[tuple[float, int, str]]:
    """Seconds and bytes of each PDF, with its name; one after the other."""
    layout = Layout.at(guide)
    checked = check(layout, DAY)
    if checked.guide is None:
        raise SystemExit("the content has findings; see `plainguide check`")
    composer = Composer(checked.guide, layout)
    press = Press(layout.theme / "handout")
    found = []
    for handout in handouts(Source(checked.guide, tuple(compile_pages(checked)))):
        html = composer.html(handout)
        for form in handout.forms:
            start = time.perf_counter()
            data, _ = press.print(html, handout.design, form, handout.most_pages)
            seconds = time.perf_counter() - start
            found.append((seconds, len(data), form.file_of(handout.name)))
    return found


def _said(value: float, goal: float) -> str:
    return f"{value:.2f} (goal {goal}: {'met' if value < goal else 'MISSED'})"


def main() -> None:
    """Measure a copy of the guide, and show what was measured."""
    with tempfile.TemporaryDirectory(prefix="plainguide-bench-") as name:
        guide = Path(name)
        for folder in ("content", "theme"):
            shutil.copytree(ROOT / folder, guide / folder)
        shutil.copy(ROOT / "mkdocs.yml", guide)
        runs = measure_set(guide)
        each = measure_each(guide)
    print(f"{len(each)} PDFs on {os.cpu_count()} cores")
    print(f"whole set, s: {_said(runs['whole set'].wall, SECONDS_COLD)}")
    print(f"again, s: {_said(runs['again'].wall, SECONDS_WARM)}")
    print(f"book, largest process, MB: {_said(runs['book on A4'].memory / 1e6, MEGABYTES)}")
    print(f"one PDF, s: median {_said(median(seconds for seconds, _, _ in each), SECONDS_ONE)}")
    over = sorted((one for one in each if one[0] >= SECONDS_ONE), reverse=True)
    print(f"slower than {SECONDS_ONE} s: {', '.join(f'{n} {s:.2f}' for s, _, n in over) or 'none'}")
    large = sorted((one[1:] for one in each if one[1] > 1000 * KILOBYTES), reverse=True)
    told = ", ".join(f"{name} {size // 1000} kB" for size, name in large)
    print(f"over {KILOBYTES} kB: {told or 'none'}")


if __name__ == "__main__":
    main()
