"""What servers send: one source, told alike to every kind of server."""

from __future__ import annotations

import re

import pytest

from plainguide.exports.headers import (
    ASK_AGAIN,
    FOREVER,
    for_all,
    hash_of,
    headers_file,
    policy_of,
)
from support.building import ROOT

SERVERS = ROOT / "docs" / "servers"
STYLE = (ROOT / "theme/book/book.css").read_text()


def _policy() -> str:
    policy = policy_of((ROOT / "theme/partials/policy.html").read_text())
    assert policy is not None
    return policy


def _nginx() -> dict[str, str]:
    text = (SERVERS / "nginx.conf").read_text()
    return dict(re.findall(r'^\s*add_header (\S+) "([^"]*)" always;$', text, re.MULTILINE))


def _caddy() -> dict[str, str]:
    text = (SERVERS / "Caddyfile").read_text()
    match = re.search(r"^\theader \{\n(.*?)^\t\}", text, re.MULTILINE | re.DOTALL)
    assert match is not None
    return dict(re.findall(r'^\t\t(\S+) "([^"]*)"$', match[1], re.MULTILINE))


def _netlify() -> dict[str, list[tuple[str, str]]]:
    rules: dict[str, list[tuple[str, str]]] = {}
    path = ""
    for line in headers_file(_policy(), STYLE, ["patient", "evidence"]).splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            rules[path].append((name, value))
        else:
            path = line
            rules[path] = []
    return rules


def test_pages_and_servers_have_one_policy() -> None:
    wanted = dict(for_all(_policy(), STYLE))
    own = _policy().replace("style-src 'self'", f"style-src 'self' {hash_of(STYLE)}")
    assert wanted["Content-Security-Policy"] == f"{own}; frame-ancestors 'none'"
    assert own != _policy()
    assert "unsafe-inline" not in wanted["Content-Security-Policy"]
    assert _nginx() == wanted
    assert _caddy() == wanted
    assert dict(_netlify()["/*"]) == wanted


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_servers_keep_for_ever_only_what_is_called_by_its_hash(name: str) -> None:
    text = (SERVERS / name).read_text()
    assert text.count(f'"{FOREVER}"') == 1
    assert text.count(f'"{ASK_AGAIN}"') == 1
    assert re.search(rf'assets.*"{FOREVER}"|@hashed Cache-Control "{FOREVER}"', text)
    assert "application/manifest+json" in text
    assert "/404.html" in text


def test_no_header_of_nginx_is_lost_in_a_location() -> None:
    """One `add_header` in a location takes away all those of the server there."""
    text = (SERVERS / "nginx.conf").read_text()
    locations = re.findall(r"location [^{]*\{(.*?)\n    \}", text, re.DOTALL)
    assert len(locations) >= 2
    assert not any("add_header" in inside for inside in locations)


def test_no_file_gets_two_values_of_a_header_from_a_static_host() -> None:
    rules = _netlify()
    assert "Cache-Control" not in dict(rules["/*"])
    for path in ("/", "/sw.js", "/patient/*", "/evidence/*", "/offline/versions.json"):
        assert rules[path] == [("Cache-Control", ASK_AGAIN)]
    assert rules["/assets/*"] == [("Cache-Control", FOREVER)]


def test_what_says_the_same_as_pages_is_not_to_be_found_in_their_place() -> None:
    rules = _netlify()
    for path in ("/text/*", "/books/*"):
        assert dict(rules[path])["X-Robots-Tag"] == "noindex"
        assert dict(rules[path])["Cache-Control"] == ASK_AGAIN
    assert dict(rules["/text/*"])["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_own_servers_say_it_of_the_same_folders(name: str) -> None:
    text = (SERVERS / name).read_text()
    assert re.search(r"X-Robots-Tag", text)
    assert "/text/" in text or "(text|books)" in text
    assert "application/epub+zip" in text


def test_a_theme_without_a_policy_has_none() -> None:
    assert policy_of("<meta charset='utf-8'>") is None
