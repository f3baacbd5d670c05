from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from plainguide.steps.layout import Layout

BIN = Path(sys.executable).parent
LONGEST = 60.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, wanted: str) -> str:
    """The page, once it holds what is wanted; fails where it never does."""
    page = ""
    for _ in range(int(LONGEST / 0.2)):
        try:
            with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - loopback
                page = response.read().decode()
        except (URLError, ConnectionError, TimeoutError):
            page = ""
        if wanted in page:
            return page
        time.sleep(0.2)
    pytest.fail(f"{url} never showed {wanted!r}")


@pytest.fixture
def served(tea: Layout, tmp_path: Path) -> Iterator[tuple[Layout, str, Path]]:
    port = _free_port()
    log = tmp_path / "serve.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [str(BIN / "plainguide"), "serve", "--address", f"127.0.0.1:{port}"],
            cwd=tea.root,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": ""},
        )
        yield tea, f"http://127.0.0.1:{port}/patient/calm-tea/", log
        server.terminate()
        server.wait(timeout=LONGEST)


def test_renews_the_page_at_each_change_and_survives_a_fault(
    served: tuple[Layout, str, Path],
) -> None:
    layout, url, log = served
    topic = layout.content / "topics" / "01-basics" / "calm-tea.md"
    ledger = layout.content / "evidence" / "trials.yml"
    _wait_for(url, "How well it worked")

    good = topic.read_text().replace("How well it worked {", "How well this worked {")
    topic.write_text(good)
    _wait_for(url, "How well this worked")

    changed = ledger.read_text().replace("value: 39.3, ci", "value: 38.1, ci")
    ledger.write_text(changed.replace("count: 33, of", "count: 32, of"))
    _wait_for(url, "About 38 out of 100 people")

    topic.write_text(good.replace("slept well", "slept 93.3% well"))
    for _ in range(int(LONGEST / 0.2)):
        if "unbound-number" in log.read_text():
            break
        time.sleep(0.2)
    assert '"93.3%" is not bound to the ledger' in log.read_text()

    topic.write_text(good.replace("slept well", "slept soundly"))
    _wait_for(url, "slept soundly")
    assert "Traceback" not in log.read_text()
    assert "Material for MkDocs" not in log.read_text()
