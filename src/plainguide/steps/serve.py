"""Show the site while it is being written, and renew it at each change."""

from __future__ import annotations

import logging
import sys

from plainguide.steps.layout import Layout
from plainguide.steps.site import SiteError, silence_banners


def serve(layout: Layout, address: str) -> None:
    """Serve the site until interrupted.

    Args:
        layout: where the guide lies.
        address: `host:port`.

    Raises:
        SiteError: where MkDocs can't start, or the content has findings at the start.
    """
    silence_banners()
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 - after its banner
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415 - same

    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
    try:
        mkdocs_serve(str(layout.config), dev_addr=address)
    except MkDocsException as error:
        raise SiteError(str(error)) from None
    except OSError as error:
        raise SiteError(f"{address}: {error.strerror}; choose another with --address") from None
    finally:
        logger.removeHandler(handler)
