from __future__ import annotations

import pytest

from plainguide.steps.layout import Layout
from support.building import ROOT, build_whole, copy_guide


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden",
        action="store_true",
        help="write the golden files anew; read the difference before you commit it",
    )


@pytest.fixture(scope="session")
def built_guide(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The real guide, built once for all; a test that alters what was built puts it back."""
    layout = copy_guide(ROOT, tmp_path_factory.mktemp("real") / "guide")
    build_whole(layout)
    return layout
