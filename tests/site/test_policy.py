"""What pages may load and run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from support.building import ROOT


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_the_one_script_that_stands_in_pages_and_no_other(site: Path) -> None:
    early = (ROOT / "theme/js/early.js").read_text()
    for path in sorted(site.rglob("index.html")):
        html = path.read_text()
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
        if policy is None:
            assert "<script" not in html, path
            continue
        inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
        assert inline == [early]
        assert _hash(early) in policy[1], f"the policy should say {_hash(early)}"
        assert policy[1].count("sha256-") == 1
        assert "unsafe" not in policy[1]
        assert "default-src 'none'" in policy[1]


def test_no_page_has_styles_or_handlers_of_its_own(site: Path) -> None:
    """The policy would stop them; a page that needs them would look right on no server.

    The book brings its one style along, and servers are told its hash; `test_book.py` sees to that.
    """
    for path in sorted(site.rglob("*.html")):
        if path.parent.name == "books":
            continue
        html = path.read_text()
        assert not re.search(r"<[^>]*\s(?:style|on[a-z]+)=[\"']", html), path
        assert "<style" not in html, path
