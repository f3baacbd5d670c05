"""What Lighthouse says of every page of the site, on a phone; 45 minutes on two idle cores.

    make judge [PAGES="ADDRESS..."]

Tests judge a page of each kind; this judges all, or those whose addresses from the site's root
begin with one of those given.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from speed import ROOT

sys.path.insert(0, str(ROOT / "tests"))
from support.server import serving  # the tests' own, by the line above
from support.tools import run_lighthouse
from support.views import pages

SITE = ROOT / "build" / "site"
GOALS = {"performance": 0.95, "accessibility": 1, "best-practices": 1, "seo": 1}
HIDDEN = {"is-crawlable", "robots-txt"}
"""What pages fail on purpose that no search engine is to list, or that load nothing at all."""


def judge(url: str) -> dict[str, Any]:
    """Lighthouse's report on a page."""
    with tempfile.TemporaryDirectory(prefix="plainguide-bench-") as folder:
        return run_lighthouse(url, Path(folder))


def missed(report: dict[str, Any]) -> Iterator[str]:
    """The goals that a page misses, each with why."""
    for name, goal in GOALS.items():
        category = report["categories"][name]
        if category["score"] < goal:
            audits = {each["id"]: report["audits"][each["id"]] for each in category["auditRefs"]}
            why = [key for key, audit in audits.items() if audit["score"] == 0]
            if name == "performance" or not why or not HIDDEN.issuperset(why):
                yield f"{name} {100 * category['score']:.0f} ({', '.join(why) or 'by its times'})"


def main() -> None:
    """Judge page after page, and tell what each misses as soon as it is known."""
    wanted = tuple(sys.argv[1:]) or ("",)
    fast, good = [], 0
    with serving(SITE) as origin:
        chosen = [path for path in pages(SITE) if path.startswith(wanted)]
        for path in chosen:
            report = judge(f"{origin}/{path}")
            fast.append(100 * report["categories"]["performance"]["score"])
            found = list(missed(report))
            good += not found
            for line in found:
                print(f"{path}: {line}", flush=True)
    if not fast:
        raise SystemExit("no page has such an address")
    print(f"{good} of {len(fast)} pages reach every goal")
    print(f"performance: median {median(fast):.0f}, lowest {min(fast):.0f}")


if __name__ == "__main__":
    main()
