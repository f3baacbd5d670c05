"""How fast a check is, beside a stock Material build of the same pages, in one run.

    python bench/speed.py [--topics N] [--runs N] [--peer-runs N]

Through make: `make bench BENCH="--topics 100"`. Times are of whole processes; where the machine is
busy with something else, look at the processor's time rather than at the wall's clock.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median

from grow import grow
from plainguide.steps.check import check
from plainguide.steps.layout import Layout
from plainguide.steps.pages import compile_pages

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
DAY = date(2026, 11, 24)
STOCK = "site_name: Stock\ndocs_dir: pages\nsite_dir: site\ntheme: material\nplugins: [search]\n"
_KILOBYTES = 1 if sys.platform == "darwin" else 1024
"""What the system counts memory in."""

FIRST, AGAIN, CHANGED, PEER = "check, first", "check, again", "check, one changed", "stock Material"
_GOALS = ((FIRST, PEER, 0.5), (AGAIN, FIRST, 0.1), (CHANGED, FIRST, None))
"""What is compared with what, and the ratio to stay below."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds on the wall, seconds of processors, bytes of its largest."""

    wall: float
    processor: float
    memory: int
    status: int


def measure(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command to its end; what it says is thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own commands
        [str(word) for word in command],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    memory = used.ru_maxrss * _KILOBYTES
    return Run(wall, used.ru_utime + used.ru_stime, memory, process.returncode)


def measure_checks(guide: Path, runs: int) -> dict[str, list[Run]]:
    """Check a guide for the first time, again, and after a change; so often, in turns."""
    command: list[str | Path] = [BIN / "plainguide", "check", "--as-of", DAY.isoformat()]
    changed = min(guide.glob("content/topics/*/*.md"))
    text = changed.read_text()
    found: dict[str, list[Run]] = {FIRST: [], AGAIN: [], CHANGED: []}
    for number in range(runs):
        shutil.rmtree(guide / "build" / ".cache", ignore_errors=True)
        found[FIRST].append(measure(command, guide))
        found[AGAIN].append(measure(command, guide))
        changed.write_text(f"{text}\nThis is new{'!' * (number + 1)}\n")
        found[CHANGED].append(measure(command, guide))
        changed.write_text(text)
    return found


def measure_peer(guide: Path, folder: Path, runs: int) -> list[Run]:
    """Build the same pages with Material as it comes, with nothing but its search."""
    checked = replace(check(Layout.at(guide), DAY), findings=())
    for page in compile_pages(checked):
        path = folder / "pages" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text)
    (folder / "mkdocs.yml").write_text(STOCK)
    return [measure([BIN / "mkdocs", "build", "--clean"], folder) for _ in range(runs)]


def show(found: dict[str, list[Run]], topics: int) -> None:
    """Print a row for each, by its medians, and what they are to one another."""
    print(f"{topics} topics, {2 * topics} readings; medians\n")
    print(f"{'':<22}{'runs':>5}{'wall s':>9}{'cpu s':>9}{'ms/topic':>10}{'MB':>7}  exit")
    walls: dict[str, float] = {}
    processors: dict[str, float] = {}
    for name, runs in found.items():
        wall = walls[name] = median(run.wall for run in runs)
        processor = processors[name] = median(run.processor for run in runs)
        memory = max(run.memory for run in runs) / 1e6
        each = 1000 * processor / topics
        row = f"{name:<22}{len(runs):>5}{wall:>9.2f}{processor:>9.2f}{each:>10.1f}{memory:>7.0f}"
        print(f"{row}  {', '.join(sorted({str(run.status) for run in runs}))}")
    print()
    for of, to, below in _GOALS:
        if to in walls:
            ratio = walls[of] / walls[to]
            goal = f"below {below}: {'met' if ratio < below else 'MISSED'}" if below else "no goal"
            print(f"{of} / {to}: {ratio:.3f} ({goal}); cpu {processors[of] / processors[to]:.3f}")


def main() -> None:
    """Grow a guide, measure, and show what was measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--topics", type=int, default=1000, help="how large a guide [1000]")
    parser.add_argument("--runs", type=int, default=3, help="how often to check [3]")
    parser.add_argument("--peer-runs", type=int, default=1, help="how often to build [1]")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plainguide-bench-") as name:
        folder = Path(name)
        guide = folder / "guide"
        grow(ROOT / "content", guide / "content", asked.topics)
        found = measure_checks(guide, asked.runs)
        if asked.peer_runs:
            found[PEER] = measure_peer(guide, folder / "peer", asked.peer_runs)
        show(found, asked.topics)


if __name__ == "__main__":
    main()
