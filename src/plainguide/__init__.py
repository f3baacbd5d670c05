"""plainguide: write medical facts once; publish them in plain language and in full.

As a library:

    from datetime import date
    from plainguide import check

    for finding in check("path/to/guide", as_of=date(2026, 11, 25)).findings:
        print(finding)
"""

from __future__ import annotations

from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainguide.steps.check import Checked

__version__ = "0.1.0"
__all__ = ["__version__", "check"]


def check(root: str | PathLike[str], *, as_of: date) -> Checked:
    """Read and check a guide, as the command `plainguide check` does.

    Args:
        root: the guide's folder, with `content/guide.yml` in it.
        as_of: the day to judge dates by.

    Returns:
        The guide, its compiled readings, the findings, and the exceptions that authors accept.

    Raises:
        NotAGuideError: where there is no guide in that folder.
    """
    # The engine is loaded when it is asked for, so that importing a part of it stays quick.
    from plainguide.steps.check import check as check_layout  # noqa: PLC0415
    from plainguide.steps.layout import Layout  # noqa: PLC0415

    return check_layout(Layout.at(Path(root)), as_of)
