"""The servers that a stock Material site takes its fonts from, as far as a page can tell.

No test may ask the real ones. Where nobody answers, a browser gives up at once, and the stock site
would look faster than any reader sees it; so its browser is led to this machine for them. Styles
and fonts are those that the real ones send to a reader of English: of two hosts, over HTTPS.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import trustme

from support.server import serving
from support.tools import npm_file

STYLES = "fonts.googleapis.com"
FILES = "fonts.gstatic.com"
FACES = [
    *(("Roboto", weight, style) for weight in (300, 400, 700) for style in ("normal", "italic")),
    *(("Roboto Mono", weight, style) for weight in (400, 700) for style in ("normal", "italic")),
]
"""What Material asks for: a family, a weight and a style each."""
LATIN = (
    "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, "
    "U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD"
)
"""The characters that are in the files for English."""
_FACE = """\
@font-face {{
  font-family: "{family}"; font-style: {style}; font-weight: {weight}; font-display: fallback;
  src: url(https://{host}/{name}) format("woff2"); unicode-range: {latin};
}}
"""


@contextmanager
def serving_fonts(folder: Path) -> Iterator[list[str]]:
    """Serve styles and fonts for as long as the block lasts.

    Args:
        folder: a new, empty folder for them.

    Yields:
        Arguments for Chromium that lead it here when it asks for the real hosts.
    """
    styles, files = folder / "styles", folder / "files"
    styles.mkdir()
    files.mkdir()
    text = ""
    for family, weight, style in FACES:
        package = family.lower().replace(" ", "-")
        name = f"{package}-latin-{weight}-{style}.woff2"
        font = npm_file(f"@fontsource/{package}/files/{name}")
        (files / name).write_bytes(font.read_bytes())
        text += _FACE.format(
            family=family, style=style, weight=weight, host=FILES, name=name, latin=LATIN
        )
    (styles / "css").write_text(text)
    tls = SSLContext(PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(STYLES, FILES).configure_cert(tls)
    of_styles = {"Content-Type": "text/css; charset=utf-8"}
    of_files = {"Access-Control-Allow-Origin": "*"}
    with serving(styles, of_styles, tls) as near, serving(files, of_files, tls) as far:
        places = ((STYLES, near), (FILES, far))
        led = ", ".join(f"MAP {host}:443 {at.removeprefix('https://')}" for host, at in places)
        yield [f"--host-resolver-rules={led}", "--ignore-certificate-errors"]
