"""A web server for tests that answers as a static host does.

HTTP/1.1 with connections that stay open, gzip for text where it is asked for (the same bytes each
time), the types that browsers insist on, folders by their `index.html`, the site's own `404.html`
for what is not there, and validators, so that a browser that comes again is told "not changed".
"""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import SSLContext
from typing import Any
from urllib.parse import unquote, urlsplit

TYPES = {
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
OTHER = "application/octet-stream"
_TEXT = ("text/", "application/json", "application/ld+json", "application/manifest+json")
_TEXT_TOO = ("application/xml", "image/svg+xml", "image/x-icon")
PAGE_KEPT = "no-cache"
"""A page is asked for again each time, and comes again only where it changed."""
REST_KEPT = "public, max-age=600"
"""Ten minutes, as the commonest host of static sites has it; names without a hash bear no more."""


@contextmanager
def serving(
    folder: Path, headers: Mapping[str, str] | None = None, tls: SSLContext | None = None
) -> Iterator[str]:
    """Serve a folder at a free port of this machine for as long as the block lasts.

    Args:
        folder: what is served.
        headers: more headers, sent with every answer.
        tls: a certificate, where the server is to speak HTTPS.

    Yields:
        The origin, such as `http://127.0.0.1:40123`, without a slash at its end.
    """
    server = _Server(folder.resolve(), headers or {})
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, headers: Mapping[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.headers = headers

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is none; anything else is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # Head and body leave together.
    disable_nagle_algorithm = True

    def log_message(self, *_args: Any) -> None:
        """Say nothing of each request."""

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        address = urlsplit(self.path)
        path = self._found(unquote(address.path))
        if path is not None and path.is_dir():
            if not address.path.endswith("/"):
                query = f"?{address.query}" if address.query else ""
                moved = {"Location": f"{address.path}/{query}"}
                self._send(HTTPStatus.MOVED_PERMANENTLY, b"", moved)
                return
            path /= "index.html"
        elif path is not None and address.path.endswith("/"):
            path = None  # A file is no folder.
        if path is None or not path.is_file():
            self._send_missing()
        else:
            self._send_file(HTTPStatus.OK, path)

    def _found(self, address: str) -> Path | None:
        """The file or folder at an address; none where that lies outside of what is served."""
        if "\0" in address:
            return None
        path = (self.server.folder / address.lstrip("/")).resolve()
        return path if path.is_relative_to(self.server.folder) else None

    def _send_missing(self) -> None:
        page = self.server.folder / "404.html"
        if page.is_file():
            self._send_file(HTTPStatus.NOT_FOUND, page)
        else:
            said = {"Content-Type": TYPES[".txt"], "Cache-Control": PAGE_KEPT}
            self._send(HTTPStatus.NOT_FOUND, b"Not found\n", said)

    def _send_file(self, status: HTTPStatus, path: Path) -> None:
        kind = TYPES.get(path.suffix, OTHER)
        text = kind.startswith(_TEXT) or kind in _TEXT_TOO
        packed = text and "gzip" in _accepted(self.headers.get("Accept-Encoding", ""))
        seen = path.stat()
        body, tag = _body(path, seen.st_mtime_ns, seen.st_size, packed=packed)
        headers = {"Content-Type": kind, "ETag": tag}
        headers["Cache-Control"] = PAGE_KEPT if path.suffix == ".html" else REST_KEPT
        if text:
            headers["Vary"] = "Accept-Encoding"
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            self._send(HTTPStatus.NOT_MODIFIED, None, headers)
            return
        if packed:
            headers["Content-Encoding"] = "gzip"
        self._send(status, body, headers)

    def _send(self, status: HTTPStatus, body: bytes | None, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, **self.server.headers}.items():
            self.send_header(name, value)
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body and self.command != "HEAD":
            self.wfile.write(body)


def _accepted(header: str) -> set[str]:
    """The encodings that a client takes, of an `Accept-Encoding` header."""
    parts = (part.strip().replace(" ", "").partition(";") for part in header.lower().split(","))
    return {name for name, _, weight in parts if weight not in {"q=0", "q=0.0"}}


@lru_cache(maxsize=4096)
def _body(path: Path, _changed: int, _size: int, *, packed: bool) -> tuple[bytes, str]:
    """A file as it is sent, and its tag; made once for each state of the file."""
    body = path.read_bytes()
    if packed:
        body = gzip.compress(body, compresslevel=9, mtime=0)
    return body, f'"{sha256(body).hexdigest()[:20]}"'
