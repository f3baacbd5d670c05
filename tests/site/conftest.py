"""The real site in a real browser: Debian's Chromium, driven by Playwright; and other judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from plainguide.steps.layout import Layout
from support import tools
from support.seen import Seen
from support.server import serving
from support.shared import alone


@pytest.fixture(scope="session")
def site(built_guide: Layout) -> Path:
    """The folder of the real guide's site."""
    return built_guide.site


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The site's address on a server of our own."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = tools.browser_path()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=executable, args=list(tools.BROWSER_ARGUMENTS)
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The text of axe-core, to put into a page; `axe.run()` then judges that page."""
    return tools.npm_file("axe-core/axe.min.js").read_text()


@pytest.fixture
def lighthouse(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[..., dict[str, Any]]:
    """`lighthouse(url, *options, browser=arguments)` gives Lighthouse's report on a page.

    One page is judged at a time, whatever the number of processes, since two would slow each other.
    """

    def judge(url: str, *options: str, browser: Iterable[str] = ()) -> dict[str, Any]:
        with alone(tmp_path_factory, "lighthouse"):
            folder = tmp_path_factory.mktemp("lighthouse")
            return tools.run_lighthouse(url, folder, *options, browser=browser)

    return judge


@pytest.fixture
def text_browser(tmp_path: Path) -> Callable[[str | Path], str]:
    """`text_browser(url or file)` gives the text that w3m shows of a page."""
    return lambda place: tools.shown_as_text(place, tmp_path)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(browser: Browser, seen: Seen) -> Iterator[Page]:
    """A phone's page; everything that it complains of or asks for is noted in `seen`."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="light")
    opened = context.new_page()
    opened.on(
        "console",
        lambda m: seen.complaints.append(m.text) if m.type in {"error", "warning"} else None,
    )
    opened.on("pageerror", lambda error: seen.complaints.append(str(error)))
    opened.on(
        "requestfailed",
        # One that the browser gave up because the reader went on is no fault of the page.
        lambda r: None if r.failure == "net::ERR_ABORTED" else seen.complaints.append(r.url),
    )
    opened.on("request", lambda request: seen.requests.append(request.url))
    yield opened
    context.close()
