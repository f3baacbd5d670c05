"""QR codes as a phone reads them."""

from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image
from playwright.sync_api import Page


def codes_on(page: Page) -> list[str]:
    """What the QR codes say that stand on the screen at this moment."""
    picture = Image.open(BytesIO(page.screenshot()))
    return [found.text for found in zxingcpp.read_barcodes(picture)]
