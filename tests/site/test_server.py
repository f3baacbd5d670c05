"""The tests' own web server answers as a static host does."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from support.server import serving

PAGE = "<!doctype html><title>Tea</title>" + "<p>Tea, and more tea.</p>" * 200
CSP = "default-src 'self'"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "green").mkdir(parents=True)
    (site / "index.html").write_text(PAGE)
    (site / "green" / "index.html").write_text("<!doctype html><title>Green</title>")
    (site / "404.html").write_text("<!doctype html><title>Lost</title>")
    for name in ("a.webmanifest", "a.svg", "a.xml", "a.txt", "a.zip", "a.woff2", "a.js", "a.bin"):
        (site / name).write_bytes(b"some bytes of it " * 9)
    (tmp_path / "secret.txt").write_text("not served")
    return site


@pytest.fixture
def connection(folder: Path) -> Iterator[HTTPConnection]:
    """One connection, used for every request of a test."""
    with serving(folder, {"Content-Security-Policy": CSP}) as origin:
        opened = HTTPConnection(origin.removeprefix("http://"), timeout=10)
        opened.connect()
        yield opened
        opened.close()


def _ask(
    connection: HTTPConnection, path: str, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    response = connection.getresponse()
    return response, response.read()


def test_many_requests_go_through_one_connection(connection: HTTPConnection) -> None:
    socket = connection.sock
    for path in ("/", "/green/", "/nowhere", "/green", "/a.svg"):
        response, _ = _ask(connection, path)
        assert response.version == 11
        assert connection.sock is socket


def test_text_is_packed_where_it_is_asked_for_the_same_each_time(
    connection: HTTPConnection,
) -> None:
    response, packed = _ask(connection, "/", Accept_Encoding="gzip, deflate")
    assert response.getheader("Content-Encoding") == "gzip"
    assert response.getheader("Vary") == "Accept-Encoding"
    assert gzip.decompress(packed).decode() == PAGE
    assert len(packed) < len(PAGE) / 5
    assert _ask(connection, "/", Accept_Encoding="gzip")[1] == packed
    for encodings in ("identity", "br, gzip;q=0"):
        response, plain = _ask(connection, "/", Accept_Encoding=encodings)
        assert response.getheader("Content-Encoding") is None
        assert plain.decode() == PAGE
    for name in ("a.zip", "a.woff2", "a.bin"):
        response, _ = _ask(connection, f"/{name}", Accept_Encoding="gzip")
        assert response.getheader("Content-Encoding") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.webmanifest", "application/manifest+json"),
        ("a.svg", "image/svg+xml"),
        ("a.xml", "application/xml"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.zip", "application/zip"),
        ("a.woff2", "font/woff2"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.bin", "application/octet-stream"),
        ("", "text/html; charset=utf-8"),
    ],
)
def test_each_type_is_the_one_that_browsers_insist_on(
    connection: HTTPConnection, name: str, kind: str
) -> None:
    response, _ = _ask(connection, f"/{name}")
    assert (response.status, response.getheader("Content-Type")) == (200, kind)
    assert response.getheader("Cache-Control")


@pytest.mark.parametrize(
    "path", ["/nowhere", "/green/nowhere/", "/a.svg/", "/../secret.txt", "/%2e%2e/secret.txt"]
)
def test_what_is_not_there_gets_the_sites_own_page(connection: HTTPConnection, path: str) -> None:
    response, body = _ask(connection, path)
    assert response.status == 404
    assert b"<title>Lost</title>" in body


def test_a_site_without_such_a_page_says_it_all_the_same(
    connection: HTTPConnection, folder: Path
) -> None:
    (folder / "404.html").unlink()
    response, body = _ask(connection, "/nowhere")
    assert (response.status, body) == (404, b"Not found\n")


def test_a_folder_is_sent_on_to_its_slash(connection: HTTPConnection) -> None:
    response, _ = _ask(connection, "/green?q=1")
    assert (response.status, response.getheader("Location")) == (301, "/green/?q=1")
    assert b"<title>Green</title>" in _ask(connection, "/green/?q=1")[1]


def test_an_unchanged_file_is_not_sent_again_and_a_changed_one_is(
    connection: HTTPConnection, folder: Path
) -> None:
    tag = str(_ask(connection, "/")[0].getheader("ETag"))
    response, body = _ask(connection, "/", If_None_Match=tag)
    assert (response.status, body) == (304, b"")
    (folder / "index.html").write_text(PAGE + "<p>More.</p>")
    response, body = _ask(connection, "/", If_None_Match=tag)
    assert (response.status, body.decode()) == (200, PAGE + "<p>More.</p>")


def test_the_head_alone_tells_the_length(connection: HTTPConnection) -> None:
    response, body = _ask(connection, "/", "HEAD")
    assert (response.getheader("Content-Length"), body) == (str(len(PAGE)), b"")


@pytest.mark.parametrize("path", ["/", "/green", "/nowhere", "/a.zip"])
def test_headers_that_are_asked_for_come_with_every_answer(
    connection: HTTPConnection, path: str
) -> None:
    assert _ask(connection, path)[0].getheader("Content-Security-Policy") == CSP
