from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from plainguide.steps.layout import Layout
from support.building import ROOT, build_whole, copy_guide
from support.shared import in_turn, made_once, run_folder

# How long one example takes says more of what else the machine does than of the code.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden",
        action="store_true",
        help="write the golden files anew; read the difference before you commit it",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several workers share the tests, what needs the built guide comes first.

    All of it then falls to the first worker, and the others need not wait for the build.
    """
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: "built_guide" not in getattr(item, "fixturenames", ()))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Where several workers share the tests, Lighthouse judges while no other test runs."""
    folder = getattr(item.config, "turns", None)
    if folder is None:
        return (yield)
    with in_turn(folder, measures="lighthouse" in getattr(item, "fixturenames", ())):
        return (yield)


@pytest.fixture(autouse=True, scope="session")
def _turns_are_taken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if hasattr(request.config, "workerinput"):
        request.config.turns = run_folder(tmp_path_factory)  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _time_of_the_build_goes_with_its_test() -> Iterator[None]:
    """A build sets it for the whole process; the next test's programs shall not inherit it."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    yield
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    if before is not None:
        os.environ["SOURCE_DATE_EPOCH"] = before


@pytest.fixture(scope="session")
def built_guide(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The real guide, built once for all processes of the run; tests only look at it.

    One that alters what was built takes a copy (`support.building.copy_built`).
    """
    return Layout.at(
        made_once(tmp_path_factory, "real", lambda root: build_whole(copy_guide(ROOT, root)))
    )
