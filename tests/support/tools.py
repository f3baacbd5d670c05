"""Programs from outside that judge the site, set up by `scripts/setup browser`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from support.building import ROOT

NPM = ROOT / "tests" / "tools" / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LONGEST = 180.0
"""Seconds that a program may take."""


def missing(what: str) -> NoReturn:
    """Skip what needs a tool that is not here; fail where CI=true, which has to have them all."""
    message = f"{what}; `scripts/setup browser` sets it up, or says why it can't"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def browser_path() -> str:
    """Where this machine's Chromium is."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or missing(f"no browser here: none of {', '.join(BROWSERS)} is installed")


def npm_file(name: str) -> Path:
    """A file of an npm package, by its path in `node_modules`."""
    path = NPM / name
    return path if path.is_file() else missing(f"no {name} here, in tests/tools/node_modules")


def run_lighthouse(
    url: str, folder: Path, *options: str, browser: Iterable[str] = ()
) -> dict[str, Any]:
    """Judge one page with Lighthouse, in a browser whose profile is new.

    Args:
        url: the page's address.
        folder: a new, empty folder for the profile, for what the program would keep in the home
            folder, and for the report.
        options: more of Lighthouse's own, such as `--preset=desktop`.
        browser: more arguments for Chromium.

    Returns:
        The whole report, as Lighthouse's JSON has it.
    """
    node = shutil.which("node") or missing("no node here, which runs Lighthouse")
    report = folder / "report.json"
    # Lighthouse wants the quotes around the value alone, where a shell would take either.
    more = (re.sub(r"=(.* .*)$", r'="\1"', argument) for argument in browser)
    arguments = " ".join(["--headless", *BROWSER_ARGUMENTS, *more])
    kept = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR")}
    done = subprocess.run(
        [
            node,
            str(npm_file("lighthouse/cli/index.js")),
            url,
            "--output=json",
            f"--output-path={report}",
            "--quiet",
            "--no-enable-error-reporting",
            f"--chrome-flags={arguments}",
            *options,
        ],
        env={**os.environ, **kept, "CHROME_PATH": browser_path()},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, f"Lighthouse stopped at {url}:\n{done.stdout}{done.stderr}"
    result: dict[str, Any] = json.loads(report.read_text())
    assert "runtimeError" not in result, f"{url}: {result['runtimeError']}"
    return result


def epubcheck_says(book: Path, home: Path) -> list[str]:
    """Every fault that epubcheck finds in an e-book; warnings are faults too.

    Args:
        book: the EPUB.
        home: a folder for the report, and for what Java would keep in the home folder.
    """
    program = shutil.which("epubcheck") or missing("no epubcheck here")
    java = shutil.which("java") or missing("no Java here, which runs epubcheck")
    report = home / "epubcheck.json"
    # Debian's command is the JAR itself, which not every system can run as it is.
    jar = Path(program).resolve()
    start = [java, f"-Duser.home={home}", "-jar", str(jar)] if jar.suffix == ".jar" else [program]
    subprocess.run(
        [*start, str(book), "--json", str(report), "--quiet"],
        env={**os.environ, "HOME": str(home)},
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    told: dict[str, Any] = json.loads(report.read_text())
    return [
        f"{message['severity']} {message['ID']}: {message['message']} {place['path']}"
        for message in told["messages"]
        if message["severity"] in {"FATAL", "ERROR", "WARNING"}
        for place in message["locations"]
    ]


def shown_as_text(place: str | Path, home: Path) -> str:
    """What w3m, a browser without scripts, styles and pictures, shows of a page.

    Args:
        place: an address, or an HTML file.
        home: a folder for what w3m would keep in the home folder.
    """
    program = shutil.which("w3m") or missing("no text browser here: w3m is not installed")
    kind = ["-T", "text/html"] if isinstance(place, Path) else []
    done = subprocess.run(
        [program, "-dump", "-cols", "100", "-I", "UTF-8", "-O", "UTF-8", *kind, str(place)],
        env={**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=LONGEST,
        check=True,
    )
    return done.stdout.decode()
