"""What a server should send with each file: the one source for `_headers` and for the examples."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from plainguide.exports.kept import VERSIONS, list_path
from plainguide.model.topic import READINGS

Headers = tuple[tuple[str, str], ...]
"""Names and values, in order."""

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="(?P<policy>[^"]+)"')
_UNUSED = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
    "microphone", "midi", "payment", "usb",
)  # fmt: skip
"""What a device can do that no page of a guide asks it for."""

_TAKEN_AWAY = (("text", "text/plain; charset=utf-8"), ("books", ""))
"""Folders of what says the same as pages, which search engines are to find instead; and the type of
what is in them, where it is of one type."""

FOREVER = "public, max-age=31536000, immutable"
"""For files whose name is the hash of their bytes."""

ASK_AGAIN = "no-cache"
"""A browser may keep it, and must ask each time whether it is still the same."""


def policy_of(partial: str) -> str | None:
    """The policy that pages carry, from the part of the theme that writes it; none if none does."""
    match = _POLICY.search(partial)
    return match["policy"] if match else None


def hash_of(text: str) -> str:
    """How a policy allows just this script or style, which stands in a page."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def for_all(policy: str, style: str) -> Headers:
    """What to send with every file.

    Args:
        policy: the one that pages carry. What a page can't say of itself is added: that no other
            site may show it in a frame.
        style: the style that stands in the book, and that no page of the site has; its hash is
            added too.
    """
    allowed = policy.replace("style-src 'self'", f"style-src 'self' {hash_of(style)}")
    return (
        ("Content-Security-Policy", f"{allowed}; frame-ancestors 'none'"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in _UNUSED)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Strict-Transport-Security", "max-age=31536000"),
    )


def headers_file(policy: str, style: str, folders: Iterable[str]) -> str:
    """All headers in the form that Netlify, Cloudflare and others read.

    Such hosts join the values of all rules that fit, so how long a file may be kept is said once
    for each folder, and never for all files.

    Args:
        policy: the one that pages carry.
        style: the one that stands in the book.
        folders: of pages, at the site's root.
    """
    rules: list[tuple[str, Headers]] = [("/*", for_all(policy, style))]
    rules.append(("/assets/*", (("Cache-Control", FOREVER),)))
    fresh = ["/", "/index.html", "/sw.js", *(f"/{folder}/*" for folder in sorted({*folders}))]
    fresh += [f"/{path}" for path in (VERSIONS, *map(list_path, READINGS))]
    rules += [(path, (("Cache-Control", ASK_AGAIN),)) for path in fresh]
    rules.append(("/manifest.webmanifest", (("Content-Type", "application/manifest+json"),)))
    for folder, kind in _TAKEN_AWAY:
        kept = (("Cache-Control", ASK_AGAIN), ("X-Robots-Tag", "noindex"))
        rules.append((f"/{folder}/*", (*kept, *([("Content-Type", kind)] if kind else []))))
    blocks = (
        "\n".join([path, *(f"  {name}: {value}" for name, value in headers)])
        for path, headers in rules
    )
    return "\n".join(blocks) + "\n"
