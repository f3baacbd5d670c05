"""Waiting for a page under its strict policy.

Playwright's own `wait_for_function` has the page evaluate words again and again, which the policy
forbids; here the browser is asked from outside each time.
"""

from __future__ import annotations

from playwright.sync_api import Page

_TURNS = 250
_TURN = 20  # milliseconds


def wait_until(page: Page, expression: str) -> None:
    """Wait until an expression holds in the page; it must, within some seconds."""
    for _ in range(_TURNS):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(_TURN)
    raise AssertionError(f"it never came to {expression}")
